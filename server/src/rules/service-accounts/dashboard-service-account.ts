import { defineRule, manifest, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'dashboard-service-account',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A workload runs under the service account of the Kubernetes Dashboard.',
    why: 'Whatever the Dashboard may do, which in many clusters is everything, this workload may do too, and the audit log cannot tell the two apart.',
    unless: 'the workload is a part of the Dashboard.',
  },
  aliases: [
    same('kubescape', 'rule-access-dashboard-wl-v1', 'C-0014'),
  ],
  frameworks: [nsa('service-account-tokens'), nist80053('AC-6')],
  messages: {
    dashboard: '{title} runs under the service account of the Dashboard.',
  },
  visit: {
    pod(pod, report) {
      const name = pod.setting('serviceAccountName');
      if (!name.is('kubernetes-dashboard') || /^(?:kubernetes-)?dashboard\b/u.test(pod.resource.name ?? '')) return;
      report(name, { message: 'dashboard', data: { title: pod.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: frontend
        spec:
          serviceAccountName: kubernetes-dashboard
          containers:
            - name: app
              image: nginx:1.27.1
      `,
    },
    {
      title: 'a part of the Dashboard',
      good: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: dashboard-metrics-scraper
        spec:
          serviceAccountName: kubernetes-dashboard
          containers:
            - name: app
              image: nginx:1.27.1
      `,
    },
  ],
});
