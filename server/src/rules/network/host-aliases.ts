import { defineRule, inPodSpec, mitre, same } from '../../kit/index.js';

export default defineRule({
  id: 'host-aliases',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The pod adds entries of its own to /etc/hosts.',
    why: 'Such entries go before DNS, so that whoever can change the manifest can lead the program\'s connections elsewhere, unseen by those who watch name resolution. They also outlive the addresses that they name.',
    unless: 'the name is in no DNS that the cluster can ask.',
  },
  aliases: [same('trivy', 'KSV-0007'), same('kubesec', 'HostAliases')],
  frameworks: [mitre('T1557')],
  messages: { added: 'The pod adds entries of its own to /etc/hosts (hostAliases).' },
  visit: {
    pod(pod, report) {
      const aliases = pod.spec.at('hostAliases');
      if (aliases.isSet && !aliases.isTemplated) report(aliases, { message: 'added' });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        hostAliases:
          - ip: 10.1.2.3
            hostnames: [billing.internal.example.com]
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
