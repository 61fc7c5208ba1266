import { defineRule, fix, manifest, mitre, nist80053, pciDss } from '../../kit/index.js';

const FLAG = /^--?enable-annotation-validation(?:=(?<value>.*))?$/u;

export default defineRule({
  id: 'ingress-validation-disabled',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The controller ingress-nginx does not check what Ingresses have it write into its configuration.',
    why: 'The checks of annotations and paths are what stops an Ingress from breaking out of the configuration and running code in the controller, which can read every Secret (CVE-2023-5043, CVE-2023-5044).',
    unless: 'the same people run the cluster and write its Ingresses.',
  },
  aliases: [],
  frameworks: [mitre('T1552.007'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: {
    flag: 'Container {name} does not check annotations of Ingresses ({flag}).',
    paths: '{name} has the controller accept any characters in paths.',
    risk: '{name} has the controller accept annotations of any risk ({value}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ConfigMap' || resource.group !== '') return;
      const paths = resource.root.at('data', 'strict-validate-path-type');
      const risk = resource.root.at('data', 'annotations-risk-level');
      if (paths.is('false', false)) report(paths, { message: 'paths', data: { name: resource.title }, fix: fix.set(paths, 'true', 'Check paths', 'suggestion') });
      if (risk.is('Critical')) report(risk, { message: 'risk', data: { name: resource.title, value: 'Critical' }, fix: fix.set(risk, 'High', 'Accept annotations of high risk at most', 'suggestion') });
    },
    container(container, report) {
      const entries = [...container.at('command').items(), ...container.at('args').items()];
      if (!entries.some((entry) => /(?:^|\/)nginx-ingress-controller$/u.test(entry.string ?? ''))) return;
      for (const entry of entries) {
        const value = entry.isTemplated ? undefined : FLAG.exec(entry.string ?? '')?.groups?.['value'];
        if (value === 'false') report(entry, { message: 'flag', data: { name: container.name, flag: entry.string ?? '' } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          annotations-risk-level: Critical
      `,
      fixed: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          annotations-risk-level: High
      `,
    },
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          strict-validate-path-type: "false"
      `,
      fixed: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          strict-validate-path-type: "true"
      `,
    },
  ],
});
