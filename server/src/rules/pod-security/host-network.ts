import { cis, defineRule, fix, gdpr, hipaa, hostProcessSettings, inPodSpec, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'host-network',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod shares the network namespace of its node.',
    why: 'Such a pod reaches everything that listens on the node\'s loopback interface, often without authentication, can sniff the traffic of other pods with NET_RAW, and gets the cloud\'s metadata as the node does. Network policies do not hold for it.',
    unless: 'the pod provides the node\'s network, such as a CNI plugin or kube-proxy.',
  },
  aliases: [
    same('pss', 'hostNamespaces'),
    same('checkov', 'CKV_K8S_19'),
    same('trivy', 'KSV-0009'),
    same('kube-linter', 'host-network'),
    same('kubesec', 'HostNetwork'),
    same('polaris', 'hostNetworkSet'),
    same('kubescape', 'host-network-access', 'C-0041'),
  ],
  frameworks: [
    pss.baseline('host-namespaces'),
    cis('5.2.5'),
    nsa('host-network'),
    mitre('T1611'),
    mitre('T1040'),
    nist800190('4.4.3'),
    nist80053('SC-7(21)'),
    nist80053('SC-39'),
    pciDss('2.2.6'),
    soc2('CC6.6'),
    hipaa('164.312(a)(1)'),
    gdpr('32(1)(b)'),
    iso27001('8.22'),
  ],
  messages: { shared: 'The pod shares the network namespace of its node (hostNetwork: true).' },
  visit: {
    pod(pod, report) {
      const setting = pod.spec.at('hostNetwork');
      if (!setting.is(true)) return;
      report(setting, {
        message: 'shared',
        // The API server wants HostProcess containers to have the node's network.
        fix: hostProcessSettings(pod).length > 0 ? undefined : fix.set(setting, false, 'Give the pod a network namespace of its own', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        hostNetwork: true
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
      fixed: inPodSpec`
        hostNetwork: false
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
