import { defineRule, fix, iso27001, manifest, mitre, nist800190, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'image-policy-not-enforced',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterImagePolicy of sigstore admits images without a valid signature.',
    why: 'In the mode `warn`, or with a static authority that passes everything, images that nobody signed run all the same.',
    unless: 'the policy is being rolled out; give the exception an end with `until:`.',
  },
  aliases: [],
  frameworks: [nist800190('4.1.5'), nist80053('CM-14'), nsa('secure-images'), soc2('CC6.8'), iso27001('5.21'), mitre('T1525')],
  messages: {
    warn: 'ClusterImagePolicy {name} only warns (mode: warn).',
    pass: 'ClusterImagePolicy {name} passes every image (static action: pass).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ClusterImagePolicy' || resource.group !== 'policy.sigstore.dev') return;
      const name = resource.name ?? '(unnamed)';
      const mode = resource.root.at('spec', 'mode');
      if (mode.is('warn')) report(mode, { message: 'warn', data: { name }, fix: fix.set(mode, 'enforce', 'Refuse images without a signature', 'suggestion') });
      for (const authority of resource.root.at('spec', 'authorities').items()) {
        const action = authority.at('static', 'action');
        if (action.is('pass')) report(action, { message: 'pass', data: { name } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata:
          name: signed
        spec:
          mode: warn
          images:
            - glob: registry.example.com/**
      `,
      fixed: manifest`
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata:
          name: signed
        spec:
          mode: enforce
          images:
            - glob: registry.example.com/**
      `,
    },
  ],
});
