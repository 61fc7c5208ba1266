import { assign, defineComponentRule, gdpr, inPod, iso27001, mitre, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'component-debug-logging',
  component: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy'],
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A component of the cluster logs the bodies of requests.',
    why: 'From verbosity 8 on requests and answers are logged in full, with the Secrets and tokens in them. Logs are kept longer, copied further and read by more people than etcd.',
    unless: 'somebody is looking for a fault right now, and the logs are thrown away.',
  },
  aliases: [],
  frameworks: [nsa('logging'), mitre('T1552.001'), nist80053('AU-9'), gdpr('32(1)(b)'), iso27001('8.15')],
  messages: {
    bodies: '{component} logs the bodies of requests, at verbosity {value}.',
  },
  judge(component, report) {
    const verbosity = component.setting('v');
    if ((verbosity.number ?? 0) >= 8) report(verbosity, { message: 'bodies', fix: assign(verbosity, '2', 'Log at verbosity 2') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=10
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
    },
  ],
});
