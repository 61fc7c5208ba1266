import { controlsOf } from './control.js';

/**
 * The controls of the Pod Security Standards, by the names of their pages' sections.
 *
 * Source: Kubernetes documentation, Concepts, Security, Pod Security Standards.
 */
export const pss = {
  baseline: controlsOf('pss', {
    'host-process': 'Baseline: HostProcess',
    'host-namespaces': 'Baseline: Host Namespaces',
    'privileged-containers': 'Baseline: Privileged Containers',
    capabilities: 'Baseline: Capabilities',
    'host-path-volumes': 'Baseline: HostPath Volumes',
    'host-ports': 'Baseline: Host Ports',
    'host-probes': 'Baseline: Host Probes / Lifecycle Hooks',
    apparmor: 'Baseline: AppArmor',
    selinux: 'Baseline: SELinux',
    'proc-mount': 'Baseline: /proc Mount Type',
    seccomp: 'Baseline: Seccomp',
    sysctls: 'Baseline: Sysctls',
  }),
  restricted: controlsOf('pss', {
    'volume-types': 'Restricted: Volume Types',
    'privilege-escalation': 'Restricted: Privilege Escalation',
    'running-as-non-root': 'Restricted: Running as Non-root',
    'running-as-non-root-user': 'Restricted: Running as Non-root user',
    seccomp: 'Restricted: Seccomp',
    capabilities: 'Restricted: Capabilities',
    'proc-mount': 'Restricted: /proc Mount Type',
  }),
} as const;
