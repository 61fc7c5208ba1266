// Every fix that is offered on any manifest, alone and all together: the promises of the README, counted.
import { describe, expect, it } from 'vitest';
import { lintDocument, repair, repairAll, type Finding } from '../../server/src/engine/index.js';
import { applyEdits } from '../../server/src/text/index.js';
import { Source, YamlDocument } from '../../server/src/yaml/index.js';
import { planOf } from '../rules/judge.js';
import { hasManifests, manifestFiles } from './files.js';

const context = { isPartial: false };
const without = hasManifests ? '' : ' (only samples and fixtures: no folder of manifests beside the checkout)';

function identity(finding: Finding): string {
  // Items behind a removed one take its place, so indices do not tell findings apart; the message does.
  return JSON.stringify([finding.rule, finding.resource, finding.container, finding.message, finding.path.filter((key) => typeof key === 'string')]);
}

describe('fixes', () => {
  const plan = planOf({});

  it(`hold, one by one${without}`, () => {
    const counts = { offered: 0, withheld: 0, tried: 0 };
    const withheldBy = new Map<string, number>();
    const failures: string[] = [];
    for (const { path, text } of manifestFiles()) {
      for (const { document } of Source.read(text).documents) {
        if (document.text.length > 60_000) continue;
        const judged = { document, plan, context };
        const { findings } = lintDocument(document, plan, context);
        for (const finding of findings) {
          if (!finding.fix || finding.suppressed) continue;
          counts.tried++;
          const result = repair(judged, finding);
          if (!result) {
            counts.withheld++;
            withheldBy.set(finding.rule, (withheldBy.get(finding.rule) ?? 0) + 1);
            continue;
          }
          counts.offered++;
          const where = `${path}: ${finding.rule} ${finding.path.join('.')}`;
          const fail = (what: string): void => void failures.push(`${where}: ${what}`);
          const after = result.document; // Reading it afresh gives the same, which the tests of reading hold.
          if (after.text !== result.text) fail('another text was judged');
          if (after.problems.length > document.problems.length) fail('the result does not parse');
          if (applyEdits(document.text, result.edits) !== result.text) fail('the edits are not the result');
          const left = lintDocument(after, plan, context).findings;
          const same = (list: readonly Finding[]): number => list.filter((other) => identity(other) === identity(finding)).length;
          if (same(left) >= same(findings)) fail('the finding is still there');
          if (left.length > findings.length) fail('more is found than before');
          const comments = (of: YamlDocument): string[] => of.comments.map((comment) => comment.text);
          if (JSON.stringify(comments(after)) !== JSON.stringify(comments(document)) && !/-suppression$/u.test(finding.rule)) fail('a comment is lost');
          const again = left.find((other) => identity(other) === identity(finding));
          if (again && same(findings) === 1) fail('applying it twice changes more');
        }
      }
    }
    console.log(`Fixes: ${counts.tried} tried, ${counts.offered} offered, ${counts.withheld} withheld, ${failures.length} failed.`);
    console.log('Withheld:', Object.fromEntries([...withheldBy].sort((a, b) => b[1] - a[1])));
    expect(failures.slice(0, 20)).toEqual([]);
    expect(counts.offered).toBeGreaterThan(10);
  }, 1_200_000);

  it.each(['safe', 'suggestion'] as const)(`hold all together: %s${without}`, (tier) => {
    let documents = 0;
    let fixed = 0;
    const failures: string[] = [];
    for (const { path, text } of manifestFiles()) {
      for (const { document } of Source.read(text).documents) {
        if (document.text.length > 60_000) continue;
        const wanted = (finding: Finding): boolean => tier === 'suggestion' || finding.fix?.tier === 'safe';
        const result = repairAll({ document, plan, context }, wanted);
        if (!result) continue;
        documents++;
        fixed += result.fixed;
        const after = new YamlDocument(result.text);
        if (applyEdits(document.text, result.edits) !== result.text) failures.push(`${path}: the edits are not the result`);
        if (after.problems.length > document.problems.length) failures.push(`${path}: the result does not parse`);
        if (result.fixed <= 0) failures.push(`${path}: nothing is better`);
        if (repairAll({ document: after, plan, context }, wanted)) failures.push(`${path}: twice is not once`);
      }
    }
    console.log(`All ${tier} fixes together: ${fixed} findings fixed in ${documents} documents, ${failures.length} failures.`);
    expect(failures.slice(0, 20)).toEqual([]);
    expect(documents).toBeGreaterThan(0);
  }, 1_200_000);
});
