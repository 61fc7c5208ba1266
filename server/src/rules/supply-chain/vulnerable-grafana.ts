import { defineRule, imageOf, inPod, iso27001, isVersionWithin, mitre, nist800190, nist80053, pciDss, same, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'vulnerable-grafana',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The version of Grafana lets requests past the login.',
    why: 'With CVE-2022-39328 a race in Grafana hands one request the rights of another: unauthenticated visitors reach what only administrators may.',
  },
  aliases: [
    same('kubescape', 'CVE-2022-39328', 'C-0090'),
  ],
  frameworks: [nist800190('4.1.1'), nist80053('SI-2'), pciDss('6.3.3'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    vulnerable: 'Container {name} runs Grafana {version}, which has CVE-2022-39328.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const tag = image?.reference.ranges.tag;
      if (!image || !tag || !/(?:^|\/)grafana(?:-enterprise|-oss)?$/u.test(image.reference.repository) || !isVersionWithin(image, [['9.2.0', '9.2.4']])) return;
      report(within(image.field, tag), { message: 'vulnerable', data: { name: container.name, version: image.reference.tag ?? '' } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: server
          image: grafana/grafana:9.2.3
      `,
    },
    {
      good: inPod`
        - name: server
          image: grafana/grafana:11.3.0
      `,
    },
  ],
});
