import { change, defineRule, fix, inPodSpec, same } from '../../kit/index.js';

export default defineRule({
  id: 'deprecated-service-account-field',
  severity: 'hint',
  profile: 'restricted',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'The account of a pod stands in the field `serviceAccount`, which is deprecated.',
    why: 'The API server copies the field to `serviceAccountName` for old clients only. Where both are set and differ, `serviceAccountName` counts and the other misleads whoever reads the manifest.',
  },
  aliases: [same('kube-linter', 'deprecated-service-account-field'), same('kubescape', 'deprecated-service-account-field', 'C-0294')],
  frameworks: [],
  messages: {
    deprecated: 'The field serviceAccount is deprecated.',
    conflict: 'The field serviceAccount is deprecated, and it names another account than serviceAccountName: {name}.',
  },
  visit: {
    pod(pod, report) {
      const old = pod.spec.at('serviceAccount');
      const name = pod.spec.at('serviceAccountName');
      if (!old.isSet || old.value === '' || old.value === undefined || old.value === name.value || name.isTemplated) return;
      if (name.isSet && name.value !== '') {
        if (!old.isTemplated) report(old, { message: 'conflict', data: { name: String(name.value) }, related: [{ message: 'The account that counts.', place: name }] });
        return;
      }
      if (pod.isPartial) return; // The other field may stand in the rest of the object.
      report(old, { message: 'deprecated', fix: fix.all('Use serviceAccountName', 'safe', change.set(name, old.value), change.remove(old)) });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        restartPolicy: Never
        serviceAccount: shop
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        restartPolicy: Never
        serviceAccountName: shop
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
