import { defineRule, fix, imageOf, inPod, nist80053, same } from '../../kit/index.js';

export default defineRule({
  id: 'image-pull-policy-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The pull policy is left to the default, which hangs on the tag.',
    why: 'Kubernetes fills in `Always` for the tag `latest` and `IfNotPresent` for all others, once, when the object is made: whoever later changes the tag keeps the policy of the old one.',
    unless: 'the defaults are known and wanted.',
  },
  aliases: [same('polaris', 'pullPolicyNotAlways')],
  frameworks: [nist80053('CM-6')],
  messages: { unset: 'Container {name} leaves the pull policy to the tag (here {policy}).' },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (!image || image.policyField.isSet || image.policy === undefined) return;
      report(image.policyField, {
        message: 'unset',
        data: { name: container.name, policy: image.policy },
        fix: fix.set(image.policyField, 'Always', 'Pull the image at every start', image.policy === 'Always' ? 'safe' : 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          imagePullPolicy: Always
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          imagePullPolicy: IfNotPresent
      `,
    },
  ],
});
