import { defineRule, imageOf, inPod, iso27001, isVersionWithin, mitre, nist800190, nist80053, pciDss, same, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'vulnerable-kyverno',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The version of Kyverno takes unsigned images for signed ones.',
    why: 'With CVE-2022-47633 a malicious registry, or somebody between it and the cluster, makes Kyverno verify one image while another one runs.',
  },
  aliases: [
    same('kubescape', 'CVE-2022-47633', 'C-0091'),
  ],
  frameworks: [nist800190('4.1.1'), nist80053('SI-2'), pciDss('6.3.3'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    vulnerable: 'Container {name} runs Kyverno {version}, which has CVE-2022-47633.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const tag = image?.reference.ranges.tag;
      if (!image || !tag || !/(?:^|\/)kyverno$/u.test(image.reference.repository) || !isVersionWithin(image, [['1.8.3', '1.8.5']])) return;
      report(within(image.field, tag), { message: 'vulnerable', data: { name: container.name, version: image.reference.tag ?? '' } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: server
          image: ghcr.io/kyverno/kyverno:v1.8.4
      `,
    },
    {
      good: inPod`
        - name: server
          image: ghcr.io/kyverno/kyverno:v1.13.2
      `,
    },
  ],
});
