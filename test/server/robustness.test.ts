/** Whatever a client or a document does, the server answers and stays up. */
import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, type ClientCapabilities, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n`;
const UNSUPPORTED = 'Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2.';
const PULL: ClientCapabilities = { textDocument: { diagnostic: {} } };

const clients: TestClient[] = [];
function start(...args: Parameters<typeof startInMemory>): TestClient {
  const client = startInMemory(...args);
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });

function pull(client: TestClient): Promise<DocumentDiagnosticReport> {
  return client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
}

test('a request that is cancelled says so', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, TEXT);
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest('textDocument/hover', at(4, 3), source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

test('a document that changes under a request: the client is told to ask again', async () => {
  let answer: (section: unknown) => void = () => undefined;
  const client = start();
  const asked: unknown[] = [];
  await client.initialize({
    capabilities: { ...PULL, workspace: { configuration: true } },
    configuration: (item) => {
      asked.push(item);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  await client.open(URI, TEXT);
  const hover = client.connection.sendRequest('textDocument/hover', at(4, 3));
  const diagnostics = pull(client);
  await new Promise((resolve) => setImmediate(resolve));
  await client.change(URI, `${HEAD}oops: 1\n`, 2);
  while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
  answer({});
  // ContentModified
  await expect(hover).rejects.toMatchObject({ code: -32801 });
  expect(await diagnostics).toMatchObject({ kind: 'full', items: [{ code: 'schema' }] });
});

test('a handler that throws is logged with the document and answers with nothing', async () => {
  const broken = testEnvironment({
    today: () => {
      throw new Error('the clock is broken');
    },
  });
  const client = start(broken);
  await client.initialize({
    capabilities: {
      ...PULL,
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    },
  });
  await client.open(URI, TEXT);
  const textDocument = { uri: URI };
  expect(await client.connection.sendRequest('textDocument/hover', at(4, 3))).toBeNull();
  expect(await client.connection.sendRequest('textDocument/completion', at(4, 3))).toBeNull();
  expect(await pull(client)).toEqual({ kind: 'full', items: [] });
  expect(
    await client.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: {},
      context: { diagnostics: [] },
    }),
  ).toEqual([]);
  const item = { label: 'x', data: { uri: URI } };
  expect(await client.connection.sendRequest('completionItem/resolve', item)).toEqual(item);
  expect(client.logged.map((message) => message.split('\n')[0])).toEqual(
    ['textDocument/hover', 'textDocument/completion', 'textDocument/diagnostic', 'textDocument/codeAction']
      .map((method) => `${method} failed for ${URI}: Error: the clock is broken`)
      .concat('completionItem/resolve failed: Error: the clock is broken'),
  );
});

test.each([
  ['garbage', '\u0000\u0001{{[[: - "\n\t%%%'],
  ['binary', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197) % 256)).toString('latin1')],
  ['10 MB', `${HEAD}components:\n${'  # a line of comment that goes on\n'.repeat(300_000)}`],
  [
    '10,000 components',
    `${HEAD}components:\n${Array.from({ length: 10_000 }, (_, index) => `  own-${index}: 1.0.0\n`).join('')}`,
  ],
  ['nothing', ''],
])('a document of %s is answered, and the server lives', async (_, text) => {
  const client = start();
  await client.initialize({ capabilities: PULL });
  await client.open(URI, text);
  expect(await pull(client)).toMatchObject({ kind: 'full' });
  await client.connection.sendRequest('textDocument/hover', at(0, 0));
  await client.connection.sendRequest('textDocument/completion', at(1, 0));
  await client.change(URI, TEXT, 2);
  expect(await pull(client)).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ message: UNSUPPORTED })]),
  });
  expect(client.logged).toEqual([]);
});

test('what no client should send harms nothing', async () => {
  const client = start();
  await client.initialize();
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI },
    contentChanges: [{ text: '' }],
  });
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: null });
  await client.connection.sendNotification('workspace/didChangeConfiguration', {});
  await client.connection.sendNotification('no/such/notification', {});
  expect(await client.connection.sendRequest('textDocument/hover', {})).toBeNull();
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ message }) => message)).toContain(UNSUPPORTED);
});
