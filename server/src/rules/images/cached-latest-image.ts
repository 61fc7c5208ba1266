import { defineRule, fix, imageOf, inPod, nist800190, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'cached-latest-image',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The image is named by a moving tag, and the node is told to run the copy that it happens to have.',
    why: 'Every node keeps the `latest` of the day on which it first pulled it. Security fixes do not arrive, replicas differ, and an image that was put on the node by somebody else runs unasked.',
    unless: 'images are put on the nodes by hand, as in a development cluster.',
  },
  aliases: [
    same('kubescape', 'image-pull-policy-is-not-set-to-always', 'C-0075'),
    same('checkov', 'CKV_K8S_15'),
    same('kube-score', 'container-image-pull-policy'),
    same('polaris', 'pullPolicyNotAlways'),
  ],
  frameworks: [nsa('secure-images'), nist800190('4.1.5'), nist800190('4.2.2'), nist80053('CM-2')],
  messages: { cached: 'Container {name} runs whatever {image} the node has cached (imagePullPolicy: {policy}).' },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (!image?.isFloating || image.policy === undefined || image.policy === 'Always') return;
      report(image.policyField, {
        message: 'cached',
        data: { name: container.name, image: image.text, policy: image.policy },
        fix: fix.set(image.policyField, 'Always', 'Pull the image at every start', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:latest
          imagePullPolicy: IfNotPresent
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:latest
          imagePullPolicy: Always
      `,
    },
    {
      title: 'Where nothing is said, the tag latest is always pulled',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:latest
      `,
    },
  ],
});
