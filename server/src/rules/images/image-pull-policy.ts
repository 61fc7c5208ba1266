import { cis, defineRule, fix, imageOf, inPod, nist800190, same } from '../../kit/index.js';

export default defineRule({
  id: 'image-pull-policy',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The image has a fixed tag, and the node may run a cached copy without asking the registry.',
    why: 'A tag can be pushed again, and then nodes run different content under one name. On a node that several tenants share, a pod can also run a private image that another pod has pulled, without credentials of its own. Kubernetes sets `IfNotPresent` for every tag but `latest`.',
    unless: 'the registry forbids to move tags, or must not be needed for a restart.',
  },
  aliases: [same('checkov', 'CKV_K8S_15'), same('kube-score', 'container-image-pull-policy'), same('polaris', 'pullPolicyNotAlways')],
  frameworks: [cis('1.2.11'), nist800190('4.2.2')],
  messages: {
    set: 'Container {name} may use a cached {image} without asking the registry (imagePullPolicy: {policy}).',
    unset: 'Container {name} may use a cached {image} without asking the registry (imagePullPolicy is {policy} by default).',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (!image || image.isFloating || image.reference.digest !== undefined || image.policy === undefined || image.policy === 'Always') return;
      report(image.policyField, {
        message: image.policyField.isSet ? 'set' : 'unset',
        data: { name: container.name, image: image.text, policy: image.policy },
        fix: fix.set(image.policyField, 'Always', 'Pull the image at every start', 'suggestion'),
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
      title: 'A digest cannot move',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
      `,
    },
  ],
});
