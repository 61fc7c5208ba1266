import { assign, defineComponentRule, hipaa, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-insecure-port',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server has a port without authentication and authorization.',
    why: 'Whoever reaches the port is an administrator, and no log tells who it was. It was open on 8080 by default up to Kubernetes 1.19, and cannot be opened since 1.20.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_88', 'wants the flag written out, also with versions that have no such port'),
    near('kubescape', 'C-0005', 'looks for port 1 only'),
  ],
  frameworks: [nsa('authentication'), nsa('control-plane'), mitre('T1190'), nist800190('4.3.2'), nist80053('AC-14'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    open: '{component} serves without authentication on port {value}.',
    default: '{component} serves without authentication on port 8080, because that is the default.',
  },
  judge(component, report, { kubernetesVersion }) {
    const port = component.setting('insecure-port');
    if (port.is('0')) return;
    const fix = assign(port, '0', 'Close the port');
    if (port.value !== undefined) report(port, { message: 'open', fix });
    else if (!kubernetesVersion.atLeast(1, 20)) report(port, { message: 'default', fix });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --insecure-port=8080
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --insecure-port=0
      `,
    },
    {
      title: 'Old versions open the port unless told otherwise',
      bad: inPod`
        - name: kube-apiserver
          image: k8s.gcr.io/kube-apiserver:v1.18.6
          command:
            - kube-apiserver
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: k8s.gcr.io/kube-apiserver:v1.18.6
          command:
            - kube-apiserver
            - --v=2
            - --insecure-port=0
      `,
    },
  ],
});
