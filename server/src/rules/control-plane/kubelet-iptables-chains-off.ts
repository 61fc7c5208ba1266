import { assign, cis, defineComponentRule, inPod, iso27001, manifest, near, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-iptables-chains-off',
  component: 'kubelet',
  severity: 'hint',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet does not keep the chains of iptables that it needs.',
    why: 'Other programs on the node, a firewall for one, can then take the rules away by which packets of the cluster are marked and dropped. The kubelet keeps them by default.',
    unless: 'the node uses another packet filter than iptables.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_145', 'wants the default written out'),
  ],
  frameworks: [cis('4.2.6'), nsa('worker-nodes'), nist80053('SC-7'), iso27001('8.20')],
  messages: {
    off: '{component} does not keep its chains of iptables.',
  },
  judge(component, report) {
    const chains = component.setting('make-iptables-util-chains');
    if (chains.is('false')) report(chains, { message: 'off', fix: assign(chains, 'true', 'Keep the chains') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --make-iptables-util-chains=false
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --make-iptables-util-chains=true
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        makeIPTablesUtilChains: false
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        makeIPTablesUtilChains: true
      `,
    },
  ],
});
