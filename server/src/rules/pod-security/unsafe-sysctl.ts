import { defineRule, fix, inPodSpec, iso27001, isSafeSysctl, near, nist800190, nist80053, nsa, pciDss, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'unsafe-sysctl',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod sets a sysctl that is not among the safe ones of its Kubernetes version.',
    why: 'A sysctl counts as safe when it is confined to the pod and cannot harm its neighbours. Others change limits of the kernel that all pods of the node share, or open weaknesses; the kubelet refuses them unless the node\'s administrator has allowed them by name.',
    unless: 'the nodes of this workload are its own, and their kubelets allow this sysctl.',
  },
  aliases: [
    same('pss', 'sysctls'),
    same('trivy', 'KSV-0026'),
    same('kubescape', 'set-sysctls-params'),
    near('kube-linter', 'unsafe-sysctls', 'matches by prefix: it objects to safe sysctls too, and misses others'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
  ],
  frameworks: [pss.baseline('sysctls'), nsa('pod-security-enforcement'), nist800190('4.4.3'), nist80053('SC-39'), pciDss('2.2.6'), iso27001('8.9')],
  messages: { unsafe: 'The pod sets the sysctl {sysctl}, which Kubernetes {version} does not count as safe.' },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      for (const entry of pod.securityContext.at('sysctls').items()) {
        const name = entry.at('name');
        const sysctl = name.string;
        if (sysctl === undefined || name.isTemplated || isSafeSysctl(sysctl, kubernetesVersion)) continue;
        report(name, { message: 'unsafe', data: { sysctl, version: kubernetesVersion.toString() }, fix: fix.remove(entry, 'Remove the sysctl', 'suggestion', pod.spec) });
      }
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          sysctls:
            - name: net.ipv4.tcp_syncookies
              value: "1"
            - name: net.core.somaxconn
              value: "1024"
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
      fixed: inPodSpec`
        securityContext:
          sysctls:
            - name: net.ipv4.tcp_syncookies
              value: "1"
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
    {
      title: 'Safe since Kubernetes 1.29',
      kubernetesVersion: '1.29',
      good: inPodSpec`
        securityContext:
          sysctls:
            - name: net.ipv4.tcp_keepalive_time
              value: "600"
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
