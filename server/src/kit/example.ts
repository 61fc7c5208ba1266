/** A manifest that shows a rule at work. It is the documentation and a test. */
export type Example =
  | {
      /** Gives exactly one finding of the rule. */
      readonly bad: string;
      /** What the fix makes of it, to the byte; nothing is found there. Left out where there is no fix. */
      readonly fixed?: string;
      readonly title?: string;
      readonly options?: Readonly<Record<string, unknown>>;
      readonly kubernetesVersion?: string;
      readonly trustedRegistries?: readonly string[];
    }
  | {
      /** Gives no finding of the rule. */
      readonly good: string;
      readonly title?: string;
      readonly options?: Readonly<Record<string, unknown>>;
      readonly kubernetesVersion?: string;
      readonly trustedRegistries?: readonly string[];
    };

/** A manifest, written indented in a rule's file. */
export function manifest(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return dedent(String.raw(parts, ...values));
}

/** A Pod with these containers (list items). */
export function inPod(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return `${POD}  containers:\n${indent(dedent(String.raw(parts, ...values)), 4)}`;
}

/** A Pod with this spec. */
export function inPodSpec(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return `${POD}${indent(dedent(String.raw(parts, ...values)), 2)}`;
}

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: example
spec:
`;

function dedent(text: string): string {
  const lines = text.replace(/^\n/u, '').replace(/\n[ \t]*$/u, '\n').split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin)).join('\n');
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(by) + line))
    .join('\n');
}
