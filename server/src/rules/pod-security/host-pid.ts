import { cis, defineRule, fix, gdpr, hipaa, inPodSpec, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'host-pid',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod shares the process ID namespace of its node.',
    why: 'Its processes see all processes of the node, with their command lines, and as root also their environment, secrets included; they can signal them, trace them and reach the node\'s files through /proc/1/root.',
    unless: 'the pod observes the processes of the node, such as a security or profiling agent.',
  },
  aliases: [
    same('pss', 'hostNamespaces'),
    same('checkov', 'CKV_K8S_17'),
    same('trivy', 'KSV-0010'),
    same('kube-linter', 'host-pid'),
    same('kubesec', 'HostPID'),
    same('polaris', 'hostPIDSet'),
    same('kubescape', 'host-pid-privileges', 'C-0275', 'host-pid-ipc-privileges', 'C-0038'),
  ],
  frameworks: [
    pss.baseline('host-namespaces'),
    cis('5.2.3'),
    nsa('host-namespaces'),
    mitre('T1611'),
    nist800190('4.4.3'),
    nist80053('SC-39'),
    pciDss('2.2.6'),
    soc2('CC6.1'),
    hipaa('164.312(a)(1)'),
    gdpr('32(1)(b)'),
    iso27001('8.9'),
  ],
  messages: { shared: 'The pod shares the process ID namespace of its node (hostPID: true).' },
  visit: {
    pod(pod, report) {
      const setting = pod.spec.at('hostPID');
      if (setting.is(true)) report(setting, { message: 'shared', fix: fix.set(setting, false, 'Give the pod a process ID namespace of its own', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        hostPID: true
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
      fixed: inPodSpec`
        hostPID: false
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
