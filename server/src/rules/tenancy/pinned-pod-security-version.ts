import { defineRule, fix, manifest, nsa, POD_SECURITY_PREFIX } from '../../kit/index.js';

/** How many minor versions Kubernetes maintains beside each other; a pin within them is recent. */
const SUPPORTED = 3;

export default defineRule({
  id: 'pinned-pod-security-version',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A Namespace enforces its Pod Security level as an old version of Kubernetes defined it.',
    why: 'The standards change with Kubernetes: later versions forbid what was not known to be dangerous before, such as probes that reach other hosts (1.34). A namespace that is pinned to an old version goes without.',
    unless: 'the pin is moved forward with every upgrade of the cluster.',
  },
  aliases: [],
  frameworks: [nsa('pod-security-enforcement'), nsa('upgrades')],
  messages: {
    old: '{title} enforces its Pod Security level as Kubernetes {pinned} defined it; the manifests are for {version}.',
    new: '{title} enforces its Pod Security level as Kubernetes {pinned} defines it, which {version} does not know.',
  },
  visit: {
    resource(resource, report, { kubernetesVersion }) {
      const pin = resource.metadata.at('labels', `${POD_SECURITY_PREFIX}enforce-version`);
      const minor = Number(/^v1\.(\d{1,3})$/u.exec(pin.string ?? '')?.[1] ?? Number.NaN);
      if (resource.kind !== 'Namespace' || resource.group !== '' || Number.isNaN(minor)) return;
      const data = { title: resource.title, pinned: `1.${minor}`, version: kubernetesVersion.toString() };
      const behind = kubernetesVersion.minor - minor;
      if (behind < 0) report(pin, { message: 'new', data });
      else if (behind > SUPPORTED) report(pin, { message: 'old', data, fix: fix.set(pin, 'latest', 'Follow the version of the cluster', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/enforce-version: v1.24
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/enforce-version: latest
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/enforce-version: latest
      `,
    },
  ],
});
