import { cis, defineRule, inPodSpec, mitre, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'default-service-account',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A pod runs under the default service account of its namespace, and gets its token.',
    why: 'All pods that name no account share this one. A right that is given to it for one of them is given to all, and the audit log cannot tell them apart.',
    unless: 'the default account of the namespace has no rights and never gets any.',
  },
  aliases: [same('kube-linter', 'default-service-account')],
  frameworks: [cis('5.1.5'), nsa('service-account-tokens'), mitre('T1528')],
  messages: {
    unset: '{title} runs under the default service account, because it names none.',
    named: '{title} runs under the default service account ({field}: default).',
  },
  visit: {
    pod(pod, report) {
      const { title } = pod;
      const token = pod.setting('automountServiceAccountToken');
      const name = pod.setting('serviceAccountName');
      const old = pod.setting('serviceAccount');
      if (token.is(false) || token.isTemplated) return;
      const [account] = [name, old].filter((field) => field.isTemplated || (field.isSet && field.value !== ''));
      if (!account) report(name, { message: 'unset', data: { title } });
      else if (account.is('default')) report(account, { message: 'named', data: { title, field: String(account.key) } });
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
      title: 'without a token the account does not matter',
      good: inPodSpec`
        automountServiceAccountToken: false
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
