import { cis, defineComponentRule, inPod, nist80053, nsa, same, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-hostname-override',
  component: 'kubelet',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet gives its node another name than its host has.',
    why: 'Certificates and the audit log name nodes. Where these names are not those of the hosts, certificates are issued for names that nobody has checked, and traces lead astray.',
    unless: 'the cloud provider requires the name.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_146'),
  ],
  frameworks: [cis('4.2.7'), nsa('worker-nodes'), nist80053('IA-3')],
  messages: {
    set: '{component} calls its node {value}.',
  },
  judge(component, report) {
    const name = component.setting('hostname-override');
    if (name.isSet) report(name, { message: 'set', fix: withdraw(name, 'Call the node as its host is called') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --hostname-override=worker.example.com
            - --v=2
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --v=2
      `,
    },
  ],
});
