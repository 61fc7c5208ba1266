import { cis, defineRule, fix, manifest, mitre, near, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'mutating-webhook-failure-open',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A mutating webhook is passed over when it does not answer.',
    why: 'Objects are then stored without what it adds: no sidecar, no default security context, no rewritten image. Where later checks rely on that, they are gone, too.',
    unless: 'the objects work and are safe without the change, or the webhook is needed for its own pods to start.',
  },
  aliases: [
    near('kubescape', 'list-all-mutating-webhooks', 'lists every configuration for review, whatever it says'),
    near('kubescape', 'C-0039', 'lists every configuration for review, whatever it says'),
  ],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    ignore: 'Webhook {name} lets requests through when it cannot be asked (failurePolicy: Ignore).',
    unset: 'Webhook {name} lets requests through when it cannot be asked, because that is the default of {version}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io' || resource.kind !== 'MutatingWebhookConfiguration') return;
      for (const webhook of resource.root.at('webhooks').items()) {
        const policy = webhook.at('failurePolicy');
        const name = String(webhook.at('name').value ?? '(unnamed)');
        const repair = fix.set(policy, 'Fail', 'Refuse requests when the webhook cannot be asked', 'suggestion');
        if (policy.is('Ignore')) report(policy, { message: 'ignore', data: { name }, fix: repair });
        else if (!policy.isSet && !policy.isTemplated && resource.version === 'v1beta1') report(policy, { message: 'unset', data: { name, version: resource.apiVersion }, fix: repair });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            failurePolicy: Ignore
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
      fixed: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            failurePolicy: Fail
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
    },
    {
      title: 'Fail is the default',
      good: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
    },
  ],
});
