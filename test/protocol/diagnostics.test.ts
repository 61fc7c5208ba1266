import { afterEach, expect, test } from 'vitest';
import { Client, PLAIN, type ClientOptions } from './client.js';

const URI = 'file:///work/pod.yaml';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27.1
      securityContext:
        allowPrivilegeEscalation: true
`;
const RULE = 'privilege-escalation';

let client: Client;
afterEach(() => client.stop());

async function start(options?: ClientOptions): Promise<Client> {
  client = await Client.start(options);
  return client;
}

test('a finding is a diagnostic at the exact place, with code, page, severity and source', async () => {
  await start();
  await client.open(URI, POD);
  const found = (await client.diagnostics(URI)).find(({ code }) => code === RULE);
  expect(found).toMatchObject({
    code: RULE,
    source: 'oakum',
    severity: 2,
    range: { start: { line: 9, character: 34 }, end: { line: 9, character: 38 } },
    message: 'Container app allows privilege escalation.',
    data: { rule: RULE, fixable: true },
  });
  expect(found?.codeDescription?.href).toMatch(/^file:\/\/\/.*\/docs\/rules\/privilege-escalation\.md$/u);
});
