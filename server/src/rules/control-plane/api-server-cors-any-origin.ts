import { defineComponentRule, inPod, iso27001, nist80053, pciDss, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-cors-any-origin',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server lets pages of any origin read its answers.',
    why: 'A page on any site can then send requests from the browser of an administrator and read what comes back, as far as the browser has a client certificate or a proxy adds credentials.',
  },
  aliases: [],
  frameworks: [nist80053('AC-4'), pciDss('2.2.6'), iso27001('8.26')],
  messages: {
    any: '{component} lets any origin read its answers: {value}.',
  },
  judge(component, report) {
    const origins = component.setting('cors-allowed-origins');
    for (const part of origins.parts) {
      if (/^\^?(?:https?:)?(?:\/\/)?(?:\.?\*|\.\+)\$?$/u.test(part.text)) report(origins, { message: 'any', fix: withdraw(origins, 'Let no other origin in', part) }, part);
    }
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --cors-allowed-origins=.*
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
    },
  ],
});
