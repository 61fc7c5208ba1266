import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/kit/index.js';
import { rules } from '../../server/src/rules/index.js';
import { findings, fixed, planFor } from '../rules/judge.js';

function ruleOf(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

function pod(lines: string): string {
  const body = lines.split('\n').map((line) => `      ${line}\n`);
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\nspec:\n  containers:\n    - name: main\n${body.join('')}`;
}

describe('settings are repaired where they are written', () => {
  it.each([
    ['as one word', 'command: [kube-apiserver, --profiling=true]', 'command: [kube-apiserver, --profiling=false]'],
    ['alone', 'command: [kube-apiserver, --profiling]', 'command: [kube-apiserver, --profiling=false]'],
    ['nowhere', 'command: [kube-apiserver]', 'command: [kube-apiserver, --profiling=false]'],
    ['nowhere, with arguments', 'command: [kube-apiserver]\nargs:\n  - --v=2', 'command: [kube-apiserver]\nargs:\n  - --v=2\n  - --profiling=false'],
    ['in a script', 'command: [sh, -c, "exec kube-apiserver --profiling=true --v=2"]', 'command: [sh, -c, "exec kube-apiserver --profiling=false --v=2"]'],
    ['nowhere in a script', 'command: [sh, -c, "exec kube-apiserver --v=2"]', 'command: [sh, -c, "exec kube-apiserver --profiling=false --v=2"]'],
  ])('%s', (_, bad, good) => {
    const plan = planFor(ruleOf('api-server-profiling'));
    expect(findings(pod(bad), plan)).toHaveLength(1);
    expect(fixed(pod(bad), plan)).toBe(pod(good));
    expect(findings(pod(good), plan)).toEqual([]);
  });

  it('as two words', () => {
    const plan = planFor(ruleOf('api-server-always-allow'));
    expect(fixed(pod('command: [kube-apiserver, --authorization-mode, AlwaysAllow]'), plan)).toBe(pod('command: [kube-apiserver, --authorization-mode, "Node,RBAC"]'));
  });

  it('as two words of which both go', () => {
    const plan = planFor(ruleOf('api-server-token-file'));
    expect(fixed(pod('command:\n  - kube-apiserver\n  - --token-auth-file\n  - /tokens.csv\n  - --v=2'), plan)).toBe(pod('command:\n  - kube-apiserver\n  - --v=2'));
  });

  it('in a script from which they go', () => {
    const plan = planFor(ruleOf('api-server-token-file'));
    expect(fixed(pod('command: [sh, -c, "kube-apiserver --token-auth-file=/tokens.csv --v=2"]'), plan)).toBe(pod('command: [sh, -c, "kube-apiserver --v=2"]'));
  });

  it('in a variable of etcd', () => {
    const plan = planFor(ruleOf('etcd-auto-tls'));
    const text = (value: string): string => pod(`command: [etcd]\nenv:\n  - name: ETCD_AUTO_TLS\n    value: "${value}"`);
    expect(fixed(text('true'), plan)).toBe(text('false'));
  });

  it.each([
    ['v1beta3', 'apiServer:\n  extraArgs:\n    profiling: "true"\n', 'apiServer:\n  extraArgs:\n    profiling: "false"\n'],
    ['v1beta4', 'apiServer:\n  extraArgs:\n    - name: profiling\n      value: "true"\n', 'apiServer:\n  extraArgs:\n    - name: profiling\n      value: "false"\n'],
    ['v1beta3', 'apiServer:\n  extraArgs:\n    v: "2"\n', 'apiServer:\n  extraArgs:\n    v: "2"\n    profiling: "false"\n'],
    ['v1beta4', 'apiServer:\n  extraArgs:\n    - name: v\n      value: "2"\n', 'apiServer:\n  extraArgs:\n    - name: v\n      value: "2"\n    - name: profiling\n      value: "false"\n'],
    ['v1beta4', 'apiServer:\n  timeoutForControlPlane: 4m0s\n', 'apiServer:\n  timeoutForControlPlane: 4m0s\n  extraArgs:\n    - name: profiling\n      value: "false"\n'],
  ])("in kubeadm's arguments (%s)", (version, bad, good) => {
    const plan = planFor(ruleOf('api-server-profiling'));
    const head = `apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\n`;
    expect(findings(head + bad, plan)).toHaveLength(1);
    expect(fixed(head + bad, plan)).toBe(head + good);
  });

  it('in a configuration file', () => {
    const plan = planFor(ruleOf('kubelet-process-limit-unset'));
    const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
    expect(fixed(head, plan)).toBe(`${head}podPidsLimit: 4096\n`);
  });

  it('value by value in a list', () => {
    const plan = planFor(ruleOf('weak-cipher-suite'));
    const weak = 'command:\n  - kube-apiserver\n  - --tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA,TLS_RSA_WITH_3DES_EDE_CBC_SHA\n  - --v=2';
    expect(findings(pod(weak), plan)).toHaveLength(2);
    expect(fixed(pod(weak), plan)).toBe(pod('command:\n  - kube-apiserver\n  - --v=2'));
  });
});
