import { defineRule, fix, hipaa, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, within, type Field, type Loose } from '../../kit/index.js';

export default defineRule({
  id: 'vault-without-tls',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Secrets come from Vault over a connection that is not encrypted, or whose certificate nobody checks.',
    why: 'The token that opens Vault and every secret that it answers with go over that connection. Whoever stands in between reads them, or answers in Vault’s place.',
  },
  aliases: [],
  frameworks: [nist80053('SC-8(1)'), nist80053('SC-23'), nsa('encryption'), mitre('T1557'), pciDss('8.3.2'), soc2('CC6.7'), hipaa('164.312(e)(1)'), iso27001('8.24')],
  messages: {
    plain: '{title} talks to Vault over plain HTTP ({address}).',
    unchecked: '{title} does not check Vault’s certificate ({key}).',
  },
  visit: {
    resource(resource, report) {
      const spec = resource.root.at('spec');
      const { title } = resource;
      if (resource.group === 'external-secrets.io') address(spec.at('provider', 'vault', 'server'));
      if (resource.group === 'secrets.hashicorp.com' && resource.kind === 'VaultConnection') {
        address(spec.at('address'));
        unchecked(spec.at('skipTLSVerify'));
      }
      if (resource.kind === 'SecretProviderClass' && spec.at('provider').is('vault')) {
        address(spec.at('parameters', 'vaultAddress'));
        unchecked(spec.at('parameters', 'vaultSkipTLSVerify'));
      }

      function address(field: Field<Loose>): void {
        if (/^http:\/\/(?!localhost\b|127\.)/u.test(field.string ?? '') && !field.isTemplated) report(within(field, { start: 0, end: 4 }), { message: 'plain', data: { title, address: field.string ?? '' } });
      }

      function unchecked(field: Field<Loose>): void {
        if (field.is(true, 'true')) report(field, { message: 'unchecked', data: { title, key: String(field.key ?? '') }, fix: fix.set(field, typeof field.value === 'string' ? 'false' : false, 'Check the certificate', 'suggestion') });
      }
    },
    pod(pod, report) {
      const annotations = pod.metadata.at('annotations');
      const service = annotations.locate(['vault.hashicorp.com/service']);
      const skip = annotations.locate(['vault.hashicorp.com/tls-skip-verify']);
      if (/^http:\/\//u.test(service.string ?? '') && !service.isTemplated) report(within(service, { start: 0, end: 4 }), { message: 'plain', data: { title: pod.title, address: service.string ?? '' } });
      if (skip.is('true')) report(skip, { message: 'unchecked', data: { title: pod.title, key: 'vault.hashicorp.com/tls-skip-verify' }, fix: fix.set(skip, 'false', 'Check the certificate', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: secrets.hashicorp.com/v1beta1
        kind: VaultConnection
        metadata:
          name: vault
        spec:
          address: https://vault.example.com:8200
          skipTLSVerify: true
      `,
      fixed: manifest`
        apiVersion: secrets.hashicorp.com/v1beta1
        kind: VaultConnection
        metadata:
          name: vault
        spec:
          address: https://vault.example.com:8200
          skipTLSVerify: false
      `,
    },
  ],
});
