import { cis, defineRule, fix, gdpr, hipaa, inPodSpec, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'host-ipc',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod shares the inter-process communication namespace of its node.',
    why: 'Shared memory, semaphores and message queues of the node\'s processes lie open to the pod: it can read what databases and agents keep there, and change it.',
    unless: 'the program works together with a process of the node through shared memory.',
  },
  aliases: [
    same('pss', 'hostNamespaces'),
    same('checkov', 'CKV_K8S_18'),
    same('trivy', 'KSV-0008'),
    same('kube-linter', 'host-ipc'),
    same('kubesec', 'HostIPC'),
    same('polaris', 'hostIPCSet'),
    same('kubescape', 'host-ipc-privileges', 'C-0276', 'host-pid-ipc-privileges', 'C-0038'),
  ],
  frameworks: [
    pss.baseline('host-namespaces'),
    cis('5.2.4'),
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
  messages: { shared: 'The pod shares the IPC namespace of its node (hostIPC: true).' },
  visit: {
    pod(pod, report) {
      const setting = pod.spec.at('hostIPC');
      if (setting.is(true)) report(setting, { message: 'shared', fix: fix.set(setting, false, 'Give the pod an IPC namespace of its own', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        hostIPC: true
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
      fixed: inPodSpec`
        hostIPC: false
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
