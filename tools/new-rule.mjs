// `npm run new-rule -- AREA ID`: the two files of a rule, to be filled in, and the registry brought up to date.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [area, id] = process.argv.slice(2);
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
if (!area || !id || !kebab.test(area) || !kebab.test(id)) {
  console.error('usage: npm run new-rule -- AREA ID\nBoth are in kebab-case: the folder that the rule goes to, and what is insecure: pod-security host-network');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const files = {
  [`server/src/rules/${area}/${id}.ts`]: `import { defineRule, fix, inPod } from '../../kit/index.js';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  profile: 'restricted',
  since: '${version}',
  docs: {
    summary: 'The container is privileged.',
    why: 'What somebody can do because of it, and what Kubernetes does by default.',
    unless: 'the container manages the node itself.',
  },
  aliases: [],
  frameworks: [],
  messages: {
    privileged: 'Container {name} is privileged.',
  },
  visit: {
    container(container, report) {
      const setting = container.at('securityContext', 'privileged');
      if (!setting.is(true)) return;
      report(setting, { message: 'privileged', data: { name: container.name }, fix: fix.set(setting, false, 'Run unprivileged', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPod\`
        - name: app
          image: registry.example.com/app:1.0.0
          securityContext:
            privileged: true
      \`,
      fixed: inPod\`
        - name: app
          image: registry.example.com/app:1.0.0
          securityContext:
            privileged: false
      \`,
    },
  ],
});
`,
  [`test/rules/fixtures/${area}/${id}.yaml`]: `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: registry.example.com/app:1.0.0
      securityContext:
        privileged: true
#                   ^^^^ Container app is privileged.
`,
};
for (const path of Object.keys(files)) {
  if (existsSync(join(root, path))) {
    console.error(`${path} is there already.`);
    process.exit(2);
  }
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}`);
}
const generated = spawnSync(process.execPath, [join(root, 'tools/generate.mjs')], { stdio: 'inherit' });
console.log(`Now make them say what is wrong, and run: npx vitest run test/rules -t ${id}`);
process.exitCode = generated.status ?? 1;
