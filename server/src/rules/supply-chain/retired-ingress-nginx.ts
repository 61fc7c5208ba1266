import { defineRule, imageOf, inPod, iso27001, mitre, nist80053, nsa, same, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'retired-ingress-nginx',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The ingress controller is Ingress NGINX, which is retired.',
    why: 'The Kubernetes project ended the maintenance of Ingress NGINX in March 2026. It stands where everybody can reach it, its next mistake stays, and its last ones let outsiders read every Secret of the cluster.',
    unless: 'somebody else maintains the image.',
  },
  aliases: [
    same('kubescape', 'detect-nginx-ingress-controller-eol', 'C-0292'),
  ],
  frameworks: [nist80053('CM-7'), nist80053('SA-22'), nsa('upgrades'), soc2('CC7.1'), iso27001('8.8'), mitre('T1190')],
  messages: {
    retired: 'Container {name} runs Ingress NGINX, which gets no fixes any more ({image}).',
  },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      if (image && /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/u.test(image.reference.repository)) report(within(image.field, image.reference.ranges.repository), { message: 'retired', data: { name: container.name, image: image.text } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.12.1
      `,
    },
    {
      good: inPod`
        - name: controller
          image: nginx/nginx-ingress:4.0.1
      `,
    },
  ],
});
