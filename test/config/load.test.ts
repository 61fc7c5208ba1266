import { describe, expect, it } from 'vitest';
import { CONFIGURATION_NAMES, DEFAULT_SETTINGS, isExcluded, loadConfiguration, readSettings, settingsFor, settingsKey, type Settings } from '../../server/src/config/index.js';
import { CONFIGURATION_TEMPLATE } from '../../server/src/config/template.js';
import { load, problemsOf, sound } from './read.js';

const settings = (text: string, path = 'k8s/a.yaml', others: Readonly<Record<string, string>> = {}): Settings => settingsFor(sound(text, others), path);

describe('the fields', () => {
  it('profile', () => {
    expect(settings('profile: strict').profile).toBe('strict');
    expect(settings('').profile).toBe('restricted');
  });

  it('rules, as a severity or in full', () => {
    expect(settings('rules:\n  host-network: off\n  host-pid: { severity: error }\n  image-without-digest: { options: { exempt: [a] } }').rules).toEqual({
      'host-network': { severity: 'off' },
      'host-pid': { severity: 'error' },
      'image-without-digest': { options: { exempt: ['a'] } },
    });
  });

  it.each([
    ['1.30', '1.30'],
    ['"1.30"', '1.30'],
    ['v1.29.4', '1.29'],
    ['1.9', '1.9'],
  ])('kubernetesVersion %s', (written, expected) => {
    expect(settings(`kubernetesVersion: ${written}`).kubernetesVersion).toBe(expected);
  });

  it('trustedRegistries', () => {
    expect(settings('trustedRegistries: [registry.example.com/team]').trustedRegistries).toEqual(['registry.example.com/team']);
  });

  it('podTemplates', () => {
    expect(settings('podTemplates: [{ group: example.com, kind: Fleet, template: spec.template }]').podTemplates).toEqual([{ group: 'example.com', kind: 'Fleet', template: 'spec.template' }]);
  });

  it('suppressions, for all files or for some', () => {
    const text = 'suppressions:\n  - { rules: [host-network], reason: Everywhere. }\n  - { rules: [host-pid], files: system, reason: There., until: 2027-01-31 }';
    expect(settings(text).suppressions).toEqual([{ rules: ['host-network'], reason: 'Everywhere.' }]);
    expect(settings(text, 'system/a.yaml').suppressions).toEqual([
      { rules: ['host-network'], reason: 'Everywhere.' },
      { rules: ['host-pid'], reason: 'There.', until: '2027-01-31' },
    ]);
  });

  it('exclude', () => {
    const configuration = sound('exclude: [vendor, "**/*.test.yaml", "!vendor/ours"]');
    expect(isExcluded(configuration, 'vendor/a.yaml')).toBe(true);
    expect(isExcluded(configuration, 'vendor/ours/a.yaml')).toBe(false);
    expect(isExcluded(configuration, 'k8s/a.test.yaml')).toBe(true);
    expect(isExcluded(configuration, 'k8s/a.yaml')).toBe(false);
    expect(isExcluded(sound('exclude: vendor'), 'vendor/a.yaml')).toBe(true);
    expect(isExcluded(undefined, 'vendor/a.yaml')).toBe(false);
  });

  it('are named in the files that are looked for', () => {
    expect(CONFIGURATION_NAMES).toEqual(['.oakum.yaml', '.oakum.yml', '.oakum.json']);
  });
});

describe('overrides', () => {
  const text = `
profile: baseline
rules: { host-network: error, image-without-digest: { severity: hint, options: { exempt: [a] } } }
overrides:
  - files: [k8s/**, charts/**]
    profile: strict
    trustedRegistries: [registry.example.com]
    kubernetesVersion: 1.30
  - files: k8s/system/**
    rules:
      host-network: off
      image-without-digest: { options: { exempt: [b] } }
`;

  it('hold for the files that they name', () => {
    expect(settings(text, 'a.yaml')).toMatchObject({ profile: 'baseline', trustedRegistries: [], kubernetesVersion: DEFAULT_SETTINGS.kubernetesVersion });
    expect(settings(text, 'k8s/a.yaml')).toMatchObject({ profile: 'strict', trustedRegistries: ['registry.example.com'], kubernetesVersion: '1.30' });
  });

  it('are applied one after the other, rule by rule', () => {
    expect(settings(text, 'k8s/system/a.yaml')).toMatchObject({
      profile: 'strict',
      rules: { 'host-network': { severity: 'off' }, 'image-without-digest': { severity: 'hint', options: { exempt: ['b'] } } },
    });
  });

  it('know files by either kind of slash', () => {
    const configuration = sound(text);
    expect(settingsFor(configuration, 'k8s\\system\\a.yaml')).toBe(settingsFor(configuration, './k8s/system/a.yaml'));
    expect(settingsFor(configuration, 'k8s\\system\\a.yaml').rules['host-network']).toEqual({ severity: 'off' });
    expect(isExcluded(sound('exclude: vendor/**'), 'vendor\\a.yaml')).toBe(true);
  });
});

describe('what comes from elsewhere', () => {
  it('holds where the configuration says nothing', () => {
    const base = { profile: 'strict', trustedRegistries: ['registry.example.com'], rules: { 'host-pid': { severity: 'off' } } } as const;
    expect(settingsFor(sound('profile: baseline\nrules: { host-network: off }'), 'a.yaml', base)).toMatchObject({
      profile: 'baseline',
      trustedRegistries: ['registry.example.com'],
      rules: { 'host-network': { severity: 'off' }, 'host-pid': { severity: 'off' } },
    });
    expect(settingsFor(undefined, 'a.yaml', base)).toMatchObject({ profile: 'strict', rules: { 'host-pid': { severity: 'off' } } });
  });

  it('or whatever it says, where it is forced', () => {
    expect(settingsFor(sound('profile: baseline\noverrides: [{ files: "**", profile: all }]'), 'a.yaml', {}, { profile: 'strict', honourSuppressions: false })).toMatchObject({ profile: 'strict', honourSuppressions: false });
  });

  it('is checked like a file', () => {
    expect(readSettings({ profile: 'strict', rules: { 'host-network': 'off', 'host-netwrok': 'off' }, kubernetesVersion: null, trustedRegistries: 1 })).toEqual({
      settings: { profile: 'strict', rules: { 'host-network': { severity: 'off' } } },
      problems: ['rules.host-netwrok: there is no rule of this name. Did you mean host-network?', 'trustedRegistries: a list is expected, not `1`.'],
    });
    expect(readSettings(JSON.parse('{"rules":{"__proto__":"off"}}') as Record<string, unknown>).problems).toEqual(['rules.__proto__: there is no rule of this name.']);
  });
});

describe('equal settings', () => {
  it('are one object', () => {
    const configuration = sound('overrides: [{ files: k8s, profile: strict }]');
    const first = settingsFor(configuration, 'k8s/a.yaml', { rules: { 'host-pid': { severity: 'off' } } });
    expect(settingsFor(configuration, 'k8s/b.yaml', { rules: { 'host-pid': { severity: 'off' } } })).toBe(first);
    expect(settingsFor(configuration, 'other/b.yaml', { rules: { 'host-pid': { severity: 'off' } } })).not.toBe(first);
    expect(settingsFor(configuration, 'k8s/b.yaml')).not.toBe(first);
  });

  it('have one key, in whatever order and however they are written', () => {
    const one = settings('kubernetesVersion: v1.30.2\nrules: { host-pid: off, host-network: { severity: off } }');
    const other = settings('rules: { host-network: off, host-pid: off }\nkubernetesVersion: 1.30');
    expect(settingsKey(one)).toBe(settingsKey(other));
    expect(settingsKey(one)).not.toBe(settingsKey(settings('rules: { host-network: off }\nkubernetesVersion: 1.30')));
    expect(settingsKey(settingsFor(undefined, 'a.yaml'))).toBe(settingsKey(DEFAULT_SETTINGS));
  });
});

describe('extends', () => {
  const base = 'profile: strict\nkubernetesVersion: 1.30\nrules: { host-network: error, host-pid: error }\nexclude: [vendor]\ntrustedRegistries: [a.example.com]\n';

  it('takes what the file does not say itself', () => {
    expect(settings('extends: policy/base.yaml\nrules: { host-network: off }\ntrustedRegistries: [b.example.com]', 'a.yaml', { '/repo/policy/base.yaml': base })).toMatchObject({
      profile: 'strict',
      kubernetesVersion: '1.30',
      rules: { 'host-network': { severity: 'off' }, 'host-pid': { severity: 'error' } },
      trustedRegistries: ['b.example.com'],
    });
  });

  it('lets later files win', () => {
    const others = { '/repo/a.yaml': 'profile: strict\nrules: { host-pid: off }', '/repo/b.yaml': 'profile: baseline' };
    expect(settings('extends: [a.yaml, b.yaml]', 'x.yaml', others)).toMatchObject({ profile: 'baseline', rules: { 'host-pid': { severity: 'off' } } });
    expect(settings('extends: [b.yaml, a.yaml]', 'x.yaml', others).profile).toBe('strict');
  });

  it('lets what a file says win over the overrides of those it extends', () => {
    expect(settings('extends: a.yaml\nprofile: all', 'x.yaml', { '/repo/a.yaml': 'overrides: [{ files: "**", profile: strict }]' }).profile).toBe('all');
  });

  it('goes on from file to file, each path from its own folder', () => {
    const others = { '/shared/team/team.yaml': 'extends: ../org/org.yaml\nprofile: strict', '/shared/org/org.yaml': 'profile: baseline\nkubernetesVersion: 1.28' };
    const { configuration, files } = load('extends: ../shared/team/team.yaml', others);
    expect(configuration?.settingsFor('a.yaml', {}, {})).toMatchObject({ profile: 'strict', kubernetesVersion: '1.28' });
    expect([...files.keys()]).toEqual(['/repo/.oakum.yaml', '/shared/team/team.yaml', '/shared/org/org.yaml']);
  });

  it.each([
    ['C:\\repo\\.oakum.yaml', 'C:/shared/base.yaml'],
    ['file:///c%3A/repo/.oakum.yaml', 'file:///c%3A/shared/base.yaml'],
    ['repo/.oakum.yaml', 'shared/base.yaml'],
    ['.oakum.yaml', '../shared/base.yaml'],
    ['/.oakum.yaml', '/shared/base.yaml'],
  ])('finds the way from %s', (from, to) => {
    expect(load('extends: ../shared/base.yaml', { [to]: 'profile: strict' }, from)).toMatchObject({ problems: [], missing: [] });
  });

  it('adds up what is excluded and suppressed, each glob from its own folder', () => {
    const configuration = sound('extends: policy/base.yaml\nexclude: [generated/**]', {
      '/repo/policy/base.yaml': 'exclude: ["**/vendor/**", examples/**]\nsuppressions: [{ rules: [host-pid], files: examples/b.yaml, reason: x }]',
    });
    expect(['k8s/vendor/a.yaml', 'generated/a.yaml', 'policy/examples/a.yaml', 'examples/a.yaml', 'a.yaml'].map((path) => isExcluded(configuration, path))).toEqual([true, true, true, false, false]);
    expect(settingsFor(configuration, 'policy/examples/b.yaml').suppressions).toHaveLength(1);
    expect(settingsFor(configuration, 'examples/b.yaml').suppressions).toHaveLength(0);
  });

  it('counts a file once that is reached by two ways', () => {
    const others = { '/repo/a.yaml': 'extends: base.yaml', '/repo/b.yaml': 'extends: base.yaml', '/repo/base.yaml': 'suppressions: [{ rules: [host-pid], reason: x }]' };
    expect(settings('extends: [a.yaml, b.yaml]', 'x.yaml', others).suppressions).toHaveLength(1);
  });

  it('says which file is missing', () => {
    expect(problemsOf('extends: [a.yaml, no/such.yaml]', { '/repo/a.yaml': '' })).toEqual(['1:19-31 "no/such.yaml" extends: there is no file no/such.yaml, or it cannot be read.']);
    expect(load('extends: [a.yaml]').missing).toEqual(['/repo/a.yaml']);
    expect(load('extends: a.yaml\nprofile: strict').configuration?.settingsFor('x.yaml', {}, {}).profile).toBe('strict');
  });

  it('says where a circle closes', () => {
    expect(problemsOf('extends: .oakum.yaml')).toEqual(['1:10-21 ".oakum.yaml" extends: .oakum.yaml extends this file in turn: .oakum.yaml → .oakum.yaml.']);
    expect(problemsOf('extends: a.yaml', { '/repo/a.yaml': 'extends: [b.yaml]', '/repo/b.yaml': '# Round and round.\nextends: a.yaml' })).toEqual([
      '/repo/b.yaml:2:10-16 "a.yaml" extends: a.yaml extends this file in turn: a.yaml → b.yaml → a.yaml.',
    ]);
  });

  it('shows the problems of other files where they are', () => {
    expect(problemsOf('extends: a.yaml', { '/repo/a.yaml': 'rules:\n  host-netwrok: off' })).toEqual(['/repo/a.yaml:2:3-15 "host-netwrok" rules.host-netwrok: there is no rule of this name. Did you mean host-network?']);
  });

  it('can be read piece by piece by those who read asynchronously', () => {
    const disk: Readonly<Record<string, string>> = { '/repo/a.yaml': 'extends: b.yaml', '/repo/b.yaml': 'profile: strict' };
    const texts = new Map<string, string>();
    let loaded = loadConfiguration('/repo/.oakum.yaml', 'extends: a.yaml', (path) => texts.get(path));
    let rounds = 0;
    for (; loaded.missing.length > 0 && rounds < 10; rounds++) {
      for (const path of loaded.missing) texts.set(path, disk[path] ?? '');
      loaded = loadConfiguration('/repo/.oakum.yaml', 'extends: a.yaml', (path) => texts.get(path));
    }
    expect(rounds).toBe(2);
    expect(loaded.problems).toEqual([]);
    expect(loaded.configuration?.settingsFor('x.yaml', {}, {}).profile).toBe('strict');
  });

  it('stops at a bound, however the files are woven', () => {
    const others: Record<string, string> = {};
    for (let level = 0; level < 60; level++) {
      for (const side of ['a', 'b']) others[`/repo/${side}${level}.yaml`] = `extends: [a${level + 1}.yaml, b${level + 1}.yaml]`;
    }
    const begin = performance.now();
    const { problems, files } = load('extends: [a0.yaml, b0.yaml]', others);
    expect(files.size).toBeLessThanOrEqual(32);
    expect(problems[0]?.message).toMatch(/may be made of 32 files at most/u);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('the file that new configurations begin with', () => {
  it('changes nothing', () => {
    expect(settings(CONFIGURATION_TEMPLATE)).toEqual(DEFAULT_SETTINGS);
  });

  it('is right in what it only proposes, too', () => {
    const all = CONFIGURATION_TEMPLATE.replace(/^# (?=[a-z]\w*:| )/gmu, '');
    expect(all).toMatch(/^extends: /mu);
    expect(problemsOf(all, { '/.oakum.yaml': '' })).toEqual([]);
    expect(settings(all, 'platform/ingress/a.yaml', { '/.oakum.yaml': '' })).toMatchObject({ profile: 'baseline', suppressions: [{ rules: ['host-network'] }] });
  });
});
