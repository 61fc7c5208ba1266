/** A Kubernetes minor version; patch releases change no rule. */
export class KubernetesVersion {
  readonly major: number;
  readonly minor: number;

  constructor(major: number, minor: number) {
    this.major = major;
    this.minor = minor;
  }

  /** Reads `1.29`, `v1.29`, `1.29.3` or what providers make of it (`v1.29.3-gke.100`, `1.29.3+k3s1`); undefined for anything else. */
  static parse(text: string): KubernetesVersion | undefined {
    const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.\d+(?:[-+][\w.+-]{1,64})?)?$/u.exec(text.trim());
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
