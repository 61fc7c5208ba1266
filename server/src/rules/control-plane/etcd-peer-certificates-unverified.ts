import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, near, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-peer-certificates-unverified',
  component: 'etcd',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Etcd lets members in that show no certificate.',
    why: 'A member receives the whole database. Without certificates whoever reaches the peer port can be one, or change what members tell each other.',
    unless: 'etcd has one member only.',
  },
  aliases: [
    same('trivy', 'KCV-0046'),
    same('kubescape', 'etcd-peer-client-auth-cert', 'C-0157'),
    near('checkov', 'CKV_K8S_121', 'reads the arguments of Pods named etcd only'),
  ],
  frameworks: [cis('2.5'), nsa('authentication'), nsa('etcd'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} asks members for no certificate.',
    unset: '{component} asks members for no certificate, because that is the default.',
  },
  judge(component, report) {
    const verified = component.setting('peer-client-cert-auth');
    if (verified.is('true')) return;
    report(verified, { message: verified.isSet ? 'set' : 'unset', fix: assign(verified, 'true', 'Ask members for certificates') });
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-client-cert-auth=false
      `,
      fixed: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-client-cert-auth=true
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
            - --peer-client-cert-auth=true
      `,
    },
  ],
});
