/** A Kubernetes minor version; patch releases change no rule. */
export class KubernetesVersion {
  readonly major: number;
  readonly minor: number;

  constructor(major: number, minor: number) {
    this.major = major;
    this.minor = minor;
  }

  /** Reads `1.29`, `v1.29` or `1.29.3`; undefined for anything else. */
  static parse(text: string): KubernetesVersion | undefined {
    const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.\d+)?$/u.exec(text.trim());
    return match ? new KubernetesVersion(Number(match[1]), Number(match[2])) : undefined;
  }

  /** Whether this version is `major.minor` or newer. */
  atLeast(major: number, minor: number): boolean {
    return this.major > major || (this.major === major && this.minor >= minor);
  }

  toString(): string {
    return `${this.major}.${this.minor}`;
  }
}

/** The newest version whose rules are known; what is assumed where nothing else is said. */
export const NEWEST_VERSION = new KubernetesVersion(1, 37);
