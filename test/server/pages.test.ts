/** Pages about manifests, as clients meet them: their text, how they are opened, and that they follow the manifest. */
import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, ShowDocumentParams } from 'vscode-languageserver';
import { fixtureCatalog } from '../analysis/check.ts';
import { compiled } from '../support/compiled.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';
import { handTimers } from './timers.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  cluster: "1.4"\n  mesh: "2.0 || 2.2"\n  runner: 3.1.0\n`;
const MENDED = TEXT.replace('3.1.0', '3.0.0');

const ASKS: ClientCapabilities = { workspace: { textDocumentContent: {} } };
const OPENS: ClientCapabilities = {
  ...ASKS,
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
  window: { showDocument: { support: true } },
};

/** The fixture catalog as a bundled one. */
function bundled(): Uint8Array {
  const catalog = fixtureCatalog();
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
  client.connection.sendRequest<unknown>('workspace/executeCommand', { command, arguments: args });
const textOf = async (client: TestClient, uri: string): Promise<string> =>
  (await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri })).text;

/** The explaining actions for all that is found. */
async function actions(client: TestClient): Promise<CodeAction[]> {
  const diagnostics = await client.pushed(URI);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const params = { textDocument: { uri: URI }, range, context: { diagnostics } };
  const all = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
  return all.filter(({ command }) => command !== undefined);
}

test('a client that takes no pages is offered none, and gets the same words from a command', async () => {
  const client = start();
  const { textDocument = {} } = OPENS;
  const { capabilities } = await client.initialize({ capabilities: { textDocument } });
  expect(capabilities.workspace).toBeUndefined();
  expect(capabilities.executeCommandProvider).toEqual({
    commands: ['stackpin.coverage', 'stackpin.explain', 'stackpin.plan', 'stackpin.report', 'stackpin.wrongFinding'],
  });
  await client.open(URI, TEXT);
  expect(await actions(client)).toEqual([]);
  const said = await execute(client, 'stackpin.explain', URI, 'unsatisfiable');
  expect(said).toContain('# No versions satisfy these pins together\n');
  expect(said).toContain('2. Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0.');
  // A pin is asked for by its name, and everything by nothing.
  expect(await execute(client, 'stackpin.explain', URI, 'runner')).toContain(
    '# No versions satisfy these pins together\n',
  );
  expect(await execute(client, 'stackpin.explain', URI)).toContain(
    '# Part of a range or line is incompatible with another pin\n',
  );
  expect(await execute(client, 'stackpin.explain', URI, 'nothing')).toBeNull();
  expect(await execute(client, 'stackpin.explain', 'file:///stacks/closed.stack.yaml')).toBeNull();
  expect(await execute(client, 'stackpin.explain', 7, {})).toBeNull();
});

test('a client that asks for pages, and opens none by itself, is offered no action', async () => {
  const client = start();
  const { capabilities } = await client.initialize({ capabilities: { ...OPENS, window: {} } });
  expect(capabilities.workspace).toEqual({ textDocumentContent: { schemes: ['stackpin'] } });
  await client.open(URI, TEXT);
  expect(await actions(client)).toEqual([]);
});

test('an action opens the page, and the page follows the manifest', async () => {
  const timers = handTimers();
  const { schedule } = testEnvironment();
  // Only what waits for the end of the edits waits for this test.
  const client = start({ schedule: (action, delay) => (delay < 500 ? schedule : timers.schedule)(action, delay) });
  const shown: ShowDocumentParams[] = [];
  client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
    shown.push(params);
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
  const [action] = await actions(client);
  const { command = '', arguments: args = [] } = action?.command ?? {};
  expect(await execute(client, command, ...args)).toBeNull();
  const [address] = args as [string];
  expect(shown).toEqual([{ uri: address, takeFocus: true }]);
  const text = await textOf(client, address);
  expect(text).toContain('3. Mesh 2.0 does not work with Cluster 1.4 and later, but Cluster 1.4 is pinned.');

  await client.change(URI, MENDED, 2);
  expect(await textOf(client, address)).toContain('# Nothing to explain\n');
  timers.ring();
  expect(await stale).toBe(address);

  await client.close(URI);
  expect(await textOf(client, address)).toBe(
    '# Not open\n\nOpen the manifest that this page is about, and then the page again.\n',
  );
});

test('what is no address of a page is said to be none', async () => {
  const client = start();
  await client.initialize({ capabilities: OPENS });
  await client.open(URI, TEXT);
  const none = '# No such page\n\nThere is no page of Stackpin at this address.\n';
  expect(await textOf(client, 'stackpin:/explain/a.md')).toBe(none);
  expect(await textOf(client, `stackpin:/none/a.md?${encodeURIComponent(JSON.stringify([URI]))}`)).toBe(none);
  expect(await execute(client, 'stackpin.showPage', 'https://example.com')).toBeNull();
});
