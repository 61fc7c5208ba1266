import { describe, expect, it } from 'vitest';
import { Field, Source } from '../../server/src/yaml/index.js';

const whole = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  labels:
    app: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: "nginx:1.27"
          args: ["--port", "80"]
          securityContext:
            privileged: true
        - name: sidecar
          image: envoy
`;

/** What must be left of the whole when a line is being typed. */
function left(text: string): { name: unknown; hostNetwork: unknown; containers: unknown[]; privileged: unknown; problems: number } {
  const document = Source.read(text).documents[0]?.document;
  if (!document) throw new Error('There is no document.');
  const root = Field.root(document);
  const spec = root.at('spec', 'template', 'spec');
  const containers = spec.at('containers').items();
  return {
    name: root.at('metadata', 'name').value,
    hostNetwork: spec.at('hostNetwork').value,
    containers: containers.map((container) => container.at('name').value),
    privileged: containers[0]?.at('securityContext', 'privileged').value,
    problems: document.problems.length,
  };
}

const all = { name: 'shop', hostNetwork: true, containers: ['web', 'sidecar'], privileged: true };

function typed(before: string, line: string): string {
  return whole.replace(before, `${line}\n${before}`);
}

describe('recovery', () => {
  it('reads the whole without a problem', () => {
    expect(left(whole)).toEqual({ ...all, problems: 0 });
  });

  it.each([
    ['a half-typed key at the top', typed('spec:\n  replicas', 'sp')],
    ['a half-typed key in the spec', typed('  template:', '  re')],
    ['a half-typed key in the pod', typed('      containers:', '      host')],
    ['a half-typed key before a scalar', typed('      hostNetwork', '      dns')],
    ['a half-typed key in a container', typed('          securityContext:', '          wor')],
    ['a half-typed key in a security context', typed('            privileged', '            run')],
    ['an unclosed double quote', whole.replace('app: shop\n  template', 'app: "shop\n  template')],
    ['an unclosed double quote at the image of the last container', whole.replace('image: envoy', 'image: "envoy')],
    ['an unclosed single quote', typed('          securityContext:', "          workingDir: '/srv")],
    ['an unclosed list in brackets', typed('          securityContext:', '          command: [a, b')],
    ['an unclosed mapping in braces', typed('          securityContext:', '          resources: {limits: ')],
    ['a tab as indentation', typed('      containers:', '\thostPID: true')],
    ['a value that starts with a reserved character', typed('      containers:', '      nodeName: @x')],
    ['a colon too many', typed('      containers:', '      nodeName: a: b')],
    ['a line indented by one too few', typed('      containers:', '     hostPID: true')],
    ['a dash where no list is', typed('          securityContext:', '          - x')],
    ['an alias of nothing', typed('      containers:', '      tolerations: *none')],
  ])('saves the rest from %s', (_, text) => {
    expect(left(text)).toEqual({ ...all, problems: 1 });
  });

  it.each([
    ['an action as a value', whole.replace('image: envoy', 'image: {{ .Values.image }}')],
    ['an action in a string', whole.replace('image: envoy', 'image: "{{ .Values.image }}:1.0"')],
    ['actions on lines of their own', whole.replace('      hostNetwork: true\n', '      {{- if .Values.host }}\n      hostNetwork: true\n      {{- end }}\n')],
    ['an action that spans lines', typed('      containers:', '      {{- with (dict\n "a" 1) }}\n      {{- end }}')],
  ])('takes %s as unknown, not as wrong', (_, text) => {
    expect(left(text)).toEqual({ ...all, problems: 0 });
  });

  it('takes quoted scalars that go on at less indentation, as libyaml does', () => {
    const text = whole.replace('"--port"', '"--motd\n=two\n  lines"');
    expect(left(text)).toEqual({ ...all, problems: 0 });
  });

  it('names a duplicate key and keeps the last', () => {
    const text = whole.replace('      hostNetwork: true\n', '      hostNetwork: false\n      hostNetwork: true\n');
    expect(left(text)).toEqual({ ...all, problems: 1 });
  });

  it.each([
    ['nesting', '['.repeat(50_000)],
    ['deep mappings', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['an alias bomb', `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`).join('\n')}\n`],
    ['an alias within its own anchor', 'a: &a\n  b: *a\n'],
    ['a merge bomb', `a0: &a0 {x: 1}\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [${Array(8).fill(`*a${n}`).join(', ')}]}`).join('\n')}\n`],
    ['prototype keys', '__proto__:\n  polluted: true\nconstructor: {prototype: {polluted: true}}\n'],
    ['a directive only', '%YAML 1.2\n'],
    ['control characters', 'a: \u0001\u0002\nb: \u0000\n'],
    ['a lone surrogate', 'a: \ud800\n'],
    ['nothing', ''],
  ])('survives %s', (_, text) => {
    const started = performance.now();
    for (const { document } of Source.read(text).documents) {
      expect(Array.isArray(document.problems)).toBe(true);
      const root = Field.root(document);
      for (const { field } of root.entries()) expect(field.at('absent', 'too').isSet).toBe(false);
    }
    expect(performance.now() - started, 'no input takes seconds').toBeLessThan(5_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
