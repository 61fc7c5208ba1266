import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, findings, folder, remove, replace, rules, show, waitForNo, waitForRule, waitForRules, withFolder, withSettings, write } from './desk.js';
import { eventually } from './eventually.js';
import { ESCALATING, ESCALATION, HARDENED } from './manifests.js';
import type { Suite } from './runner.js';

/** The tests of settings and configuration files, which hold at once. */
export function addSettingsTests(test: Suite['test']): void {
  test('the profile changes what is asked for, without a reload', async () => {
    await withFolder('shop', 'profile', async (place) => {
      const { document } = await show(write(place('pod.yaml'), ESCALATING));
      await waitForRules(document.uri, [ESCALATION]);
      await withSettings(undefined, { 'oakum.profile': 'baseline' }, () => waitForRules(document.uri, []));
      await withSettings(undefined, { 'oakum.profile': 'strict' }, async () => {
        await waitForRule(document.uri, 'writable-root-filesystem');
      });
      await waitForRules(document.uri, [ESCALATION]);
    });
  });

  test('a rule is switched off, and given another severity, by the settings', async () => {
    await withFolder('shop', 'rules', async (place) => {
      const { document } = await show(write(place('pod.yaml'), ESCALATING));
      await waitForRules(document.uri, [ESCALATION]);
      await withSettings(undefined, { 'oakum.rules': { [ESCALATION]: 'off' } }, () => waitForRules(document.uri, []));
      await withSettings(undefined, { 'oakum.rules': { [ESCALATION]: 'error' } }, () =>
        eventually('the error', () => {
          assert.deepEqual(findings(document.uri).map(({ severity }) => severity), [vscode.DiagnosticSeverity.Error]);
        }),
      );
    });
  });

  test('Oakum is switched off and on again', async () => {
    await withFolder('shop', 'enable', async (place) => {
      const { document } = await show(write(place('pod.yaml'), ESCALATING));
      await waitForRules(document.uri, [ESCALATION]);
      await withSettings(undefined, { 'oakum.enable': false }, () => waitForRules(document.uri, []));
      await waitForRules(document.uri, [ESCALATION]);
    });
  });

  test('folders of one workspace have settings of their own', async () => {
    const [shop, platform] = [file('shop', 'deployment.yaml'), file('platform', 'deployment.yaml')];
    await show(platform);
    await show(shop);
    await waitForRule(shop, 'capabilities-not-dropped');
    await waitForRules(platform, ['privileged-container']); // Its folder asks for the profile baseline.
    await withSettings(folder('platform'), { 'oakum.profile': 'restricted' }, async () => {
      await waitForRule(platform, 'capabilities-not-dropped');
    });
    await waitForRules(platform, ['privileged-container']);
    await closeAll();
  });

  test('the Kubernetes version of the settings decides', async () => {
    await withFolder('shop', 'version', async (place) => {
      const text = HARDENED.replace('        runAsNonRoot: true\n', '        runAsNonRoot: true\n        sysctls:\n          - name: net.ipv4.ip_local_reserved_ports\n            value: "8080"\n');
      const { document } = await show(write(place('pod.yaml'), text));
      await withSettings(undefined, { 'oakum.kubernetesVersion': '1.26' }, async () => {
        await waitForRule(document.uri, 'unsafe-sysctl');
      });
      await waitForNo(document.uri, 'unsafe-sysctl');
    });
  });

  test('a configuration file holds for the files below it, and over the settings', async () => {
    await withFolder('shop', 'configured', async (place) => {
      const { document } = await show(write(place('app/pod.yaml'), ESCALATING));
      await waitForRules(document.uri, [ESCALATION]);
      write(place('.oakum.yaml'), `rules:\n  ${ESCALATION}: "off"\n`);
      await waitForRules(document.uri, []);
      write(place('.oakum.yaml'), 'profile: strict\n');
      await waitForRule(document.uri, 'writable-root-filesystem');
      await withSettings(undefined, { 'oakum.profile': 'baseline' }, async () => {
        await replace(await vscode.window.showTextDocument(document), 'name: escalating\nspec', 'name: renamed\nspec');
        await waitForRule(document.uri, 'writable-root-filesystem');
      });
      remove(place('.oakum.yaml'));
      await waitForRules(document.uri, [ESCALATION]);
    });
  });

  test('what is wrong with a configuration is underlined in it, and goes when it is put right', async () => {
    await withFolder('shop', 'wrong', async (place) => {
      const pod = await show(write(place('pod.yaml'), ESCALATING));
      await waitForRules(pod.document.uri, [ESCALATION]);
      const editor = await show(write(place('.oakum.yaml'), 'profile: strictest\nrules:\n  no-such-rule: error\n'));
      const { document } = editor;
      await eventually('both problems', () => {
        assert.deepEqual(
          findings(document.uri).map(({ code, range }) => `${String(code)} ${document.getText(range)}`).sort(),
          ['configuration no-such-rule', 'configuration strictest'],
        );
      });
      await replace(editor, 'strictest', 'strict');
      await replace(editor, 'no-such-rule: error', `${ESCALATION}: "off"`);
      await eventually('no problem', () => {
        assert.deepEqual(findings(document.uri), []);
      });
      await waitForRule(pod.document.uri, 'writable-root-filesystem'); // What is typed holds before it is saved.
      assert.ok(!rules(pod.document.uri).includes(ESCALATION));
    });
  });

  test('a wrong configuration that nobody has opened is underlined too', async () => {
    await withFolder('shop', 'unopened', async (place) => {
      const configuration = write(place('.oakum.yaml'), 'profil: strict\n');
      await show(write(place('pod.yaml'), ESCALATING));
      await eventually('the problem', () => {
        assert.equal(findings(configuration).length, 1);
      });
      write(configuration, 'profile: strict\n');
      await eventually('its end', () => {
        assert.equal(findings(configuration).length, 0);
      });
    });
  });

  test('JSON configurations have the schema of their own', async () => {
    await withFolder('shop', 'schema', async (place) => {
      const { document } = await show(write(place('.oakum.json'), '{\n  "profile": "strictest"\n}\n'));
      await eventually('what the JSON schema says', () => {
        assert.ok(vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'json' || source === undefined), 'the schema is not used');
      });
    });
  });
}
