import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, findings, replace, ruleOf, rules, show, typeCharacter, waitForNo, waitForRule, waitForRules, withFolder, write } from './desk.js';
import { eventually } from './eventually.js';
import { ESCALATING, ESCALATION, HARDENED, deployment } from './manifests.js';
import type { Suite } from './runner.js';

/** What is found in the sample shop.yaml: severity, rule, and place as the editor counts it, from 1. */
const SHOP = [
  'Information automounted-service-account-token 19:5-19:9',
  'Warning host-network 20:20-20:24',
  'Information memory-limit-unset 22:17-22:20',
  'Warning latest-image-tag 23:24-23:30',
  'Warning host-port 26:25-26:29',
  'Error env-secret-literal 29:22-29:52',
  'Warning privilege-escalation-unset 30:11-30:26',
  'Warning root-user-possible 30:11-30:26',
  'Warning seccomp-profile-unset 30:11-30:26',
  'Error privileged-container 31:25-31:29',
  'Warning capabilities-not-dropped 32:13-32:25',
  'Warning net-admin-capability 33:21-33:30',
  'Warning non-default-capability 33:32-33:40',
  'Warning writable-host-path 35:21-35:27',
];

/** The manifest that is typed key by key. */
const TYPED = `apiVersion: v1
kind: Pod
metadata:
  name: typed
spec:
  hostNetwork: true
`;

/** Documents enough for an answer that takes the editor some time. */
const MANY = 1000;

/** Texts with the keys `services` or `on`, and the like, which the API server would not take. */
const NO_MANIFESTS: Readonly<Record<string, string>> = {
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n',
  '.github/workflows/build.yml': 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    container:\n      image: node:latest\n      options: --privileged\n',
  'playbook.yml': '- hosts: all\n  tasks:\n    - name: shop\n      docker_container:\n        name: shop\n        privileged: true\n',
  'openapi.yaml': 'openapi: 3.1.0\ninfo:\n  title: shop\n  version: 1.4.2\npaths: {}\n',
};

/** The tests of what is underlined, and when. */
export function addDiagnosticTests(test: Suite['test']): void {
  test('the sample shop is underlined exactly', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    const firstDocument = document.getText().indexOf('\n---');
    await eventually('the findings', () => {
      const found = findings(document.uri).filter(({ range }) => document.offsetAt(range.start) < firstDocument);
      const web = found.filter(({ range }) => range.start.line < 36).sort((a, b) => a.range.start.compareTo(b.range.start) || ruleOf(a).localeCompare(ruleOf(b)));
      assert.deepEqual(web.map(described), SHOP);
    });
    await closeAll();
  });

  test('every finding has a rule with a page, a message and a source', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    await waitForRule(document.uri, 'docker-socket-mount');
    for (const finding of findings(document.uri)) {
      assert.equal(finding.source, 'oakum');
      assert.match(finding.message, /^[A-Z][^\n]+\.$/u);
      assert.ok(typeof finding.code === 'object');
      assert.match(finding.code.target.toString(true), new RegExp(`^command:oakum\\.explainRule\\?.*${ruleOf(finding)}`, 'u'));
    }
    await closeAll();
  });

  test('a finding shows the other end as a related place', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    const finding = await waitForRule(document.uri, 'writable-host-path');
    const [related] = finding.relatedInformation ?? [];
    assert.ok(related, 'there is no related place');
    assert.equal(related.location.uri.toString(), document.uri.toString());
    assert.equal(document.getText(related.location.range), '/var/run/docker.sock');
    await closeAll();
  });

  test('findings come and go while a manifest is typed, character by character', async () => {
    await withFolder('shop', 'typed', async (place) => {
      const editor = await show(write(place('pod.yaml'), ''));
      const { uri } = editor.document;
      for (const character of TYPED) await typeCharacter(editor, character);
      assert.equal(editor.document.getText(), TYPED);
      const finding = await waitForRule(uri, 'host-network');
      assert.equal(described(finding), 'Warning host-network 6:16-6:20');
      await replace(editor, 'hostNetwork: true', 'hostNetwork: false');
      await waitForNo(uri, 'host-network');
    });
  });

  test('what is written moves with the text above it', async () => {
    await withFolder('shop', 'moved', async (place) => {
      const editor = await show(write(place('pod.yaml'), ESCALATING));
      const before = await waitForRule(editor.document.uri, ESCALATION);
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# one\n# two\n')));
      await eventually('the finding two lines further down', () => {
        const [after] = findings(editor.document.uri);
        assert.deepEqual(after?.range, before.range.with(before.range.start.translate(2), before.range.end.translate(2)));
      });
    });
  });

  test('an answer that is overtaken by the next key loses nothing', async () => {
    await withFolder('shop', 'overtaken', async (place) => {
      const many = Array.from({ length: MANY }, (_, index) => deployment(`shop-${index}`, ['allowPrivilegeEscalation: true'])).join('---\n');
      const editor = await show(write(place('all.yaml'), many));
      const { document } = editor;
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      // Nothing else is found, but everything is asked for again while the answer before is still being taken in.
      for (const [index, character] of [...'# '.repeat(40)].entries()) {
        await typeCharacter(editor, character);
        await new Promise((done) => setTimeout(done, index % 60));
      }
      await eventually('all findings', () => {
        assert.equal(findings(document.uri).length, MANY);
      });
    });
  });

  test('a half-typed key costs nothing of the rest', async () => {
    await withFolder('shop', 'half', async (place) => {
      const editor = await show(write(place('pod.yaml'), ESCALATING));
      const { uri } = editor.document;
      await waitForRules(uri, [ESCALATION]);
      await replace(editor, '      automountServiceAccountToken: false\n', '      automountServiceAccountToken: false\n      hostNetw\n');
      await waitForRules(uri, [ESCALATION, 'syntax-error']);
      await replace(editor, '      hostNetw\n', '      hostNetwork: true\n');
      await waitForRules(uri, [ESCALATION, 'host-network']);
    });
  });

  test('an unclosed quote is one syntax finding, and goes when it is closed', async () => {
    await withFolder('shop', 'quote', async (place) => {
      const editor = await show(write(place('pod.yaml'), ESCALATING));
      const { uri } = editor.document;
      await waitForRules(uri, [ESCALATION]);
      await replace(editor, 'name: escalating\nspec', 'name: "escalating\nspec');
      await waitForRule(uri, 'syntax-error');
      assert.equal(rules(uri).filter((rule) => rule === 'syntax-error').length, 1);
      await replace(editor, 'name: "escalating\nspec', 'name: "escalating"\nspec');
      await waitForRules(uri, [ESCALATION]);
    });
  });

  test('a broken document leaves the other documents of the file alone', async () => {
    await withFolder('shop', 'documents', async (place) => {
      const editor = await show(write(place('all.yaml'), `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [}\n---\n${ESCALATING}`));
      await waitForRules(editor.document.uri, [ESCALATION, 'syntax-error']);
    });
  });

  test('a hardened manifest is silent', async () => {
    await withFolder('shop', 'hardened', async (place) => {
      const hardened = await show(write(place('hardened.yaml'), HARDENED));
      const other = await show(write(place('other.yaml'), ESCALATING));
      await waitForRules(other.document.uri, [ESCALATION]);
      assert.deepEqual(rules(hardened.document.uri), []);
    });
  });

  test('JSON manifests are judged', async () => {
    const { document } = await show(file('samples', 'insecure/pod.json'));
    const finding = await waitForRule(document.uri, 'host-ipc');
    assert.equal(document.getText(finding.range), 'true');
    await closeAll();
  });

  test('untitled buffers are judged', async () => {
    const { document } = await show({ language: 'yaml', content: ESCALATING });
    assert.equal(document.isUntitled, true);
    await waitForRules(document.uri, [ESCALATION]);
    await closeAll();
  });

  test('CRLF and a byte order mark change no place', async () => {
    await withFolder('shop', 'crlf', async (place) => {
      const editor = await show(write(place('pod.yaml'), `\uFEFF${ESCALATING.replaceAll('\n', '\r\n')}`));
      assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
      const finding = await waitForRule(editor.document.uri, ESCALATION);
      assert.equal(editor.document.getText(finding.range), 'true');
    });
  });

  test('files that are no manifests show nothing', async () => {
    await withFolder('shop', 'others', async (place) => {
      const others: vscode.Uri[] = [];
      for (const [name, text] of Object.entries(NO_MANIFESTS)) others.push((await show(write(place(name), text))).document.uri);
      const last = await show(write(place('last.yaml'), ESCALATING));
      await waitForRules(last.document.uri, [ESCALATION]);
      for (const uri of others) assert.deepEqual(rules(uri), [], uri.path);
    });
  });

  test('a Helm chart is left alone', async () => {
    const chart = ['chart/templates/deployment.yaml', 'chart/values.yaml', 'chart/Chart.yaml'].map((path) => file('shop', path));
    for (const uri of chart) await show(uri);
    await withFolder('shop', 'beside-chart', async (place) => {
      const last = await show(write(place('last.yaml'), ESCALATING));
      await waitForRules(last.document.uri, [ESCALATION]);
      for (const uri of chart) assert.deepEqual(rules(uri), [], uri.path);
    });
  });

  test('a suppression with a reason silences, and without a use it is a finding itself', async () => {
    await withFolder('shop', 'suppressed', async (place) => {
      const editor = await show(write(place('pod.yaml'), deployment('quiet', ['# oakum-ignore privilege-escalation: the shell needs sudo', 'allowPrivilegeEscalation: true'])));
      const { uri } = editor.document;
      const other = await show(write(place('other.yaml'), ESCALATING));
      await waitForRules(other.document.uri, [ESCALATION]);
      await waitForRules(uri, []);
      await vscode.window.showTextDocument(editor.document);
      await replace(await vscode.window.showTextDocument(editor.document), 'allowPrivilegeEscalation: true', 'allowPrivilegeEscalation: false');
      await waitForRules(uri, ['unused-suppression']);
    });
  });
}

/** A finding in one line: severity, rule, and place counted from 1. */
function described(finding: vscode.Diagnostic): string {
  const { start, end } = finding.range;
  const severity = ['Error', 'Warning', 'Information', 'Hint'][finding.severity] ?? '?';
  return `${severity} ${ruleOf(finding)} ${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
