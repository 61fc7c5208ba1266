import { assign, defineComponentRule, iso27001, manifest, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kube-proxy-profiling',
  component: 'kube-proxy',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The proxy of a node serves profiles of itself.',
    why: 'Under `/debug/pprof` of its metrics port the proxy tells callers about its memory and code, without authentication, and a profile that is being taken slows the node\'s network down. It is off by default.',
    unless: 'somebody is looking for a fault in its performance.',
  },
  aliases: [],
  frameworks: [nsa('control-plane'), nsa('worker-nodes'), nist800190('4.3.5'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    on: '{component} serves profiles.',
  },
  judge(component, report) {
    const profiling = component.setting('profiling');
    if (profiling.is('true')) report(profiling, { message: 'on', fix: assign(profiling, 'false', 'Serve no profiles') });
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        enableProfiling: true
      `,
      fixed: manifest`
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        enableProfiling: false
      `,
    },
  ],
});
