import { describe, expect, it } from 'vitest';
import { KubernetesVersion, podsOf, resourcesOf, secondsOf, type Component, type FlagOf, type ComponentName } from '../../server/src/kubernetes/index.js';
import { Source } from '../../server/src/yaml/index.js';

type AnyFlag = FlagOf<ComponentName>;

function resourceOf(text: string, isPartial = false) {
  const [document] = Source.read(text).documents;
  const [resource] = document ? resourcesOf(document.document, { isPartial }) : [];
  if (!resource) throw new Error('There is no object.');
  return resource;
}

/** What the first container of a pod with these lines runs. */
function run(container: string): Component | undefined {
  const lines = container.split('\n').map((line) => `      ${line}\n`);
  const resource = resourceOf(`apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\nspec:\n  containers:\n    - name: main\n${lines.join('')}`);
  return podsOf(resource, [])[0]?.containers[0]?.component;
}

function setting(container: string, flag: AnyFlag) {
  const component = run(container);
  if (!component) throw new Error('No component runs here.');
  return component.setting(flag as never);
}

describe('the component that a container runs', () => {
  it.each([
    ['command: [kube-apiserver]', 'kube-apiserver'],
    ['command: [/usr/local/bin/kube-apiserver, --v=2]', 'kube-apiserver'],
    ['command: [etcd]', 'etcd'],
    ['command: [/go-runner, --also-stdout=false, /usr/local/bin/kube-scheduler]', 'kube-scheduler'],
    ['command: [/hyperkube, controller-manager]', 'kube-controller-manager'],
    ['command: [hyperkube, kube-proxy]', 'kube-proxy'],
    ['image: registry.example.com/hyperkube-amd64:v1.9.0\nargs: [apiserver, --v=2]', 'kube-apiserver'],
    ['command: [/bin/sh, -c, "exec kubelet --v=2 2>&1"]', 'kubelet'],
    ['image: registry.k8s.io/kube-apiserver:v1.30.0\nargs: [--v=2]', 'kube-apiserver'],
    ['args: [kube-proxy, --v=2]', 'kube-proxy'],
  ])('%s', (container, name) => {
    expect(run(container)?.name).toBe(name);
  });

  it.each([
    'command: [app]',
    'args: [--kubelet-service=kube-system/kubelet]',
    'args: [--backend, etcd]',
    'command: [env, HOME=/var/lib/etcd, app]',
    'command: [app, kube-apiserver]',
    'command: [etcdctl, get]',
    'command: [apiserver]',
    'command: [scheduler, --v=2]',
    'command: [wget, "http://etcd:2379"]',
    'image: registry.k8s.io/kube-apiserver:v1.30.0',
    'image: registry.k8s.io/kube-apiserver:v1.30.0\ncommand: [sleep, infinity]\nargs: [--v=2]',
    'command: "kube-apiserver"',
    'command: {a: b}',
    'command: [3, null, [a]]',
    'command: ["{{ .Values.program }}"]',
  ])('none in %s', (container) => {
    expect(run(container)).toBeUndefined();
  });

  it('knows its version by the tag', () => {
    expect(String(run('image: k8s.gcr.io/kube-apiserver:v1.19.3-gke.1\ncommand: [kube-apiserver]')?.version)).toBe('1.19');
    expect(run('image: registry.example.com/etcd:3.5.1\ncommand: [etcd]')?.version).toBeUndefined();
  });

  it('knows the versions that have a flag', () => {
    const component = run('command: [kube-apiserver]') as Component<'kube-apiserver'>;
    expect(component.hasFlag('insecure-port', new KubernetesVersion(1, 23))).toBe(true);
    expect(component.hasFlag('insecure-port', new KubernetesVersion(1, 24))).toBe(false);
    expect(component.hasFlag('service-account-extend-token-expiration', new KubernetesVersion(1, 19))).toBe(false);
    expect(component.hasFlag('profiling', new KubernetesVersion(1, 10))).toBe(true);
  });
});

describe('a setting', () => {
  it.each([
    ['command: [kube-apiserver, --profiling=false]', 'false'],
    ['command: [kube-apiserver, --profiling]', 'true'],
    ['command: [kube-apiserver, --profiling, false]', 'true'],
    ['command: [kube-apiserver]\nargs: [--profiling=false]', 'false'],
    ['command: [kube-apiserver, --profiling=true, --profiling=false]', 'false'],
    ['command: [kube-apiserver]', 'true'],
    ['command: [sh, -c, "kube-apiserver --profiling=false; sleep 1"]', 'false'],
    ['command: [sh, -c, "kube-apiserver --v=2; other --profiling=false"]', 'true'],
    ['command: [sh, -c, "kube-apiserver --v=2 | tee --profiling=false"]', 'true'],
    ['command:\n  - sh\n  - -c\n  - |\n    kube-apiserver --v=2 \\\n      --profiling=false\n    echo done', 'false'],
  ])('is read from %s', (container, value) => {
    expect(setting(container, 'profiling').value).toBe(value);
  });

  it.each([
    ['command: [kube-apiserver, --audit-log-maxage, "7"]', '7'],
    ['command: [kube-apiserver, --audit_log_maxage=7]', '7'],
    ['command: [kube-apiserver, --audit-log-maxage=7, --audit-log-maxage=9]', '9'],
    ['command: [sh, -c, "kube-apiserver --audit-log-maxage \'7\'"]', '7'],
    ['command: [kube-apiserver, --audit-log-maxage, --v=2]', ''],
  ])('that takes a value is read from %s', (container, value) => {
    expect(setting(container, 'audit-log-maxage').value).toBe(value);
  });

  it.each([
    'command: [kube-apiserver, "$(FLAGS)"]',
    'command: [kube-apiserver, "{{ .Values.flags }}"]',
    'command: [sh, -c, "kube-apiserver $FLAGS"]',
    'command: [sh, -c, "kube-apiserver \\"$@\\""]',
    'command: [kube-apiserver, --profiling=$(PROFILING)]',
    'command: [kube-apiserver, "--profiling={{ .Values.profiling }}"]',
    'command: [kube-scheduler, --config=/etc/scheduler.yaml]',
    'command: [kubelet, --config, /etc/kubelet.yaml]',
    'command: [etcd, --config-file=/etc/etcd.yaml]',
  ])('is unknown in %s', (container) => {
    const found = setting(container, container.includes('kubelet') ? 'anonymous-auth' : container.includes('[etcd') ? 'auto-tls' : 'profiling');
    expect(found.isUnknown).toBe(true);
    expect(found.value).toBeUndefined();
  });

  it('is known beside variables when it is written', () => {
    expect(setting('command: [kube-apiserver, --profiling=false, "$(FLAGS)"]', 'profiling').is('false')).toBe(true);
  });

  it('reads truth as Go does', () => {
    for (const text of ['1', 't', 'T', 'TRUE', 'true', 'True']) expect(setting(`command: [kube-apiserver, --profiling=${text}]`, 'profiling').is('true')).toBe(true);
    for (const text of ['0', 'f', 'F', 'FALSE', 'false', 'False']) expect(setting(`command: [kube-apiserver, --profiling=${text}]`, 'profiling').is('false')).toBe(true);
  });

  it('collects a list from all of its flags', () => {
    const plugins = setting('command: [kube-apiserver, "--enable-admission-plugins=A, B", --enable-admission-plugins=C]', 'enable-admission-plugins');
    expect(plugins.list).toEqual(['A', 'B', 'C']);
    expect(plugins.parts.map(({ text, range }) => [text, range?.start, range?.end])).toEqual([
      ['A', 27, 28],
      ['B', 30, 31],
      ['C', 27, 28],
    ]);
  });

  it('of etcd is read from the environment unless a flag says it', () => {
    const env = 'env: [{ name: ETCD_AUTO_TLS, value: "true" }]';
    expect(setting(`command: [etcd]\n${env}`, 'auto-tls').label).toBe('ETCD_AUTO_TLS');
    expect(setting(`command: [etcd]\n${env}`, 'auto-tls').value).toBe('true');
    expect(setting(`command: [etcd, --auto-tls=false]\n${env}`, 'auto-tls').value).toBe('false');
    expect(setting('command: [etcd]\nenvFrom: [{ configMapRef: { name: etcd } }]', 'auto-tls').isUnknown).toBe(true);
  });

  it('is a feature gate', () => {
    const component = run('command: [kube-scheduler, "--feature-gates=A=true,B=false", --feature-gates=C=true]');
    expect(component?.featureGate('B')?.value).toBe('false');
    expect(component?.featureGate('B')?.range).toEqual({ start: 25, end: 30 });
    expect(component?.featureGate('C')?.value).toBe('true');
    expect(component?.featureGate('D')).toBeUndefined();
  });
});

describe('what configures components without running them', () => {
  it('is kubeadm, with what it writes itself', () => {
    const [server, manager, scheduler, etcd] = resourceOf('apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.31.2\n').components;
    expect([server?.name, manager?.name, scheduler?.name, etcd?.name]).toEqual(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd']);
    expect(String(server?.version)).toBe('1.31');
    expect(server?.setting('authorization-mode').list).toEqual(['Node', 'RBAC']);
    expect(server?.setting('profiling').value).toBe('true');
  });

  it.each([
    ['v1beta3', 'extraArgs:\n    profiling: "false"'],
    ['v1beta4', 'extraArgs:\n    - name: profiling\n      value: "false"'],
  ])('is kubeadm %s', (version, args) => {
    const [server] = resourceOf(`apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\napiServer:\n  ${args}\n`).components;
    expect(server?.setting('profiling').value).toBe('false');
  });

  it('is Cluster API', () => {
    const text = 'apiVersion: controlplane.cluster.x-k8s.io/v1beta1\nkind: KubeadmControlPlane\nspec:\n  version: v1.30.1\n  kubeadmConfigSpec:\n    clusterConfiguration:\n      etcd: { external: { endpoints: [] } }\n    joinConfiguration:\n      nodeRegistration:\n        kubeletExtraArgs: { anonymous-auth: "true" }\n';
    const components = resourceOf(text).components;
    expect(components.map(({ name }) => name)).toEqual(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet']);
    expect(components[3]?.setting('anonymous-auth').is('true')).toBe(true);
    expect(components[3]?.setting('read-only-port').isUnknown).toBe(true);
  });

  it('is a file of the kubelet, whose defaults are other than those of its flags', () => {
    const [kubelet] = resourceOf('apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfeatureGates: { A: true }\n').components;
    expect(kubelet?.setting('anonymous-auth').value).toBe('false');
    expect(kubelet?.setting('read-only-port').value).toBe('0');
    expect(kubelet?.featureGate('A')?.is('true')).toBe(true);
    expect(setting('command: [kubelet]', 'read-only-port').value).toBe('10255');
  });

  it('is a file within a ConfigMap', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: kubelet }\ndata:\n  kubelet: |\n    apiVersion: kubelet.config.k8s.io/v1beta1\n    kind: KubeletConfiguration\n    readOnlyPort: 10255\n  other: 3\n';
    const [kubelet] = resourceOf(text).components;
    const port = kubelet?.setting('read-only-port');
    expect(port?.value).toBe('10255');
    expect(port?.field.path).toEqual(['data', 'kubelet']);
    expect(port?.write('0')).toBeUndefined();
  });

  it.each(['apiVersion: example.com/v1\nkind: KubeletConfiguration\n', 'apiVersion: v1\nkind: ConfigMap\ndata: [a]\n', 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\nnodeRegistration: 3\n'])('is not %s', (text) => {
    expect(resourceOf(text).components).toEqual([]);
  });

  it('survives odd input', () => {
    const [server] = resourceOf('apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\napiServer: [3]\nscheduler: { extraArgs: [a, { name: 3, value: [] }] }\n').components;
    expect(server?.setting('profiling').value).toBe('true');
  });
});

describe('lengths of time', () => {
  it.each([
    ['1h30m', 5400],
    ['0', 0],
    ['0s', 0],
    ['1.5s', 1.5],
    ['100ms', 0.1],
    ['-1m', -60],
    ['5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (text, seconds) => {
    expect(secondsOf(text)).toEqual(seconds === undefined ? undefined : seconds);
  });
});
