import { cis, defineRule, formIn, iso27001, isSecretSetting, manifest, mitre, nist80053, nsa, pciDss, soc2, within, type Field, type Loose } from '../../kit/index.js';

/** Kinds whose texts other rules look through, and those that hold only what is encrypted or documents. */
const ELSEWHERE = new Set(['ConfigMap', 'Secret', 'SealedSecret', 'CustomResourceDefinition']);
/** Parts of pods that other rules look through. */
const JUDGED = new Set(['env', 'command', 'args', 'annotations', 'labels', 'caBundle', 'encryptedData']);
/** Where charts' values stand. */
const HELM_VALUES = new Map([
  ['HelmRelease', /^spec\.values\./u],
  ['Application', /^spec\.(?:source|sources\.\d+)\.helm\.valuesObject\./u],
]);

export default defineRule({
  id: 'secret-in-custom-resource',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A field of an object holds what has the form of a credential.',
    why: 'Whoever can read the repository, its history or the object in the cluster has the secret. Custom resources and Helm values are no place for it either: they are not encrypted at rest, and controllers copy them into status, events and logs.',
    unless: 'the value is an example that nothing accepts.',
  },
  aliases: [],
  frameworks: [cis('5.4.2'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    recognized: '{title} has {what} in {path}.',
    named: '{title} has the value of {path} in plain text.',
  },
  visit: {
    resource(resource, report) {
      const { start, end } = resource.root.node?.range ?? { start: 0, end: 0 };
      const values = HELM_VALUES.get(resource.kind);
      if (ELSEWHERE.has(resource.kind) || (values === undefined && formIn(resource.root.document.text.slice(start, end)) === undefined)) return;
      for (const { key, field } of resource.root.entries()) if (key !== 'metadata' && key !== 'status') walk(field);

      function walk(field: Field<Loose>): void {
        const children = [...field.entries().map((entry) => entry.field), ...(field.node?.kind === 'seq' ? field.items() : [])];
        for (const child of children) if (!JUDGED.has(String(child.key))) walk(child);
        const text = field.string;
        if (text === undefined || field.isTemplated) return;
        const path = field.path.map(String).join('.');
        const form = formIn(text);
        if (form) report(within(field, form.range), { message: 'recognized', data: { title: resource.title, what: form.what, path } });
        else if (values?.test(path) === true && isSecretSetting(String(field.key), text)) report(field, { message: 'named', data: { title: resource.title, path } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: shop
        spec:
          interval: 10m
          chartRef:
            kind: OCIRepository
            name: shop
          values:
            database:
              user: shop
              password: correct-horse-battery
      `,
    },
    {
      title: 'The values name a Secret',
      good: manifest`
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: shop
        spec:
          interval: 10m
          chartRef:
            kind: OCIRepository
            name: shop
          values:
            database:
              user: shop
              existingSecret: shop-db
      `,
    },
  ],
});
