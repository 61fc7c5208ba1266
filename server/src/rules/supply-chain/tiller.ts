import { defineRule, inPod, iso27001, manifest, mitre, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'tiller',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Tiller, the server of Helm 2, is deployed.',
    why: 'Tiller takes orders from whoever reaches its port, without a password, and usually carries them out as cluster-admin: any pod of the cluster can become its administrator. Helm 2 gets no fixes since 2020; Helm 3 needs no server.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_34'),
    same('trivy', 'KSV-0102'),
  ],
  frameworks: [nist80053('CM-7'), nist80053('SA-22'), nsa('upgrades'), soc2('CC7.1'), iso27001('8.8'), mitre('T1610')],
  messages: {
    image: 'Container {name} runs Tiller ({image}).',
    label: '{title} is labelled as Tiller ({label}: {value}).',
    named: '{title} is named like Tiller.',
  },
  visit: {
    pod(pod, report) {
      const byImage = pod.containers.filter((container) => container.role !== 'ephemeral' && container.at('image').string?.includes('tiller') === true && !container.at('image').isTemplated);
      for (const container of byImage) report(container.at('image'), { message: 'image', container, data: { name: container.name, image: container.at('image').string ?? '' } });
      if (byImage.length > 0) return;
      for (const [label, value] of [['app', 'helm'], ['name', 'tiller']] as const) {
        const field = pod.metadata.at('labels').locate([label]);
        if (!field.is(value)) continue;
        report(field, { message: 'label', data: { title: pod.title, label, value } });
        return;
      }
      const name = [pod.resource.metadata.at('name'), pod.metadata.at('name')].find((field) => field.string?.includes('tiller') === true && !field.isTemplated);
      if (name && pod.containers.length > 0) report(name, { message: 'named', data: { title: pod.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: helm-server
          namespace: kube-system
        spec:
          selector:
            matchLabels: {app: helm-server}
          template:
            metadata:
              labels: {app: helm-server}
            spec:
              containers:
                - name: server
                  image: ghcr.io/helm/tiller:v2.17.0
      `,
    },
    {
      good: inPod`
        - name: deploy
          image: alpine/helm:3.16.2
      `,
    },
  ],
});
