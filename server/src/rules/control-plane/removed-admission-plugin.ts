import { cis, defineComponentRule, inPod, near, nist80053, withdraw } from '../../kit/index.js';

/** Plugins that are gone, with the minor version of Kubernetes 1 that lacks them first. */
const REMOVED: ReadonlyMap<string, number> = new Map([['PodSecurityPolicy', 25], ['SecurityContextDeny', 30]]);

export default defineComponentRule({
  id: 'removed-admission-plugin',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server enables an admission plugin that its version does not have.',
    why: 'An API server that is told to enable an unknown plugin does not start. PodSecurityPolicy went with Kubernetes 1.25, SecurityContextDeny with 1.30; what they guarded needs Pod Security admission or a policy engine now.',
  },
  aliases: [
    near('kubescape', 'ensure-that-the-admission-control-plugin-SecurityContextDeny-is-set-if-PodSecurityPolicy-is-not-used', 'asks for the plugins that are found here'),
  ],
  frameworks: [cis('5.2.1'), nist80053('SA-22')],
  messages: {
    removed: '{component} enables the plugin {value}, which Kubernetes {removal} removed.',
  },
  judge(component, report, { kubernetesVersion }) {
    const plugins = component.setting('enable-admission-plugins');
    for (const part of plugins.parts) {
      const minor = REMOVED.get(part.text);
      if (minor === undefined || !kubernetesVersion.atLeast(1, minor)) continue;
      report(plugins, { message: 'removed', data: { removal: `1.${minor}` }, fix: withdraw(plugins, `Enable ${part.text} no more`, part) }, part);
    }
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=NodeRestriction,PodSecurityPolicy
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=NodeRestriction
      `,
    },
    {
      title: 'The version has it',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.24.17
          command:
            - kube-apiserver
            - --enable-admission-plugins=NodeRestriction,PodSecurityPolicy
      `,
    },
  ],
});
