import { defineRule, imageOf, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, same, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'latest-image-tag',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The image is named without a tag, or by the tag `latest`, so what runs can change while the manifest stays the same.',
    why: 'Two nodes can run different programs under one name, a rollback brings nothing back, and whoever can push to the repository decides what the next restart executes. Kubernetes reads an image without a tag as `latest`.',
    unless: 'the manifest is for trying things out and what runs need not be known.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_14'),
    same('trivy', 'KSV-0013'),
    same('kube-linter', 'latest-tag'),
    same('kube-score', 'container-image-tag'),
    same('polaris', 'tagNotSpecified'),
    same('kubescape', 'agent-sandbox-image-tag-provenance'),
  ],
  frameworks: [
    nsa('secure-images'), nist800190('4.1.5'), nist800190('4.2.2'), nist80053('CM-2'), mitre('T1525'), pciDss('6.5.1'), soc2('CC8.1'), iso27001('8.32'),
  ],
  messages: {
    latest: 'Container {name} uses {image}, whose content changes under the same name.',
    untagged: 'Container {name} uses {image} without a tag, which stands for latest.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (!image?.isFloating) return;
      const { tag } = image.reference.ranges;
      report(tag ? within(image.field, tag) : image.field, { message: tag ? 'latest' : 'untagged', data: { name: container.name, image: image.text } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:latest
      `,
    },
    {
      title: 'A digest says what runs, whatever the tag is',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:latest@sha256:3c8b1f0a5d7e9246b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789
      `,
    },
  ],
});
