import { assign, cis, defineComponentRule, inPod, iso27001, mitre, near, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'service-account-lookup-off',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server accepts tokens of service accounts that are gone.',
    why: 'The signature of a token stays valid when its service account or Secret is deleted. Unless the API server looks them up, a stolen token cannot be taken back. It does so by default.',
  },
  aliases: [
    same('trivy', 'KCV-0024'),
    same('kubescape', 'ensure-that-the-api-server-service-account-lookup-argument-is-set-to-true', 'C-0135'),
    near('checkov', 'CKV_K8S_96', 'wants the default written out'),
  ],
  frameworks: [cis('1.2.21'), nsa('authentication'), mitre('T1528'), nist80053('AC-2'), iso27001('5.18')],
  messages: {
    off: '{component} accepts tokens of service accounts that are gone.',
  },
  judge(component, report) {
    const lookup = component.setting('service-account-lookup');
    if (lookup.is('false')) report(lookup, { message: 'off', fix: assign(lookup, 'true', 'Look service accounts up') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --service-account-lookup=false
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --service-account-lookup=true
      `,
    },
  ],
});
