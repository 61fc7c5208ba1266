import { cis, defineRule, fix, keyOf, manifest, nsa, POD_SECURITY_LEVELS, POD_SECURITY_MODES, POD_SECURITY_PREFIX } from '../../kit/index.js';

/** What may stand behind the prefix. */
const NAMES = new Set(POD_SECURITY_MODES.flatMap((mode) => [mode, `${mode}-version`]));

export default defineRule({
  id: 'invalid-pod-security-label',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A label of Pod Security Admission has a name or value that it does not know.',
    why: 'The API server refuses a Namespace whose level or version it cannot read, so the namespace keeps its old level or is not made at all. A label whose name is misspelt is accepted and does nothing: the level that it was to set does not hold.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement')],
  messages: {
    level: '{title} has {value} as its Pod Security level ({key}), which is none.',
    version: '{title} has {value} as the version of its Pod Security level ({key}), which is neither latest nor like v1.29.',
    key: '{title} has the label {key}, which Pod Security Admission does not know.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Namespace' || resource.group !== '') return;
      const { title } = resource;
      for (const { key, field } of resource.metadata.at('labels').entries()) {
        if (!key.startsWith(POD_SECURITY_PREFIX)) continue;
        const name = key.slice(POD_SECURITY_PREFIX.length);
        const value = String(field.value ?? 'nothing');
        const lower = value.toLowerCase();
        if (!NAMES.has(name)) report(keyOf(field), { message: 'key', data: { title, key } });
        else if (field.isTemplated) continue;
        else if (name.endsWith('-version')) {
          if (!/^(?:latest|v1\.(?:0|[1-9]\d*))$/u.test(value)) report(field, { message: 'version', data: { title, value, key } });
        } else if (!POD_SECURITY_LEVELS.includes(value)) {
          const repair = POD_SECURITY_LEVELS.includes(lower) ? { fix: fix.set(field, lower, `Write ${lower}`, 'suggestion') } : {};
          report(field, { message: 'level', data: { title, value, key }, ...repair });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: Restricted
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
      `,
    },
    {
      title: 'a misspelt name',
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforced: restricted
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: v1.29
      `,
    },
  ],
});
