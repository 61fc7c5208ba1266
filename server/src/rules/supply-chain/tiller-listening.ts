import { defineRule, inPod, iso27001, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'tiller-listening',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Tiller, the server of Helm 2, can be reached from the whole cluster.',
    why: 'Without `--listen=localhost:44134` Tiller takes orders from every pod, without a password, and carries them out with the rights of its service account.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_45'),
  ],
  frameworks: [nist80053('CM-7'), nist80053('SA-22'), nsa('upgrades'), soc2('CC7.1'), iso27001('8.8'), nist80053('IA-9')],
  messages: {
    open: 'Container {name} runs a Tiller that listens on all addresses.',
  },
  visit: {
    container(container, report) {
      const image = container.at('image');
      const labels = container.pod.metadata.at('labels');
      const isTiller = image.string?.includes('tiller') === true || labels.locate(['app']).is('helm') || labels.locate(['name']).is('tiller');
      if (!isTiller || container.role === 'ephemeral' || image.isTemplated) return;
      const args = container.at('args').items();
      if (args.some((arg) => arg.isTemplated || /--listen.*(?:localhost|127\.0\.0\.1)/u.test(arg.string ?? ''))) return;
      const listen = args.find((arg) => arg.string?.startsWith('--listen') === true);
      report(listen ?? container.at('name'), { message: 'open', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: server
          image: ghcr.io/helm/tiller:v2.17.0
          args: [--listen=0.0.0.0:44134]
      `,
    },
    {
      good: inPod`
        - name: server
          image: ghcr.io/helm/tiller:v2.17.0
          args: [--listen=localhost:44134]
      `,
    },
  ],
});
