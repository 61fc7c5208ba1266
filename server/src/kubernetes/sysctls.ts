import type { KubernetesVersion } from './version.js';

/** The sysctls that a pod may set without harm to others, and the minor version of 1.x from which each counts as such. */
const SAFE: ReadonlyMap<string, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
  ['net.ipv4.tcp_notsent_lowat', 37],
]);

/**
 * Whether the Pod Security Standards of a version let a pod set the sysctl; the name is compared as it is written.
 *
 * Source: Pod Security Standards, "Baseline", Sysctls, by version.
 */
export function isSafeSysctl(name: string, version: KubernetesVersion): boolean {
  const since = SAFE.get(name);
  return since !== undefined && version.atLeast(1, since);
}
