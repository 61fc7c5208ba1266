import { describe, expect, it } from 'vitest';
import { load, problemsOf } from './read.js';

describe('a configuration without flaw', () => {
  it.each([
    ['nothing', ''],
    ['a comment', '# Nothing yet.\n'],
    ['a marker', '---\n'],
    ['keys without values', 'profile:\nrules:\noverrides:\n'],
    ['a byte order mark and CRLF', '\ufeffprofile: strict\r\nrules:\r\n  host-network: off\r\n'],
    ['JSON', '{\n\t"profile": "strict",\n\t"rules": { "host-network": "off" }\n}\n'],
    ['aliases', 'overrides:\n  - files: &files [a/**, b/**]\n    profile: strict\nsuppressions:\n  - rules: [host-network]\n    files: *files\n    reason: A reason.\n'],
    ['braces in a text', 'suppressions:\n  - rules: [host-network]\n    reason: The chart says {{ .Values.hostNetwork }}.\n'],
    [
      'every field',
      `
extends: []
profile: baseline
rules:
  host-network: off
  host-pid: { severity: error }
  image-without-digest:
    severity: hint
    options:
      exempt: [registry.example.com/base/*]
overrides:
  - files: 'k8s/**'
    profile: strict
    kubernetesVersion: 1.30
    trustedRegistries: [registry.example.com/team]
    rules: { host-network: warning }
exclude: [vendor, '!vendor/ours']
kubernetesVersion: v1.29.4
trustedRegistries: [registry.example.com, 'localhost:5000']
podTemplates:
  - { group: example.com, kind: Fleet, template: spec.members.*.template }
  - { group: '', kind: Thing, template: '' }
suppressions:
  - rules: [host-network, host-pid]
    files: [system/**]
    reason: The node agent.
    until: 2027-01-31
`,
    ],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(load(text).configuration).toBeDefined();
  });
});

describe('a problem has a place and says what is wrong', () => {
  it.each([
    ['profle: strict', '1:1-7 "profle" profle: there is no field of this name. Did you mean profile?'],
    ['nonsense: strict', '1:1-9 "nonsense" nonsense: there is no field of this name.'],
    ['kubernetesVersion: 1.99', '1:20-24 "1.99" kubernetesVersion: `1.99` is not known to this version of Oakum; the newest that is known is 1.37.'],
    ['profile: hard', '1:10-14 "hard" profile: `hard` is none of baseline, restricted, strict and all.'],
    ['profile: Strict', '1:10-16 "Strict" profile: `Strict` is none of baseline, restricted, strict and all. Did you mean strict?'],
    ['profile: [strict]', '1:1-8 "profile" profile: a text is expected, not a list.'],
    ['rules:\n  host-netwrok: off', '2:3-15 "host-netwrok" rules.host-netwrok: there is no rule of this name. Did you mean host-network?'],
    ['rules:\n  host_network: off', '2:3-15 "host_network" rules.host_network: there is no rule of this name. Did you mean host-network?'],
    ['rules:\n  hostNetwork: off', '2:3-14 "hostNetwork" rules.hostNetwork: there is no rule of this name. Did you mean host-network?'],
    ['rules:\n  host-netwrok:', '2:3-15 "host-netwrok" rules.host-netwrok: there is no rule of this name. Did you mean host-network?'],
    ['rules:\n  nonsense: { severity: 1 }', '2:3-11 "nonsense" rules.nonsense: there is no rule of this name.'],
    ['rules:\n  a/b~c: 1', '2:3-8 "a/b~c" rules.a/b~c: there is no rule of this name.'],
    ['rules:\n  host-network: eror', '2:17-21 "eror" rules.host-network: `eror` is none of off, hint, information, warning and error. Did you mean error?'],
    ['rules:\n  host-network: false', '2:17-22 "false" rules.host-network: a severity or a mapping with `severity` and `options` is expected, not `false`.'],
    ['rules:\n  host-network: 1', '2:17-18 "1" rules.host-network: a severity or a mapping with `severity` and `options` is expected, not `1`.'],
    ['rules:\n  host-network: on', '2:17-19 "on" rules.host-network: `on` is none of off, hint, information, warning and error.'],
    ['rules: [host-network]', '1:1-6 "rules" rules: a mapping is expected, not a list.'],
    ['rules:\n  host-network: { severty: off }', '2:19-26 "severty" rules.host-network.severty: there is no field of this name. Did you mean severity?'],
    ['rules:\n  host-network: { options: {} }', '2:19-26 "options" rules.host-network.options: there is no field of this name.'],
    ['rules:\n  image-without-digest: { options: { exmpt: [] } }', '2:38-43 "exmpt" rules.image-without-digest.options.exmpt: there is no option of this name. Did you mean exempt?'],
    ['rules:\n  image-without-digest: { options: { exempt: a } }', '2:46-47 "a" rules.image-without-digest.options.exempt: a list is expected, not `a`.'],
    ['rules:\n  image-without-digest: { options: { exempt: [1] } }', '2:47-48 "1" rules.image-without-digest.options.exempt[0]: a text is expected, not `1`.'],
    ['kubernetesVersion: newest', '1:20-26 "newest" kubernetesVersion: `newest` does not fit: a version is expected, such as 1.37.'],
    ['kubernetesVersion: 2', '1:20-21 "2" kubernetesVersion: `2` does not fit: a version is expected, such as 1.37.'],
    ['trustedRegistries: registry.example.com', '1:20-40 "registry.example.com" trustedRegistries: a list is expected, not `registry.example.com`.'],
    ["trustedRegistries: ['*.example.com']", "1:21-36 \"'*.example.com'\" trustedRegistries[0]: `*.example.com` does not fit: a registry or repository is expected, such as `registry.example.com/team`."],
    ['overrides: {}', '1:1-10 "overrides" overrides: a list is expected, not a mapping.'],
    ['overrides:\n  - profile: strict', '2:5-12 "profile" overrides[0]: `files` is missing here.'],
    ['overrides:\n  - files: a\n    exclude: b', '3:5-12 "exclude" overrides[0].exclude: there is no field of this name.'],
    ['overrides:\n  - files: 1', '2:12-13 "1" overrides[0].files: a text or a list is expected, not `1`.'],
    ['overrides:\n  - files: [a, "{b"]', '2:16-20 ""{b"" overrides[0].files[1]: a bracket or brace of `{b` is not closed.'],
    ['overrides:\n  -', '1:1-10 "overrides" overrides[0]: a mapping is expected, not nothing.'],
    ['exclude: a\\b', '1:10-13 "a\\b" exclude: `a\\b` does not fit: a glob is expected, with `/` between folders (on every system) without `..`, of at most 500 characters.'],
    ['exclude: [../a]', '1:11-15 "../a" exclude[0]: `../a` does not fit: a glob is expected, with `/` between folders (on every system) without `..`, of at most 500 characters.'],
    ['exclude: "[a"', '1:10-14 ""[a"" exclude: a bracket or brace of `[a` is not closed.'],
    ['podTemplates:\n  - { kind: Fleet, template: spec }', '2:13-18 "Fleet" podTemplates[0]: `group` is missing here.'],
    ['podTemplates:\n  - { group: a.b/v1, kind: Fleet, template: spec }', '2:14-20 "a.b/v1" podTemplates[0].group: `a.b/v1` does not fit: an API group is expected, without a version, such as `example.com`.'],
    ['podTemplates:\n  - { group: a.b, kind: Fleet, template: .spec }', '2:42-47 ".spec" podTemplates[0].template: `.spec` does not fit: a path of names with dots between them is expected, such as `spec.template`.'],
    ['suppressions:\n  - rules: [host-network]', '2:5-10 "rules" suppressions[0]: `reason` is missing here.'],
    ['suppressions:\n  - rules: [host-network]\n    reason: " "', '3:13-16 "" "" suppressions[0].reason: ` ` does not fit: a reason is expected.'],
    ['suppressions:\n  - rules: []\n    reason: x', '2:5-10 "rules" suppressions[0].rules: at least one entry is expected.'],
    ['suppressions:\n  - rules: [host-netwrok]\n    reason: x', '2:13-25 "host-netwrok" suppressions[0].rules[0]: there is no rule `host-netwrok`. Did you mean host-network?'],
    ['suppressions:\n  - rules: [host-network]\n    reason: x\n    until: tomorrow', '4:12-20 "tomorrow" suppressions[0].until: `tomorrow` does not fit: a day is expected, as `YYYY-MM-DD`.'],
    ['suppressions:\n  - rules: [host-network]\n    reason: x\n    until: 2027-02-29', '4:12-22 "2027-02-29" suppressions[0].until: there is no day `2027-02-29`.'],
    ['suppressions:\n  - rules: [host-network]\n    reason: x\n    until: 2026-06-14', '4:12-22 "2026-06-14" warning: suppressions[0].until: this suppression has ended on 2026-06-14 and silences nothing.'],
    ['extends: /etc/oakum.yaml', '1:10-25 "/etc/oakum.yaml" extends: `/etc/oakum.yaml` does not fit: a path is expected that is relative to this file, with forward slashes.'],
    ['extends: https://example.com/oakum.yaml', '1:10-40 "https://example.com/oakum.yaml" extends: `https://example.com/oakum.yaml` does not fit: a path is expected that is relative to this file, with forward slashes.'],
    ['extends: [C:/oakum.yaml]', '1:11-24 "C:/oakum.yaml" extends[0]: `C:/oakum.yaml` does not fit: a path is expected that is relative to this file, with forward slashes.'],
    ['- profile', '1:1-10 "- profile" A mapping is expected, not a list.'],
    ['strict', '1:1-7 "strict" A mapping is expected, not `strict`.'],
    ['profile: strict\nprofile: all', '2:1-8 "profile" profile: this key is set twice in one mapping.'],
    ['profile: strict\n---\nprofile: all', '3:1-13 "profile: all" A configuration is one document; what follows this line is not read.'],
    ['profile: strict\n\trules: {}', '2:1-2 "\t" YAML does not allow tabs as indentation.'],
    ['{{ include }}\nprofile: strict', '1:1-14 "{{ include }}" A configuration is read as it stands: nothing fills in `{{ }}` here.'],
    ['rules:\n  {{ rules }}', '2:3-14 "{{ rules }}" A configuration is read as it stands: nothing fills in `{{ }}` here.'],
    ['<<: &a { profile: strict }', '1:1-3 "<<" <<: there is no field of this name.'],
  ])('%s', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
    expect(problemsOf(text.replaceAll('\n', '\r\n'))).toEqual([expected]);
  });

  it('in a JSON file', () => {
    expect(problemsOf('{\n\t"rules": { "host-network": "eror" }\n}\n', {}, '/repo/.oakum.json')).toEqual(['2:29-35 ""eror"" rules.host-network: `eror` is none of off, hint, information, warning and error. Did you mean error?']);
  });

  it('several at once, in the order of the file', () => {
    expect(problemsOf('rules: { host-netwrok: off }\nprofile: hard\nexclude: "{"\nkubernetesVersion: x')).toHaveLength(4);
    expect(problemsOf('exclude: "{"\nprofile: hard').map((problem) => problem.slice(0, 3))).toEqual(['1:1', '2:1']);
  });

  it('beside braces that are only text', () => {
    expect(problemsOf('suppressions:\n  - rules: [host-network]\n    reason: The {{ chart }}.\nrules: {')).toEqual(['4:9-9 "" Flow map in block collection must be sufficiently indented and end with a }.']);
  });
});

describe('what is right in a wrong file is used', () => {
  const settings = (text: string): unknown => load(text).configuration?.settingsFor('k8s/a.yaml', {}, {});

  it('field by field', () => {
    expect(settings('profile: hard\nkubernetesVersion: 1.30\nrules: { host-network: off, host-pid: eror, nonsense: off }')).toMatchObject({
      profile: 'restricted',
      kubernetesVersion: '1.30',
      rules: { 'host-network': { severity: 'off' } },
    });
  });

  it('but no override and no suppression for more files than it names', () => {
    const text = 'overrides:\n  - { files: ["**", "!{k8s"], profile: strict }\n  - { files: "k8s/**", kubernetesVersion: 1.30 }\nsuppressions:\n  - { rules: [host-network], files: "{", reason: x }\n  - { rules: [host-pid], reason: x }';
    expect(settings(text)).toMatchObject({ profile: 'restricted', kubernetesVersion: '1.30', suppressions: [{ rules: ['host-pid'] }] });
  });

  it('and no suppression of which something is wrong', () => {
    expect(settings('suppressions:\n  - { rules: [host-network, nonsense], reason: x }\n  - { rules: [nonsense], reason: x }\n  - { rules: [host-pid], reason: x, until: 2026-02-30 }')).toMatchObject({ suppressions: [] });
  });

  it('nothing of a file that is no mapping', () => {
    expect(load('- a').configuration).toBeUndefined();
    expect(load('{{ x }}').configuration).toBeUndefined();
  });
});

describe('hostile input', () => {
  const within = (milliseconds: number, run: () => void): void => {
    const begin = performance.now();
    run();
    expect(performance.now() - begin).toBeLessThan(milliseconds);
  };

  it('keys that are special to JavaScript are keys', () => {
    const text = '__proto__: { profile: all }\nconstructor: 1\nrules:\n  __proto__: error\n  toString: off\n  hasOwnProperty: { severity: off }\n';
    expect(problemsOf(text)).toEqual([
      '1:1-10 "__proto__" __proto__: there is no field of this name.',
      '2:1-12 "constructor" constructor: there is no field of this name.',
      '4:3-12 "__proto__" rules.__proto__: there is no rule of this name.',
      '5:3-11 "toString" rules.toString: there is no rule of this name.',
      '6:3-17 "hasOwnProperty" rules.hasOwnProperty: there is no rule of this name.',
    ]);
    expect(load(text).configuration?.settingsFor('a.yaml', {}, {})).toMatchObject({ profile: 'restricted', rules: {} });
    expect(Object.hasOwn(Object.prototype, 'profile')).toBe(false);
  });

  it.each([
    ['aliases', (before: string) => `[${`${before},`.repeat(9)}]`, '[x]'],
    ['merge keys', (before: string) => `{ <<: [${`${before},`.repeat(9)}] }`, '{ x: 1 }'],
  ])('bombs of %s', (_, next, first) => {
    let text = `a0: &a0 ${first}\n`;
    for (let level = 1; level < 12; level++) text += `a${level}: &a${level} ${next(`*a${level - 1}`)}\n`;
    within(2000, () => {
      expect(problemsOf(text)).toEqual(['1:1-1 "" Aliases make this document many times as large as its text, so it is not read.']);
    });
  });

  it('a chain of aliases that nests deeper than the stack', () => {
    let text = 'a0: &a0 [x]\n';
    for (let level = 1; level < 5000; level++) text += `a${level}: &a${level} [*a${level - 1}]\n`;
    within(5000, () => {
      expect(load(text).configuration).toBeUndefined();
    });
  });

  it('a file of ten megabytes', () => {
    within(500, () => {
      expect(problemsOf('profile: strict\n'.repeat(655_360))).toEqual(['1:1-1 "" A configuration of more than 262144 characters is not read.']);
    });
  });

  it('more errors than anybody reads', () => {
    within(10_000, () => {
      const { problems, configuration } = load(`rules: { ${Array.from({ length: 12_000 }, (_, index) => `rule-${index}: off`).join(', ')} }`);
      expect(problems).toHaveLength(100);
      expect(configuration?.settingsFor('a.yaml', {}, {}).rules).toEqual({});
    });
  });

  it('more globs than anybody writes', () => {
    expect(problemsOf(`exclude: [${'a,'.repeat(2000)}]`)).toEqual(['1:1-8 "exclude" exclude: at most 1000 entries are expected.']);
  });

  it('keys and values of great length are cut in messages', () => {
    for (const problem of load(`${'k'.repeat(1000)}: 1\nprofile: ${'v'.repeat(5000)}`).problems) expect(problem.message.length).toBeLessThan(250);
  });
});
