import { DEFAULT_SETTINGS, type Settings } from '../../server/src/config/index.js';
import { repair } from '../../server/src/engine/index.js';
import { reportFile, type ReportedProblem, type ScanReport } from '../../server/src/report/index.js';
import { catalogue, rules } from '../../server/src/rules/index.js';
import { Workspace } from '../../server/src/workspace/index.js';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** What a scan of these files (by path) would have to report. */
export function reportOn(files: Readonly<Record<string, string>>, options: { readonly settings?: Partial<Settings>; readonly problems?: readonly ReportedProblem[]; readonly exitCode?: number } = {}): ScanReport {
  const settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const workspace = new Workspace({
    rules,
    today: () => '2026-06-15',
    onError: (rule, place, error) => {
      throw new Error(`${rule} threw at ${place}`, { cause: error });
    },
  });
  for (const [path, text] of Object.entries(files)) workspace.set(path, text, settings);
  const reported = Object.keys(files).sort().flatMap((path) => {
    const judgement = workspace.judge(path);
    const source = judgement?.source;
    if (!judgement || !source || judgement.findings.length === 0) return [];
    const { findings, plan, context } = judgement;
    return reportFile({
      path,
      source,
      encoding: 'utf-8',
      findings,
      rules: byId,
      editsOf: (finding) => {
        const place = source.documentAt(finding.range.start);
        const repaired = place && repair({ document: place.document, plan, context }, finding);
        return repaired?.edits.map(({ range, newText }) => ({ range: { start: range.start + (place?.offset ?? 0), end: range.end + (place?.offset ?? 0) }, newText }));
      },
    });
  });
  const count = Object.keys(files).length;
  return {
    version: '1.2.3',
    files: reported,
    problems: options.problems ?? [],
    counts: { scanned: count, manifests: count, helmTemplates: 0, excluded: 0 },
    repaired: { findings: 0, files: 0 },
    rules: catalogue,
    exitCode: options.exitCode ?? 1,
  };
}

/** A pod in which something of each severity is found, something is fixable, and something silenced. */
export const POD = `apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: shop
spec:
  hostNetwork: true # oakum-ignore host-network: the node's own proxy
  automountServiceAccountToken: false
  containers:
    - name: app
      image: registry.example.com/cart:1.4.2
      securityContext:
        privileged: true
    - name: "日本"
      image: nginx
`;
