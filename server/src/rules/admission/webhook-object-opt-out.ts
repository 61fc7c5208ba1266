import { cis, defineRule, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'webhook-object-opt-out',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A validating webhook does not look at objects that carry a label of their own choice.',
    why: 'Whoever creates the object sets its labels, too: with the right one the policy is not asked. Kubernetes’ documentation warns of just that; object selectors are for webhooks that one opts into.',
    unless: 'another policy says who may set the label.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    optOut: 'Webhook {name} is not asked about objects by their label {label} ({operator}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io' || resource.kind !== 'ValidatingWebhookConfiguration') return;
      for (const webhook of resource.root.at('webhooks').items()) {
        for (const expression of webhook.at('objectSelector', 'matchExpressions').items()) {
          const operator = expression.at('operator');
          if (!operator.is('DoesNotExist', 'NotIn')) continue;
          report(operator, { message: 'optOut', data: { name: String(webhook.at('name').value ?? '(unnamed)'), label: String(expression.at('key').value ?? ''), operator: operator.string ?? '' } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            objectSelector:
              matchExpressions:
                - key: policy.example.com/ignore
                  operator: DoesNotExist
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
      title: 'Namespaces are labelled by administrators',
      good: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            namespaceSelector:
              matchExpressions:
                - key: kubernetes.io/metadata.name
                  operator: NotIn
                  values: [kube-system]
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
