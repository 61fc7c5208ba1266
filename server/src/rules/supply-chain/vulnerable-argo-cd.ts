import { defineRule, imageOf, inPod, iso27001, isVersionWithin, mitre, nist800190, nist80053, pciDss, same, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'vulnerable-argo-cd',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The version of Argo CD lets one application read the files of others.',
    why: 'With CVE-2022-24348 a crafted chart makes Argo CD read value files outside of its repository: the secrets of other teams’ applications lie there.',
  },
  aliases: [
    same('kubescape', 'CVE-2022-24348', 'C-0081'),
  ],
  frameworks: [nist800190('4.1.1'), nist80053('SI-2'), pciDss('6.3.3'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    vulnerable: 'Container {name} runs Argo CD {version}, which has CVE-2022-24348.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const tag = image?.reference.ranges.tag;
      if (!image || !tag || !/(?:^|\/)argocd$/u.test(image.reference.repository) || !isVersionWithin(image, [['1.0.0', '2.1.9'], ['2.2.0', '2.2.4']])) return;
      report(within(image.field, tag), { message: 'vulnerable', data: { name: container.name, version: image.reference.tag ?? '' } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: server
          image: quay.io/argoproj/argocd:v2.1.8
      `,
    },
    {
      good: inPod`
        - name: server
          image: quay.io/argoproj/argocd:v2.13.1
      `,
    },
  ],
});
