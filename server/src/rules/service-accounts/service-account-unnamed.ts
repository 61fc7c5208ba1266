import { cis, defineRule, inPodSpec, same } from '../../kit/index.js';

export default defineRule({
  id: 'service-account-unnamed',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A pod names no service account.',
    why: 'It then runs under the account `default` of its namespace, which it shares with all others that name none. An account of its own can be given exactly the rights that the program needs, and shows up by name in the audit log.',
    unless: 'the program never calls the Kubernetes API and gets no token.',
  },
  aliases: [same('kubesec', 'ServiceAccountName')],
  frameworks: [cis('5.1.5')],
  messages: {
    unnamed: '{title} names no service account.',
  },
  visit: {
    pod(pod, report) {
      const name = pod.setting('serviceAccountName');
      const old = pod.setting('serviceAccount');
      if (name.isSet || name.isTemplated || old.isSet || old.isTemplated) return;
      report(name, { message: 'unnamed', data: { title: pod.title } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
    {
      good: inPodSpec`
        serviceAccountName: shop
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
