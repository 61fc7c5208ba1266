import { assign, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineComponentRule({
  id: 'weak-tls-version',
  component: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'],
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A component of the cluster accepts TLS 1.0 or 1.1.',
    why: 'Both versions rest on MD5 and SHA-1 and on suites in CBC mode, and have been deprecated since 2021. The default is TLS 1.2.',
    unless: 'a client that cannot be replaced knows no newer version.',
  },
  aliases: [],
  frameworks: [nsa('encryption'), nist80053('SC-8(1)'), nist80053('SC-13'), pciDss('12.3.3'), hipaa('164.312(e)(2)(ii)'), iso27001('8.24')],
  messages: {
    weak: '{component} accepts TLS from {value} on.',
  },
  judge(component, report) {
    const version = component.setting('tls-min-version');
    if (version.is('VersionTLS10', 'VersionTLS11', 'TLS1.0', 'TLS1.1')) report(version, { message: 'weak', fix: assign(version, component.name === 'etcd' ? 'TLS1.2' : 'VersionTLS12', 'Refuse what is older than TLS 1.2') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --tls-min-version=VersionTLS10
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --tls-min-version=VersionTLS12
      `,
    },
  ],
});
