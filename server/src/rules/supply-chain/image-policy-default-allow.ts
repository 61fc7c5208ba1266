import { cis, defineRule, fix, manifest, nist800190, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'image-policy-default-allow',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Images are admitted when the image policy’s webhook does not answer.',
    why: 'With `defaultAllow: true` whoever makes the webhook slow or unreachable runs any image.',
  },
  aliases: [],
  frameworks: [cis('5.5.1'), nist800190('4.1.5'), nsa('secure-images'), soc2('CC6.8')],
  messages: {
    allow: 'ImagePolicyWebhook admits every image when the webhook does not answer (defaultAllow: true).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AdmissionConfiguration') return;
      for (const plugin of resource.root.at('plugins').items()) {
        const allow = plugin.at('configuration', 'imagePolicy', 'defaultAllow');
        if (plugin.at('name').is('ImagePolicyWebhook') && allow.is(true)) report(allow, { message: 'allow', fix: fix.set(allow, false, 'Refuse images when the webhook does not answer', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: ImagePolicyWebhook
            configuration:
              imagePolicy:
                kubeConfigFile: /etc/kubernetes/image-policy.yaml
                defaultAllow: true
      `,
      fixed: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: ImagePolicyWebhook
            configuration:
              imagePolicy:
                kubeConfigFile: /etc/kubernetes/image-policy.yaml
                defaultAllow: false
      `,
    },
  ],
});
