import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-client-certificates-unverified',
  component: 'etcd',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Etcd serves clients that show no certificate.',
    why: 'Whoever reaches the port reads all Secrets and writes any role, as etcd knows nothing of the rights that the API server guards. Certificates of clients are not asked for by default.',
    unless: 'etcd asks for names and passwords instead, or listens on its own host only.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_117'),
    same('trivy', 'KCV-0043'),
    same('kubescape', 'etcd-client-auth-cert', 'C-0154'),
  ],
  frameworks: [cis('2.2'), nsa('authentication'), nsa('etcd'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} asks clients for no certificate.',
    unset: '{component} asks clients for no certificate, because that is the default.',
  },
  judge(component, report) {
    const verified = component.setting('client-cert-auth');
    if (verified.is('true')) return;
    report(verified, { message: verified.isSet ? 'set' : 'unset', fix: assign(verified, 'true', 'Ask for client certificates') });
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --client-cert-auth=false
      `,
      fixed: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --client-cert-auth=true
      `,
    },
    {
      title: 'No certificates are asked for by default',
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --name=main
      `,
      fixed: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --name=main
            - --client-cert-auth=true
      `,
    },
  ],
});
