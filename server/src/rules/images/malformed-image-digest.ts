import { defineRule, imageOf, inPod, isWellFormedDigest, nist80053, same, within } from '../../kit/index.js';

export default defineRule({
  id: 'malformed-image-digest',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'What stands behind the `@` of an image is no digest.',
    why: 'The API server takes the text as it is; the kubelet cannot read it, and the container stays in `InvalidImageName`. A digest that was cut off while copying pins nothing.',
  },
  aliases: [same('kubescape', 'image-not-pinned-to-digest', 'C-0306')],
  frameworks: [nist80053('SI-7')],
  messages: { malformed: 'The digest of {image} is malformed; the kubelet refuses the name.' },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const digest = image?.reference.digest;
      const range = image?.reference.ranges.digest;
      if (!image || digest === undefined || !range || isWellFormedDigest(digest)) return;
      report(digest === '' ? image.field : within(image.field, range), { message: 'malformed', data: { image: image.text } });
    },
  },
  examples: [
    {
      title: 'A digest of sixty-three digits',
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef012345678
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
      `,
    },
  ],
});
