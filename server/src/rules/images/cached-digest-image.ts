import { defineRule, fix, imageOf, inPod, nist800190, same } from '../../kit/index.js';

export default defineRule({
  id: 'cached-digest-image',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The image is pinned to a digest, and the node may run a cached copy without showing credentials to the registry.',
    why: 'The content is what it should be, but nobody asks whether this pod may have it: a private image that one tenant has pulled can be started by every other pod on the node.',
    unless: 'all workloads of the nodes may use the same images, or the kubelet verifies credentials itself.',
  },
  aliases: [same('kube-score', 'container-image-pull-policy'), same('polaris', 'pullPolicyNotAlways')],
  frameworks: [nist800190('4.2.3')],
  messages: { cached: 'Container {name} may use a cached {image} without showing its credentials (imagePullPolicy: {policy}).' },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (image?.reference.digest === undefined || image.policy === undefined || image.policy === 'Always') return;
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
          image: registry.example.com/shop/web@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
          imagePullPolicy: Always
      `,
    },
  ],
});
