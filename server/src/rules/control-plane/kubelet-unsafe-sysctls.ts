import { defineComponentRule, iso27001, manifest, nist800190, nist80053, nsa, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-unsafe-sysctls',
  component: 'kubelet',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet lets pods set unsafe sysctls.',
    why: 'A pattern such as `kernel.*` or `net.*` lets any pod on the node change settings that other pods and the node itself live by. None are allowed by default.',
    unless: 'only pods that need them can be scheduled to the node.',
  },
  aliases: [],
  frameworks: [nsa('worker-nodes'), nist800190('4.4.3'), nist80053('CM-6'), iso27001('8.9')],
  messages: {
    all: '{component} lets pods set the sysctls {value}.',
  },
  judge(component, report) {
    const allowed = component.setting('allowed-unsafe-sysctls');
    for (const part of allowed.parts) {
      if (part.text.endsWith('*')) report(allowed, { message: 'all', fix: withdraw(allowed, `Allow ${part.text} no more`, part) }, part);
    }
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        allowedUnsafeSysctls:
          - net.core.somaxconn
          - kernel.*
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        allowedUnsafeSysctls:
          - net.core.somaxconn
      `,
    },
  ],
});
