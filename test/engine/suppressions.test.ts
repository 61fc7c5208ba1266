import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/config/index.js';
import { compile, lint, repairAll, unsuppressed, type Plan } from '../../server/src/engine/index.js';
import { rules } from '../../server/src/rules/index.js';
import { applyEdits } from '../../server/src/text/index.js';
import { Source } from '../../server/src/yaml/index.js';

/** The rules that suppress, are suppressed, or judge suppressions; all others only make noise. */
const WANTED = new Set(['latest-image-tag', 'privileged-port', 'unknown-suppression', 'unused-suppression', 'expired-suppression', 'reasonless-suppression', 'malformed-suppression']);

function planOf(settings: Partial<Settings> = {}): Plan {
  const chosen = rules.filter((rule) => WANTED.has(rule.id));
  expect(chosen).toHaveLength(WANTED.size);
  return compile(chosen, { ...DEFAULT_SETTINGS, profile: 'all', ...settings }, {
    today: '2026-06-15',
    onError: (rule, place, error) => {
      throw new Error(`${rule} threw at ${place}`, { cause: error });
    },
  });
}

function found(text: string, plan = planOf()): string[] {
  return unsuppressed(lint(Source.read(text), plan, { isPartial: false })).map((finding) => finding.rule);
}

function repaired(text: string, plan = planOf()): string {
  const [first] = Source.read(text).documents;
  const repair = first && repairAll({ document: first.document, plan, context: { isPartial: false } }, () => true);
  return repair ? applyEdits(text, repair.edits) : text;
}

const pod = (container: string, head = ''): string => `${head}apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
${container}`;

describe('a suppression that is used', () => {
  it.each([
    ['above the line', pod('      # oakum-ignore latest-image-tag: built every night\n      image: app:latest\n')],
    ['at the end of the line', pod('      image: app:latest # oakum-ignore latest-image-tag: built every night\n')],
    ['on the whole object', pod('      image: app:latest\n', '# oakum-ignore latest-image-tag: built every night\n')],
    ['on the whole file', pod('      image: app:latest\n', '# oakum-ignore-file latest-image-tag: built every night\n')],
    ['until a day to come', pod('      # oakum-ignore latest-image-tag until 2026-06-15: built every night\n      image: app:latest\n')],
    ['one of two in a comment', pod('      # oakum-ignore latest-image-tag, no-such-rule: built every night\n      image: app:latest\n').replace(', no-such-rule', '')],
  ])('is not found fault with %s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(repaired(text)).toBe(text);
  });

  it('is asked for a reason', () => {
    expect(found(pod('      # oakum-ignore latest-image-tag\n      image: app:latest\n'))).toEqual(['reasonless-suppression']);
  });
});

describe('a suppression that is not used', () => {
  it('is removed together with what it no longer excuses', () => {
    const text = pod('      # oakum-ignore latest-image-tag: built every night\n      image: app:1.2.3\n');
    expect(found(text)).toEqual(['unused-suppression']);
    expect(repaired(text)).toBe(pod('      image: app:1.2.3\n'));
  });

  it('is removed from the end of a line', () => {
    expect(repaired(pod('      image: app:1.2.3 # oakum-ignore latest-image-tag: built every night\n'))).toBe(pod('      image: app:1.2.3\n'));
  });

  it('stays where its comment names another rule, which is used', () => {
    const text = pod('      # oakum-ignore latest-image-tag, privileged-port: built every night\n      image: app:latest\n');
    expect(found(text)).toEqual(['unused-suppression']);
    expect(repaired(text)).toBe(text);
  });

  it('says nothing where its rule is switched off', () => {
    const plan = planOf({ rules: { 'latest-image-tag': { severity: 'off' } } });
    expect(found(pod('      # oakum-ignore latest-image-tag: built every night\n      image: app:latest\n'), plan)).toEqual([]);
  });

  it('is found once where it stands in the wrong place', () => {
    expect(found(pod('      image: app:latest\n      # oakum-ignore latest-image-tag: built every night\n      tty: true\n'))).toEqual(['latest-image-tag', 'unused-suppression']);
  });
});

describe('a suppression that has expired', () => {
  const text = pod('      # oakum-ignore latest-image-tag until 2026-06-14: built every night\n      image: app:latest\n');

  it('silences nothing, and is not said to be unused', () => {
    expect(found(text).sort()).toEqual(['expired-suppression', 'latest-image-tag']);
  });

  it('is removed', () => {
    expect(repaired(text)).toBe(pod('      image: app:latest\n'));
  });
});

describe('a suppression that says nothing', () => {
  it.each([
    ['no rule', '# oakum-ignore: built every night', ['malformed-suppression']],
    ['nothing at all', '# oakum-ignore', ['malformed-suppression']],
    ['a rule that is none', '# oakum-ignore latest-tag: built every night', ['unknown-suppression']],
    ['an id of another tool', '# oakum-ignore CKV_K8S_14: built every night', ['unknown-suppression']],
    ['a property of every object', '# oakum-ignore constructor: built every night', ['unknown-suppression']],
  ])('%s', (_, comment, expected) => {
    expect(found(pod(`      ${comment}\n      image: app:1.2.3\n`))).toEqual(expected);
  });
});
