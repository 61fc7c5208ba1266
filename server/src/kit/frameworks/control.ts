/** The frameworks whose controls a rule can be evidence for. */
export type FrameworkId = 'pss' | 'cis' | 'nsa' | 'mitre' | 'nist-800-53' | 'nist-800-190' | 'pci-dss' | 'soc2' | 'hipaa' | 'gdpr' | 'iso-27001';

/** A requirement of a framework. */
export interface Control {
  readonly framework: FrameworkId;
  /** As the framework numbers or names it. */
  readonly id: string;
  readonly title: string;
}

/** Makes the function by which rules name the controls of one framework; an id that is not in the table does not compile. */
export function controlsOf<const T extends Readonly<Record<string, string>>>(framework: FrameworkId, table: T): (id: keyof T & string) => Control {
  return (id) => ({ framework, id, title: table[id] ?? id });
}
