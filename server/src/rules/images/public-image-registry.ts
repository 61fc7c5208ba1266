import { defineRule, imageOf, inPod, isInRepository, iso27001, mitre, near, nist800190, within } from '../../kit/index.js';

export default defineRule({
  id: 'public-image-registry',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The image comes straight from a public registry.',
    why: 'A public registry can be down, limit pulls, or lose an image to whoever takes over its repository, and nobody in the house has looked at what it holds. A mirror under own control answers all of that.',
    unless: 'pulls go through a mirror that the container runtime is told about.',
  },
  aliases: [
    near('trivy', 'KSV-0034', 'knows only `docker.io` and `ghcr.io`, and takes a dot in the tag of a short name for a registry'),
    near('kubescape', 'rule-identify-blocklisted-image-registries', 'has lists that are empty unless configured'),
    near('kubescape', 'rule-identify-blocklisted-image-registries-v1', 'has lists that are empty unless configured'),
    near('kubescape', 'C-0001', 'has lists that are empty unless configured'),
  ],
  frameworks: [nist800190('4.1.5'), mitre('T1204.003'), iso27001('5.21')],
  options: {
    registries: {
      type: 'string-list',
      description: 'The registries, or repositories of registries, that count as public.',
      default: ['docker.io', 'gcr.io', 'ghcr.io', 'mcr.microsoft.com', 'public.ecr.aws', 'quay.io', 'registry.k8s.io'],
    },
  },
  messages: { public: 'Container {name} takes {image} from the public registry {registry}.' },
  visit: {
    container(container, report, { options }) {
      const image = imageOf(container);
      if (!image || !options.registries.some((registry) => isInRepository(image, registry))) return;
      const { registry, repository } = image.reference.ranges;
      report(within(image.field, registry ?? repository), { message: 'public', data: { name: container.name, image: image.text, registry: image.registry } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: quay.io/prometheus/node-exporter:v1.8.2
      `,
    },
    {
      title: 'A registry in the own cluster',
      good: inPod`
        - name: web
          image: localhost:5000/prometheus/node-exporter:v1.8.2
      `,
    },
  ],
});
