import { assign, cis, defineComponentRule, inPod, iso27001, manifest, mitre, nist800190, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-process-limit-unset',
  component: 'kubelet',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet lets a pod start any number of processes.',
    why: 'A fork bomb in one pod, by mistake or on purpose, uses up the process ids of the node and takes everything on it down. There is no limit by default.',
    unless: 'the node itself limits processes by slice.',
  },
  aliases: [],
  frameworks: [cis('4.2.13'), nsa('worker-nodes'), mitre('T1499'), nist800190('4.3.5'), nist80053('SC-5'), iso27001('8.6')],
  messages: {
    unlimited: '{component} lets a pod start any number of processes.',
  },
  judge(component, report) {
    const limit = component.setting('pod-max-pids');
    if ((limit.number ?? 0) <= 0) report(limit, { message: 'unlimited', fix: assign(limit, '4096', 'Let a pod start 4,096 processes') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --pod-max-pids=-1
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --pod-max-pids=4096
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        podPidsLimit: -1
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        podPidsLimit: 4096
      `,
    },
  ],
});
