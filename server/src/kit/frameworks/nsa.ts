import { controlsOf } from './control.js';

/**
 * The topics of the Kubernetes Hardening Guide of NSA and CISA; the guide does not number them, so the names are ours.
 *
 * Edition: v1.2, August 2022. Pod security settings stand in its chapter on pods and the appendices belonging to it.
 */
export const nsa = controlsOf('nsa', {
  // Pod security.
  'non-root-containers': 'Non-root containers and rootless container engines',
  'immutable-filesystem': 'Immutable container file systems',
  'secure-images': 'Building secure container images',
  'pod-security-enforcement': 'Pod security enforcement',
  'privileged-containers': 'Pod security: privileged containers',
  'host-namespaces': 'Pod security: host process ID and IPC namespaces',
  'host-network': 'Pod security: host network',
  'host-paths': 'Pod security: allowed host paths',
  'privilege-escalation': 'Pod security: escalation to root privileges',
  'root-groups': 'Pod security: root user and root group membership',
  capabilities: 'Pod security: Linux capabilities',
  selinux: 'Pod security: SELinux context',
  apparmor: 'Pod security: AppArmor profiles',
  seccomp: 'Pod security: seccomp profiles',
  'service-account-tokens': 'Protecting pod service account tokens',
  'hardened-environments': 'Hardening container environments',
  // Network separation and hardening.
  namespaces: 'Namespaces',
  'network-policies': 'Network policies',
  'resource-policies': 'Resource policies',
  'control-plane': 'Control plane hardening',
  etcd: 'Control plane hardening: etcd',
  'kubeconfig-files': 'Control plane hardening: kubeconfig files',
  'worker-nodes': 'Worker node segmentation',
  encryption: 'Encryption',
  secrets: 'Secrets',
  'cloud-infrastructure': 'Protecting sensitive cloud infrastructure',
  // Authentication and authorization.
  authentication: 'Authentication',
  rbac: 'Role-based access control',
  // Audit logging and threat detection.
  logging: 'Logging',
  'audit-logging': 'Kubernetes native audit logging configuration',
  'container-logging': 'Worker node and container logging',
  'seccomp-audit': 'Seccomp: audit mode',
  'service-meshes': 'Service meshes',
  'fault-tolerance': 'Fault tolerance',
  'threat-detection': 'Threat detection',
  // Maintenance.
  upgrades: 'Upgrading and application security practices',
});
