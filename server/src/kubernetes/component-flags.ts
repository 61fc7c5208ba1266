/** The programs of a cluster whose settings manifests and configuration files can hold. */
export const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet', 'kube-proxy'] as const;

/** One of {@link COMPONENTS}. */
export type ComponentName = (typeof COMPONENTS)[number];

/** What is known of a flag. */
export interface FlagFacts {
  /** A boolean flag never takes its value from the next word. */
  readonly type?: 'boolean' | 'integer' | 'list';
  /** The value in force where the flag is absent; undefined where that is nothing. */
  readonly default?: string;
  /** The first minor version of Kubernetes 1 that has the flag. */
  readonly since?: number;
  /** The first minor version of Kubernetes 1 that lacks the flag. */
  readonly until?: number;
  /** What kubeadm writes into the manifest where its configuration says nothing. */
  readonly kubeadm?: string;
  /** The field of the component's configuration file. */
  readonly field?: string;
  /** The value in force where the configuration file leaves the field out, if other than the flag's own default. */
  readonly fieldDefault?: string;
  /** Flags that do the same otherwise: beside them nothing is known of this one's absence. */
  readonly instead?: readonly string[];
}

const PKI = '/etc/kubernetes/pki';

/**
 * The flags that rules ask for.
 *
 * Source: the components' command line references and configuration APIs (1.19 to 1.36), the changelogs for the versions,
 * kubeadm's implementation details for what it writes, and etcd's configuration guide (3.5).
 */
export const FLAGS = {
  'kube-apiserver': {
    'anonymous-auth': { type: 'boolean', default: 'true', instead: ['authentication-config'] },
    'audit-log-maxage': { type: 'integer', instead: ['audit-webhook-config-file'] },
    'audit-log-maxbackup': { type: 'integer', instead: ['audit-webhook-config-file'] },
    'audit-log-maxsize': { type: 'integer', instead: ['audit-webhook-config-file'] },
    'audit-log-path': { instead: ['audit-webhook-config-file'] },
    'audit-policy-file': {},
    'authorization-mode': { type: 'list', default: 'AlwaysAllow', kubeadm: 'Node,RBAC', instead: ['authorization-config'] },
    'basic-auth-file': { until: 19 },
    'client-ca-file': { kubeadm: `${PKI}/ca.crt`, instead: ['authentication-config'] },
    'cors-allowed-origins': { type: 'list' },
    'disable-admission-plugins': { type: 'list' },
    'enable-admission-plugins': { type: 'list', kubeadm: 'NodeRestriction' },
    'encryption-provider-config': { instead: ['experimental-encryption-provider-config'] },
    'etcd-cafile': { kubeadm: `${PKI}/etcd/ca.crt` },
    'etcd-certfile': { kubeadm: `${PKI}/apiserver-etcd-client.crt` },
    'etcd-keyfile': { kubeadm: `${PKI}/apiserver-etcd-client.key` },
    'etcd-servers': { type: 'list', kubeadm: 'https://127.0.0.1:2379' },
    'insecure-bind-address': { until: 24 },
    'insecure-port': { type: 'integer', until: 24, kubeadm: '0' },
    'kubelet-certificate-authority': {},
    'kubelet-client-certificate': { kubeadm: `${PKI}/apiserver-kubelet-client.crt` },
    'kubelet-client-key': { kubeadm: `${PKI}/apiserver-kubelet-client.key` },
    'kubelet-https': { type: 'boolean', default: 'true', until: 22 },
    profiling: { type: 'boolean', default: 'true' },
    'request-timeout': { default: '1m0s' },
    'requestheader-allowed-names': { type: 'list', kubeadm: 'front-proxy-client' },
    'requestheader-client-ca-file': { kubeadm: `${PKI}/front-proxy-ca.crt` },
    'secure-port': { type: 'integer', default: '6443', kubeadm: '6443' },
    'service-account-extend-token-expiration': { type: 'boolean', default: 'true', since: 20 },
    'service-account-key-file': { kubeadm: `${PKI}/sa.pub` },
    'service-account-lookup': { type: 'boolean', default: 'true' },
    'tls-cert-file': { kubeadm: `${PKI}/apiserver.crt` },
    'tls-cipher-suites': { type: 'list' },
    'tls-min-version': {},
    'tls-private-key-file': { kubeadm: `${PKI}/apiserver.key` },
    'token-auth-file': {},
    'feature-gates': { type: 'list' },
    v: { type: 'integer', default: '0' },
  },
  'kube-controller-manager': {
    'bind-address': { default: '0.0.0.0', kubeadm: '127.0.0.1' },
    profiling: { type: 'boolean', default: 'true' },
    'root-ca-file': { kubeadm: `${PKI}/ca.crt` },
    'service-account-private-key-file': { kubeadm: `${PKI}/sa.key` },
    'terminated-pod-gc-threshold': { type: 'integer', default: '12500' },
    'tls-cipher-suites': { type: 'list' },
    'tls-min-version': {},
    'use-service-account-credentials': { type: 'boolean', default: 'false', kubeadm: 'true' },
    'feature-gates': { type: 'list' },
    v: { type: 'integer', default: '0' },
  },
  'kube-scheduler': {
    'bind-address': { default: '0.0.0.0', kubeadm: '127.0.0.1' },
    profiling: { type: 'boolean', default: 'true', field: 'enableProfiling', instead: ['config'] },
    'tls-cipher-suites': { type: 'list' },
    'tls-min-version': {},
    'feature-gates': { type: 'list' },
    v: { type: 'integer', default: '0' },
  },
  etcd: {
    'auto-tls': { type: 'boolean', default: 'false' },
    'cert-file': { kubeadm: `${PKI}/etcd/server.crt` },
    'cipher-suites': { type: 'list' },
    'client-cert-auth': { type: 'boolean', default: 'false', kubeadm: 'true' },
    'key-file': { kubeadm: `${PKI}/etcd/server.key` },
    'listen-client-urls': { type: 'list', default: 'http://localhost:2379', kubeadm: 'https://127.0.0.1:2379' },
    'listen-metrics-urls': { type: 'list' },
    'listen-peer-urls': { type: 'list', default: 'http://localhost:2380', kubeadm: 'https://127.0.0.1:2380' },
    'peer-auto-tls': { type: 'boolean', default: 'false' },
    'peer-cert-file': { kubeadm: `${PKI}/etcd/peer.crt` },
    'peer-client-cert-auth': { type: 'boolean', default: 'false', kubeadm: 'true' },
    'peer-key-file': { kubeadm: `${PKI}/etcd/peer.key` },
    'peer-trusted-ca-file': { kubeadm: `${PKI}/etcd/ca.crt` },
    'tls-min-version': {},
    'trusted-ca-file': { kubeadm: `${PKI}/etcd/ca.crt` },
  },
  kubelet: {
    'allowed-unsafe-sysctls': { type: 'list', field: 'allowedUnsafeSysctls' },
    'anonymous-auth': { type: 'boolean', default: 'true', field: 'authentication.anonymous.enabled', fieldDefault: 'false' },
    'authorization-mode': { default: 'AlwaysAllow', field: 'authorization.mode', fieldDefault: 'Webhook' },
    'client-ca-file': { field: 'authentication.x509.clientCAFile' },
    'event-qps': { type: 'integer', field: 'eventRecordQPS', default: '50' },
    'healthz-bind-address': { default: '127.0.0.1', field: 'healthzBindAddress' },
    'hostname-override': {},
    'make-iptables-util-chains': { type: 'boolean', default: 'true', field: 'makeIPTablesUtilChains' },
    'pod-max-pids': { type: 'integer', default: '-1', field: 'podPidsLimit' },
    'protect-kernel-defaults': { type: 'boolean', default: 'false', field: 'protectKernelDefaults' },
    'read-only-port': { type: 'integer', default: '10255', field: 'readOnlyPort', fieldDefault: '0' },
    'rotate-certificates': { type: 'boolean', default: 'false', field: 'rotateCertificates' },
    'rotate-server-certificates': { type: 'boolean', default: 'false', field: 'serverTLSBootstrap' },
    'seccomp-default': { type: 'boolean', default: 'false', field: 'seccompDefault', since: 22 },
    'streaming-connection-idle-timeout': { default: '4h0m0s', field: 'streamingConnectionIdleTimeout' },
    'tls-cert-file': { field: 'tlsCertFile' },
    'tls-cipher-suites': { type: 'list', field: 'tlsCipherSuites' },
    'tls-min-version': { field: 'tlsMinVersion' },
    'tls-private-key-file': { field: 'tlsPrivateKeyFile' },
    'manifest-url': { field: 'staticPodURL' },
    'feature-gates': { type: 'list', field: 'featureGates' },
    v: { type: 'integer', default: '0', field: 'logging.verbosity' },
  },
  'kube-proxy': {
    'metrics-bind-address': { default: '127.0.0.1:10249', field: 'metricsBindAddress' },
    profiling: { type: 'boolean', default: 'false', field: 'enableProfiling' },
    'feature-gates': { type: 'list', field: 'featureGates' },
    v: { type: 'integer', default: '0', field: 'logging.verbosity' },
  },
} as const satisfies { readonly [C in ComponentName]: Readonly<Record<string, FlagFacts>> };

/** A flag that {@link FLAGS} knows of one of the components `C`. */
export type FlagOf<C extends ComponentName> = C extends ComponentName ? keyof (typeof FLAGS)[C] & string : never;

/** Flags by which a component reads all its settings from a file, so that nothing is known of those that are absent. */
export const CONFIGURATION_FLAGS: Readonly<Partial<Record<ComponentName, readonly string[]>>> = {
  etcd: ['config-file'],
  kubelet: ['config', 'config-dir'],
  'kube-proxy': ['config'],
};

/** What is known of a component's flag; nothing of those that no rule asks for. */
export function factsOf(component: ComponentName, flag: string): FlagFacts {
  const facts: Readonly<Record<string, FlagFacts>> = FLAGS[component];
  return Object.hasOwn(facts, flag) ? (facts[flag] ?? {}) : {};
}
