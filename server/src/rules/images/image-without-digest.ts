import { defineRule, imageOf, inPod, iso27001, matchesGlob, mitre, nist800190, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'image-without-digest',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The image is named by a tag alone, not by the digest of its content.',
    why: 'A tag is a label that anybody with push rights can move to another image. A digest is computed from the content: what was tested is what runs, or nothing does.',
    unless: 'a controller pins digests on admission, or the registry forbids to move tags.',
  },
  aliases: [same('checkov', 'CKV_K8S_43'), same('kubescape', 'image-not-pinned-to-digest', 'C-0306')],
  frameworks: [nsa('secure-images'), nist800190('4.1.5'), nist800190('4.2.2'), nist80053('CM-2'), nist80053('SI-7'), mitre('T1525'), iso27001('8.32')],
  options: {
    exempt: {
      type: 'string-list',
      description: 'Repositories whose images need no digest, with their registry (`docker.io/library/busybox`); `*` stands for any characters.',
      default: [],
    },
  },
  messages: { undigested: 'Container {name} uses {image} without a digest.' },
  visit: {
    container(container, report, { options }) {
      const image = imageOf(container);
      if (!image || image.reference.digest !== undefined || options.exempt.some((pattern) => matchesGlob(pattern, image.fullName))) return;
      report(image.field, { message: 'undigested', data: { name: container.name, image: image.text } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
      `,
    },
    {
      title: 'An exempt repository',
      options: { exempt: ['registry.example.com/base/*'] },
      good: inPod`
        - name: shell
          image: registry.example.com/base/shell:1.36.1
      `,
    },
  ],
});
