/** The names in braces of a message: `'Container {name} runs as {user}.'` has `name` and `user`. */
export type Placeholder<M extends string> = M extends `${string}{${infer K}}${infer Rest}` ? K | Placeholder<Rest> : never;

/** What fills a message's placeholders; a message without any takes none. */
export type MessageData<M extends string> = [Placeholder<M>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Placeholder<M>, string | number | boolean>> };

/** Fills a message. Placeholders without data stay as they are. */
export function fill(template: string, data: Readonly<Record<string, string | number | boolean>> | undefined): string {
  return template.replace(/\{(\w+)\}/gu, (whole, key: string) => (data && Object.hasOwn(data, key) ? String(data[key]) : whole));
}
