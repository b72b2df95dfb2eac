/** Plans as clients meet them: a code lens, the command behind it, and a page that follows the manifest. */
import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, type ClientCapabilities, type CodeLens } from 'vscode-languageserver';
import { madeUp } from '../resolve/plan/plans.ts';
import { compiled } from '../support/compiled.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';
import { handTimers } from './timers.ts';

const URI = 'file:///stacks/shop.stack.yaml';
const TEXT =
  'apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: shop}\ncomponents:\n  cluster: 1.2.0\n  mesh: 1.0.0\n';

const OPENS: ClientCapabilities = {
  workspace: { textDocumentContent: {}, codeLens: { refreshSupport: true } },
  window: { showDocument: { support: true } },
};

function bundled(): Uint8Array {
  const catalog = madeUp();
  return compiled(
    catalog.metadata,
    catalog.ids().flatMap((id) => catalog.component(id) ?? []),
  );
}

const clients: TestClient[] = [];
function start(changes: Parameters<typeof testEnvironment>[0] = {}): TestClient {
  const client = startInMemory(testEnvironment({ readOwnFile: async () => bundled(), ...changes }));
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

const execute = (client: TestClient, command: string, ...args: unknown[]) =>
  client.connection.sendRequest<string | null>('workspace/executeCommand', { command, arguments: args });

/** The lenses of the document, as a client shows them. */
async function lenses(client: TestClient): Promise<CodeLens[]> {
  const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: URI },
  });
  expect(found.filter(({ command }) => command !== undefined)).toEqual([]);
  return Promise.all(found.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
}

test('a client that supports nothing has a plan made by the command of the lens', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, TEXT);
  const [summary, lens, ...others] = await lenses(client);
  expect(others).toEqual([]);
  expect(summary?.command).toEqual({
    title: '2 components · 2 findings · 1 of 1 pairs known · out of support: cluster',
    command: '',
  });
  const { title, command = '', arguments: args = [] } = lens?.command ?? {};
  expect(title).toBe('Plan upgrade');
  const text = (await execute(client, command, ...args)) ?? '';
  expect(text.split('\n').slice(0, 5)).toEqual([
    '# Upgrade plan for shop',
    '',
    'To the newest versions that go together. As of 2026-11-24, catalog 1 (2026-11-01).',
    '',
    '4 steps; no plan has fewer. Every state on the way is good. An independent checker agrees.',
  ]);
  expect(await execute(client, 'stackpin.plan', URI, { set: { cluster: '1.3' } })).toContain(
    '- [ ] 2. cluster 1.2.0 -> 1.3.1: ',
  );
  expect([
    await execute(client, 'stackpin.plan', 'file:///stacks/closed.stack.yaml'),
    await execute(client, 'stackpin.plan', URI, { environment: 'none' }),
    await execute(client, 'stackpin.plan', 7),
    await execute(client, 'stackpin.plan'),
  ]).toEqual([null, null, null, null]);
  expect(client.logged).toEqual([]);
});

test('a client that opens pages is shown the page, which follows the manifest', async () => {
  const timers = handTimers();
  const { schedule } = testEnvironment();
  // Only what waits for the end of the edits waits for this test.
  const client = start({ schedule: (action, delay) => (delay < 500 ? schedule : timers.schedule)(action, delay) });
  const shown: string[] = [];
  client.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
    shown.push(uri);
    return { success: true };
  });
  const stale = new Promise((resolve) => {
    client.connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
      resolve(uri);
      return null;
    });
  });
  await client.initialize({ capabilities: OPENS });
  await client.open(URI, TEXT);
  const lens = (await lenses(client)).find(({ command }) => command?.title === 'Plan upgrade');
  const { command = '', arguments: args = [] } = lens?.command ?? {};
  await execute(client, command, ...args);
  const [address = ''] = shown;
  expect(address).toMatch(/^stackpin:\/plan\/shop\.md\?/);
  const text = async () =>
    (await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri: address })).text;
  expect(await text()).toContain('\n| mesh | 1.0.0 | 3.0.0 |\n');
  await client.change(URI, TEXT.replace('1.0.0', '2.0.0'), 2);
  expect(await text()).toContain('\n| mesh | 2.0.0 | 3.0.0 |\n');
  timers.ring();
  expect(await stale).toBe(address);
  await client.change(URI, '', 3);
  expect(await text()).toBe(
    '# Upgrade plan for stack 1\n\nTo the newest versions that go together. As of 2026-11-24, catalog 1 (2026-11-01).\n\nNothing has to move.\n',
  );
});

test('what arrives while a plan is made is answered before the next part of it, and the plan can be given up', async () => {
  const timers = handTimers();
  const client = start({ schedule: timers.schedule });
  await client.initialize();
  await client.open(URI, TEXT);
  const cancellation = new CancellationTokenSource();
  const plan = client.connection.sendRequest(
    'workspace/executeCommand',
    { command: 'stackpin.plan', arguments: [URI] },
    cancellation.token,
  );
  const hover = () =>
    client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 4, character: 3 },
    });
  expect(await hover()).not.toBeNull();
  // The plan waits for its turn, and that never came.
  expect(timers.count()).toBeGreaterThan(0);
  cancellation.cancel();
  expect(await hover()).not.toBeNull();
  timers.ring(0);
  await expect(plan).rejects.toThrow('workspace/executeCommand was cancelled.');
});

test('settings that change have the lenses asked for again', async () => {
  const client = start();
  let refreshes = 0;
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    refreshes += 1;
    return null;
  });
  await client.initialize({ capabilities: OPENS });
  await client.open(URI, TEXT);
  const before = refreshes;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await execute(client, 'stackpin.coverage', URI);
  expect(refreshes).toBeGreaterThan(before);
});
