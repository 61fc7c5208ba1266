/** The files that ship, relative to the project's root and sorted, as .vscodeignore allows them. */
export function shippedFiles(): Promise<string[]>;

/** The README as the editor shows it on the extension's page. */
export function packagedReadme(readme: string): string;
