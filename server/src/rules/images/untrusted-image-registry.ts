import { cis, defineRule, imageOf, inPod, isInRepository, iso27001, mitre, near, nist800190, nsa, pciDss, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'untrusted-image-registry',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The image comes from a registry that is not among the trusted ones.',
    why: 'Whoever runs a registry decides what its images hold. Where images are scanned and signed on the way into the own registry, every other source goes around that. The rule looks at nothing until `trustedRegistries` of the configuration names the registries (`registry.example.com`) or repositories (`registry.example.com/team`); a name without a registry counts as `docker.io`.',
    unless: 'admission in the cluster rewrites images to a trusted mirror.',
  },
  aliases: [
    near('trivy', 'KSV-0125', 'has a built-in list of cloud registries and skips names without a slash'),
    near('trivy', 'KSV-0032', 'demands the registries of one cloud provider'),
    near('trivy', 'KSV-0033', 'demands the registries of one cloud provider'),
    near('trivy', 'KSV-0035', 'demands the registries of one cloud provider'),
    near('kubescape', 'container-image-repository', 'fails every image while its allow list is empty'),
    near('kubescape', 'container-image-repository-v1', 'fails every image while its allow list is empty'),
    near('kubescape', 'C-0078', 'fails every image while its allow list is empty'),
    near('kubescape', 'agent-sandbox-image-registry-allowlist', 'looks only at SandboxTemplates, and fails them while its allow list is empty'),
  ],
  frameworks: [nist800190('4.1.5'), nsa('secure-images'), mitre('T1204.003'), cis('5.5.1'), pciDss('6.3.2'), soc2('CC6.8'), iso27001('5.21')],
  messages: { untrusted: 'Container {name} takes {image} from {registry}, which is not trusted.' },
  visit: {
    container(container, report, { trustedRegistries }) {
      const image = imageOf(container);
      if (!image || trustedRegistries.length === 0 || trustedRegistries.some((trusted) => isInRepository(image, trusted))) return;
      const { registry, repository } = image.reference.ranges;
      report(within(image.field, registry ?? repository), { message: 'untrusted', data: { name: container.name, image: image.text, registry: image.registry } });
    },
  },
  examples: [
    {
      title: 'Docker Hub, because no registry is named',
      trustedRegistries: ['registry.example.com'],
      bad: inPod`
        - name: web
          image: nginx:1.27.1
      `,
    },
    {
      trustedRegistries: ['registry.example.com'],
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
