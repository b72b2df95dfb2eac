/** Inlay hints and exact pins as a client meets them. */
import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type InlayHint,
  LSPErrorCodes,
} from 'vscode-languageserver';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';
import { handTimers } from './timers.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const BASE_URI = 'file:///stacks/base.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  kubernetes: "1.34"\n  istio: ">=1.27"\n`;
const RANGE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const clients: TestClient[] = [];
function start(...args: Parameters<typeof startInMemory>): TestClient {
  const client = startInMemory(...args);
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

async function hints(client: TestClient, range = RANGE): Promise<InlayHint[] | null> {
  return client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
    textDocument: { uri: URI },
    range,
  });
}

async function labels(client: TestClient, range = RANGE): Promise<string[]> {
  return ((await hints(client, range)) ?? []).map(
    ({ position: { line, character }, label }) => `${line}:${character} ${String(label)}`,
  );
}

test('a client that says nothing of itself gets whole hints, inside the range that it asks for', async () => {
  const client = start();
  const { capabilities } = await client.initialize();
  expect(capabilities.inlayHintProvider).toEqual({ resolveProvider: true });
  await client.open(URI, TEXT);
  expect(await labels(client)).toEqual(['3:20 → 1.34.2', '4:17 → 1.28.1']);
  expect(await hints(client, { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } })).toEqual([
    {
      position: { line: 4, character: 17 },
      label: '→ 1.28.1',
      paddingLeft: true,
      data: { uri: URI, version: 1, at: TEXT.length - 1 },
      tooltip: {
        kind: 'plaintext',
        value: 'Istio 1.28.1: the newest of >=1.27, and it goes together with the other pins.',
      },
      textEdits: [
        { range: { start: { line: 4, character: 9 }, end: { line: 4, character: 17 } }, newText: '"1.28.1"' },
      ],
    },
  ]);
  expect(client.logged).toEqual([]);
});

test('a client that asks later is given the rest then, in the form that it shows', async () => {
  const client = start();
  await client.initialize({
    capabilities: {
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits'] } },
      },
    },
  });
  await client.open(URI, TEXT);
  const [, hint] = (await hints(client)) ?? [];
  expect(hint).not.toHaveProperty('tooltip');
  expect(hint).not.toHaveProperty('textEdits');
  expect(await client.connection.sendRequest('inlayHint/resolve', hint)).toEqual({
    ...hint,
    tooltip: {
      kind: 'markdown',
      value: '**Istio 1.28.1**: the newest of `>=1.27`, and it goes together with the other pins.',
    },
    textEdits: [{ range: { start: { line: 4, character: 9 }, end: { line: 4, character: 17 } }, newText: '"1.28.1"' }],
  });
  await client.change(URI, TEXT.replace('istio', 'istia'), 2);
  expect(await client.connection.sendRequest('inlayHint/resolve', hint)).toEqual(hint);
});

test('no hints in documents of other kinds, and in those that are not open', async () => {
  const client = start();
  await client.initialize();
  expect(await hints(client)).toBeNull();
  await client.open(URI.replace('.stack', ''), TEXT.replace('stackpin/v1', 'v1'), 'yaml');
  expect(await hints(client)).toBeNull();
  expect(client.logged).toEqual([]);
});

test('they can be turned off, and back on', async () => {
  let enabled = false;
  const client = start();
  await client.initialize({
    capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
    configuration: () => ({ inlayHints: { enabled } }),
  });
  await client.open(URI, TEXT);
  expect(await hints(client)).toBeNull();
  enabled = true;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.hintRefreshes() > 0);
  expect(await labels(client)).toEqual(['3:20 → 1.34.2', '4:17 → 1.28.1']);
});

test.each<[string, ClientCapabilities]>([
  ['pushes', {}],
  ['pulls', { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } }],
])('a base that changes is told to a client that %s, and hints are others then', async (_, capabilities) => {
  const client = start();
  await client.initialize({
    capabilities: { ...capabilities, workspace: { ...capabilities.workspace, inlayHint: { refreshSupport: true } } },
    workspaceFolder: 'file:///stacks',
  });
  const base = (version: string) => `${HEAD}components:\n  kubernetes: ${version}\n`;
  await client.open(BASE_URI, base('1.34.2'));
  await client.open(URI, `${HEAD}extends: [base.stack.yaml]\ncomponents:\n  istio: ">=1.27"\n`);
  expect(await labels(client)).toEqual(['4:17 → 1.28.1']);
  const before = client.hintRefreshes();
  await client.change(BASE_URI, base('1.30.0'), 2);
  await client.until(() => client.hintRefreshes() > before);
  expect(await labels(client)).toEqual(['4:17 → 1.27.4']);
});

test('a client that cannot be told is not', async () => {
  const client = start();
  await client.initialize({ workspaceFolder: 'file:///stacks' });
  await client.open(URI, TEXT);
  await labels(client);
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await labels(client);
  expect(client.hintRefreshes()).toBe(0);
});

test('between two stacks others are served: a cancelled question ends there, and so does one about an older text', async () => {
  const timers = handTimers();
  const client = start(testEnvironment({ schedule: timers.schedule }));
  await client.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(URI, TEXT);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: URI }, range: RANGE };
  const asked = client.connection.sendRequest('textDocument/inlayHint', params, source.token);
  const waits = async (): Promise<void> => {
    while (timers.count() === 0) await new Promise((resolve) => setImmediate(resolve));
  };
  await waits();
  source.cancel();
  // The server reads its messages in order.
  await client.connection.sendRequest('textDocument/hover', { ...params, position: { line: 3, character: 4 } });
  timers.ring();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });

  const late = client.connection.sendRequest('textDocument/inlayHint', params);
  const outcome = expect(late).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  await waits();
  await client.change(URI, `${TEXT}  cilium: "1.19"\n`, 2);
  await client.connection.sendRequest('textDocument/hover', { ...params, position: { line: 3, character: 4 } });
  timers.ring();
  await outcome;
});

test('exact pins as code actions, for the kinds that a client asks for', async () => {
  const client = start();
  await client.initialize({
    capabilities: { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } },
  });
  await client.open(URI, TEXT);
  const titles = async (only?: string[], triggerKind?: number): Promise<string[]> => {
    const position = { line: 4, character: 5 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [], only, triggerKind },
    });
    const pinning = actions.filter(({ title }) => title.startsWith('Pin'));
    return pinning.map(({ title, kind }) => `${kind}: ${title}`);
  };
  const one = 'refactor.rewrite: Pin istio exactly: 1.28.1';
  const all = 'source.pinAll.stackpin: Pin all ranges exactly (2 pins)';
  expect(await titles()).toEqual([one, all]);
  expect(await titles(undefined, 2)).toEqual([]);
  expect(await titles(['refactor'])).toEqual([one]);
  expect(await titles(['source'])).toEqual([all]);
});
