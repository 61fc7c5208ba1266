import { defineRule, fix, imageOf, inPod, near, nist800190, nist80053, within } from '../../kit/index.js';

export default defineRule({
  id: 'deprecated-image-registry',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The image comes from `k8s.gcr.io`, the registry that the Kubernetes project left.',
    why: 'It has been frozen since April 2023: no release and no security fix of a Kubernetes image has reached it since, and it may vanish without notice. `registry.k8s.io` holds the same images under the same names.',
    unless: 'a mirror answers to that name.',
  },
  aliases: [
    near('kubescape', 'rule-identify-old-k8s-registry', 'looks only at workloads in kube-system'),
    near('kubescape', 'C-0253', 'looks only at workloads in kube-system'),
  ],
  frameworks: [nist800190('4.2.2'), nist80053('SA-22')],
  messages: { frozen: 'Container {name} uses {image} of a registry that gets no more updates.' },
  visit: {
    container(container, report) {
      const image = imageOf(container);
      const range = image?.reference.ranges.registry;
      if (image?.registry !== 'k8s.gcr.io' || !range) return;
      report(within(image.field, range), {
        message: 'frozen',
        data: { name: container.name, image: image.text },
        fix: fix.replace(image.field, range, 'registry.k8s.io', 'Use registry.k8s.io', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: pause
          image: k8s.gcr.io/pause:3.9
      `,
      fixed: inPod`
        - name: pause
          image: registry.k8s.io/pause:3.9
      `,
    },
    {
      title: 'A project of the same registry host that is still served',
      good: inPod`
        - name: pause
          image: gcr.io/example-project/pause:3.9
      `,
    },
  ],
});
