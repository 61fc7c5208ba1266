import { defineRule, imageOf, inPod, iso27001, isVersionWithin, mitre, near, nist800190, nist80053, pciDss, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'vulnerable-ingress-nginx',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The version of Ingress NGINX lets outsiders run code in the controller.',
    why: 'With CVE-2025-1974 anybody in the pod network runs code in the controller through its admission webhook, and with CVE-2021-25742 whoever may write an Ingress does through a snippet. The controller can read every Secret of the cluster.',
  },
  aliases: [
    near('kubescape', 'nginx-ingress-snippet-annotation-vulnerability', 'is about older versions, and content if a ConfigMap in sight forbids snippets'),
    near('kubescape', 'C-0059', 'is about older versions, and content if a ConfigMap in sight forbids snippets'),
  ],
  frameworks: [nist800190('4.1.1'), nist80053('SI-2'), pciDss('6.3.3'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    vulnerable: 'Container {name} runs Ingress NGINX {version}, which has CVE-2025-1974 or CVE-2021-25742.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const tag = image?.reference.ranges.tag;
      if (!image || !tag || !/(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/u.test(image.reference.repository) || !isVersionWithin(image, [['0.0.0', '1.11.5'], ['1.12.0', '1.12.1']])) return;
      report(within(image.field, tag), { message: 'vulnerable', data: { name: container.name, version: image.reference.tag ?? '' } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: server
          image: registry.k8s.io/ingress-nginx/controller:v1.11.4
      `,
    },
    {
      good: inPod`
        - name: server
          image: registry.k8s.io/ingress-nginx/controller:v1.12.1
      `,
    },
  ],
});
