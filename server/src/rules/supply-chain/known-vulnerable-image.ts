import { defineRule, imageOf, inPod, iso27001, mitre, near, nist800190, nist80053, pciDss, same, soc2, within } from '../../kit/index.js';

/** Programs by the ends of their repositories, with the versions from the first to before the second. */
const KNOWN: readonly (readonly [program: string, repository: RegExp, vulnerability: string, ...versions: readonly (readonly [from: string, before: string])[]])[] = [
  ['Ingress NGINX', /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/u, 'CVE-2021-25742 (snippets read every Secret)', ['0.0.0', '0.49.1'], ['1.0.0', '1.0.1']],
  ['Ingress NGINX', /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/u, 'CVE-2025-1974 (anybody in the pod network runs code in the controller)', ['0.49.1', '1.0.0'], ['1.0.1', '1.11.5'], ['1.12.0', '1.12.1']],
  ['Argo CD', /(?:^|\/)argocd$/u, 'CVE-2022-24348 (charts read files of other applications)', ['1.0.0', '2.1.9'], ['2.2.0', '2.2.4']],
  ['Grafana', /(?:^|\/)grafana(?:-enterprise|-oss)?$/u, 'CVE-2022-39328 (requests bypass the login)', ['9.2.0', '9.2.4']],
  ['Kyverno', /(?:^|\/)kyverno$/u, 'CVE-2022-47633 (unsigned images pass as signed)', ['1.8.3', '1.8.5']],
];

export default defineRule({
  id: 'known-vulnerable-image',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The image is of a version with a grave, known vulnerability.',
    why: 'The list is short and holds only programs that run in many clusters with far-reaching rights, and mistakes for which attacks are public. It does not replace a scanner of images.',
  },
  aliases: [
    same('kubescape', 'CVE-2022-24348', 'C-0081'),
    same('kubescape', 'CVE-2022-39328', 'C-0090'),
    same('kubescape', 'CVE-2022-47633', 'C-0091'),
    near('kubescape', 'nginx-ingress-snippet-annotation-vulnerability', 'is content if a ConfigMap in sight forbids snippets'),
    near('kubescape', 'C-0059', 'is content if a ConfigMap in sight forbids snippets'),
  ],
  frameworks: [nist800190('4.1.1'), nist80053('SI-2'), pciDss('6.3.3'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    vulnerable: 'Container {name} runs {program} {version}, which has {vulnerability}.',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const tag = image?.reference.ranges.tag;
      const version = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?![\d.])/u.exec(image?.reference.tag ?? '');
      if (!image || !tag || !version) return;
      const [major = 0, minor = 0, patch = 0] = version.slice(1).map(Number);
      const number = (major * 10_000 + minor) * 10_000 + patch;
      for (const [program, repository, vulnerability, ...spans] of KNOWN) {
        if (!repository.test(image.reference.repository) || !spans.some(([from, to]) => number >= numberOf(from) && number < numberOf(to))) continue;
        report(within(image.field, tag), { message: 'vulnerable', data: { name: container.name, program, version: image.reference.tag ?? '', vulnerability } });
        return;
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.11.4
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

/** A version as a number, in the order of versions. */
function numberOf(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}
