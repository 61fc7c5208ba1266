import { cis, defineComponentRule, inPod, iso27001, nist80053, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-without-event-rate-limit',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server takes any number of events.',
    why: 'A broken or hostile client that writes events without end fills etcd and slows the API server for everybody. The plugin EventRateLimit caps them by server, namespace, user and source.',
    unless: 'API Priority and Fairness holds events back well enough.',
  },
  aliases: [
    same('trivy', 'KCV-0010'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-EventRateLimit-is-set', 'C-0121'),
  ],
  frameworks: [cis('1.2.9'), nist80053('SC-5'), iso27001('8.6')],
  messages: {
    missing: '{component} does not limit events: the enabled plugins are {value}.',
    unset: '{component} does not limit events.',
  },
  judge(component, report) {
    const plugins = component.setting('enable-admission-plugins');
    if (plugins.list.includes('EventRateLimit')) return;
    report(plugins, { message: plugins.isSet ? 'missing' : 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction
      `,
    },
    {
      title: 'No plugin is named',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
      `,
    },
    {
      title: 'The plugin is on',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction,EventRateLimit
      `,
    },
  ],
});
