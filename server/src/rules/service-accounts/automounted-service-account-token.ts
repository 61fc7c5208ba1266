import { cis, defineRule, fix, inPodSpec, mitre, near, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'automounted-service-account-token',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A pod gets a token with which it can call the Kubernetes API.',
    why: 'Kubernetes mounts the token of the service account into every container unless told otherwise. Whoever gets into one of them has the rights of that account, and these grow with every RoleBinding that somebody adds later. Few programs ever call the API.',
    unless: 'the program calls the Kubernetes API, or its ServiceAccount says `automountServiceAccountToken: false`.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_38'),
    same('kubesec', 'AutomountServiceAccountToken'),
    near('polaris', 'automountServiceAccountToken', 'also accepts a ServiceAccount that switches the token off'),
    near('kubescape', 'automount-service-account', 'also accepts a ServiceAccount that switches the token off, and judges ServiceAccounts'),
    near('kubescape', 'C-0034', 'also accepts a ServiceAccount that switches the token off, and judges ServiceAccounts'),
    near('kubescape', 'C-0190', 'also accepts a ServiceAccount that switches the token off, and judges ServiceAccounts'),
    near('trivy', 'KSV-0036', 'fires on an unset field only if a container mounts the path of the token, and reads the spec of the object itself'),
  ],
  frameworks: [cis('5.1.6'), nsa('service-account-tokens'), mitre('T1528'), mitre('T1552.007'), nist80053('AC-6')],
  messages: {
    unset: '{title} gives its containers a token of its service account, because that is the default.',
    mounted: '{title} gives its containers a token of its service account (automountServiceAccountToken: true).',
  },
  visit: {
    pod(pod, report) {
      const setting = pod.setting('automountServiceAccountToken');
      if (setting.is(false) || setting.isTemplated) return;
      report(setting, {
        message: setting.isSet ? 'mounted' : 'unset',
        data: { title: pod.title },
        fix: fix.set(setting, false, 'Do not mount the token', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        serviceAccountName: shop
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        serviceAccountName: shop
        automountServiceAccountToken: false
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
