import { defineRule, inPod, mitre, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'kubernetes-dashboard',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Kubernetes Dashboard is deployed.',
    why: 'A web page that manages the cluster is a way in for everyone who reaches it with a stolen token, or through one of the mistakes that it has had. The project was archived and gets no fixes.',
    unless: 'it is reachable only through an authenticating proxy, and its account may only read.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_33'),
  ],
  frameworks: [nist80053('CM-7'), mitre('T1133'), nsa('authentication')],
  messages: {
    image: 'Container {name} runs the Kubernetes Dashboard ({image}).',
    label: '{title} is labelled as the Kubernetes Dashboard.',
  },
  visit: {
    pod(pod, report) {
      const byImage = pod.containers.filter((container) => container.role !== 'ephemeral' && /kubernetes-dashboard|kubernetesui/u.test(container.at('image').string ?? '') && !container.at('image').isTemplated);
      for (const container of byImage) report(container.at('image'), { message: 'image', container, data: { name: container.name, image: container.at('image').string ?? '' } });
      const labels = pod.metadata.at('labels');
      const label = labels.locate([labels.locate(['app']).isSet ? 'app' : 'k8s-app']);
      if (byImage.length === 0 && label.is('kubernetes-dashboard')) report(label, { message: 'label', data: { title: pod.title } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: dashboard
          image: kubernetesui/dashboard:v2.7.0
      `,
    },
    {
      good: inPod`
        - name: dashboard
          image: registry.example.com/shop/dashboard:1.4.0
      `,
    },
  ],
});
