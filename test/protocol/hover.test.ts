import { afterEach, describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-protocol/node';
import { Client, MODERN, type ClientOptions } from './client.js';

const URI = 'file:///nowhere/deployment.yaml';
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      hostNetwork: true
      securityContext:
        runAsNonRoot: true
      containers:
        - name: app
          image: nginx:1.27.1
          securityContext:
            privileged: false
        - name: helper
          image: nginx:1.27.1
          securityContext:
            runAsNonRoot: false
            seccompProfile:
              type: {{ .Values.seccomp }}
`;

let client: Client;
afterEach(() => client.stop());

async function start(options?: ClientOptions): Promise<Client> {
  client = await Client.start(options);
  await client.open(URI, DEPLOYMENT);
  return client;
}

async function at(part: string, from = 0): Promise<string> {
  const hover = await client.hover(URI, client.rangeOf(URI, part, from).start);
  return hover === null ? '' : (hover.contents as MarkupContent).value;
}

describe('a hover', () => {
  test('tells what a field does, what is in force and which rules look at it', async () => {
    await start();
    const text = await at('hostNetwork');
    expect(text).toContain('**hostNetwork** · pod');
    expect(text).toContain('In force: `true`, set in line 8.');
    expect(text).toMatch(/\[host-network\]\(file:[^)]*host-network\.md\)/u);
  });

  test('tells what the pod’s word is worth in each container', async () => {
    await start();
    const text = await at('runAsNonRoot');
    expect(text).toContain('- `app`: `true` (from the pod)');
    expect(text).toContain('- `helper`: `false` (its own word, in line 19)');
  });

  test('tells over whose word a container’s own goes', async () => {
    await start();
    expect(await at('runAsNonRoot', DEPLOYMENT.indexOf('helper'))).toContain('In force: `false`, set by the container in line 19, over `true` of the pod (in line 10).');
  });

  test('does not guess what a template will say', async () => {
    await start();
    expect(await at('type:')).toMatch(/seccompProfile/u);
  });

  test('tells of a finding why it matters', async () => {
    await start();
    const hover = await client.hover(URI, client.rangeOf(URI, 'true').start);
    expect((hover?.contents as MarkupContent).value).toMatch(/\[host-network\]\([^)]+\): .+\n\n.+/su);
    expect(hover?.range).toEqual(client.rangeOf(URI, 'true'));
  });

  test('is silent elsewhere', async () => {
    await start();
    expect(await client.hover(URI, client.rangeOf(URI, 'kind').start)).toBeNull();
    expect(await client.hover('file:///nowhere/other.yaml', { line: 0, character: 0 })).toBeNull();
  });

  test('is plain text for clients without Markdown', async () => {
    const { hover: _, ...textDocument } = MODERN.textDocument ?? {};
    await start({ capabilities: { ...MODERN, textDocument } });
    const hover = await client.hover(URI, client.rangeOf(URI, 'hostNetwork').start);
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
    expect((hover?.contents as MarkupContent).value).not.toMatch(/\*\*|`|\]\(/u);
  });

  test('can be switched off', async () => {
    client = await Client.start();
    client.settings.set('', { hover: { enable: false } });
    await client.open(URI, DEPLOYMENT);
    expect(await client.hover(URI, client.rangeOf(URI, 'hostNetwork').start)).toBeNull();
  });
});

test('the first hover, for which much is read, holds nobody up', async () => {
  await start();
  await client.diagnostics(URI);
  const order: string[] = [];
  const first = client.hover(URI, client.rangeOf(URI, 'hostNetwork').start).then((hover) => {
    order.push('hover');
    return hover;
  });
  await client.diagnostics(URI);
  order.push('diagnostics');
  expect(await first).not.toBeNull();
  expect(order).toEqual(['diagnostics', 'hover']);
});

test('backticks in a name end no code', async () => {
  await start();
  await client.type(URI, client.rangeOf(URI, 'name: helper'), "name: 'a``[b](command:x)'");
  expect(await at('runAsNonRoot: false')).toContain('container ```a``[b](command:x)```');
});
