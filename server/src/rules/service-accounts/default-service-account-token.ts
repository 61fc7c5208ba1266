import { cis, defineRule, fix, manifest, mitre, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'default-service-account-token',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Every pod that names no service account gets the token of this default account.',
    why: 'The account `default` is used by every pod of the namespace that says nothing. Unless it says `automountServiceAccountToken: false`, all of these carry a token for the Kubernetes API that none of them has asked for.',
    unless: 'pods of the namespace rely on the token of the default account and cannot be given one of their own.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_41'),
    same('kubescape', 'automount-default-service-account'),
    near('kubescape', 'C-0189', 'also wants another ServiceAccount in every namespace'),
  ],
  frameworks: [cis('5.1.5'), nsa('service-account-tokens'), mitre('T1528')],
  messages: {
    unset: 'Every pod that names no account gets the token of this one, because that is the default.',
    mounted: 'Every pod that names no account gets the token of this one (automountServiceAccountToken: true).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ServiceAccount' || resource.group !== '' || resource.name !== 'default') return;
      const setting = resource.root.at('automountServiceAccountToken');
      if (setting.is(false) || setting.isTemplated) return;
      report(setting, { message: setting.isSet ? 'mounted' : 'unset', fix: fix.set(setting, false, 'Do not mount the token by default', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
      `,
      fixed: manifest`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `,
    },
  ],
});
