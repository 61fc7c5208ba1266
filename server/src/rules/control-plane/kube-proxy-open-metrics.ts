import { assign, cis, defineComponentRule, inPod, isLoopback, iso27001, manifest, near, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kube-proxy-open-metrics',
  component: 'kube-proxy',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The proxy of a node serves its metrics to everybody.',
    why: 'The port has no authentication. It tells callers how the services of the cluster are wired and, with profiling on, lets them take profiles; by default it is on the loopback address.',
    unless: 'a Prometheus server scrapes it and a firewall keeps others away.',
  },
  aliases: [
    near('kubescape', 'C-0291', 'reads the configuration within the ConfigMap kube-proxy'),
  ],
  frameworks: [cis('4.3.1'), nsa('control-plane'), nsa('worker-nodes'), nist800190('4.3.5'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    open: '{component} serves its metrics on {value}.',
  },
  judge(component, report) {
    const address = component.setting('metrics-bind-address');
    if (!address.value || isLoopback(address.value)) return;
    report(address, { message: 'open', fix: assign(address, '127.0.0.1:10249', 'Serve metrics on the node itself only') });
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        metricsBindAddress: 0.0.0.0:10249
      `,
      fixed: manifest`
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        metricsBindAddress: 127.0.0.1:10249
      `,
    },
    {
      title: 'As a flag',
      bad: inPod`
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.34.2
          command:
            - kube-proxy
            - --metrics-bind-address=0.0.0.0
      `,
      fixed: inPod`
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.34.2
          command:
            - kube-proxy
            - --metrics-bind-address=127.0.0.1:10249
      `,
    },
  ],
});
