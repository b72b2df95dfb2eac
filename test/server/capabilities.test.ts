/** What the server promises it answers, and nothing else: every request of LSP, from every kind of client, about every kind of document. */
import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../scripts/pages/fullClient.ts';
import { type ClientMessage, clientMessages, isPromised } from '../../scripts/pages/lspMessages.ts';
import { type ClientOptions, startInMemory, type TestClient } from './client.ts';
import { paramsFor } from './everyRequest.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = `apiVersion: stackpin/v1
kind: Stack
components:
  kubernetes: 1.34.2   # newest
  istio: ">=1.27"
environments:
  production:
    components: {helm: 4.0.0}
`;
const CATALOG = 'apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: acme, updated: 2026-11-24}\ncomponents: {}\n';

const METHOD_NOT_FOUND = -32601;
const CONTENT_MODIFIED = -32801;
/** What cannot be renamed is refused with the reason. */
const REFUSED: { readonly [method: string]: number } = {
  'textDocument/prepareRename': -32803,
  'textDocument/rename': -32803,
};
/** These begin and end a session. */
const LIFE = ['initialize', 'shutdown'];
/** What keeps the documents answers this with nothing, asked or not. */
const OF_THE_LIBRARY = 'textDocument/willSaveWaitUntil';
const REQUESTS = clientMessages().filter(({ kind, method }) => kind === 'request' && !LIFE.includes(method));

const clients: TestClient[] = [];
function start(): TestClient {
  const client = startInMemory();
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

type Answer = { readonly result: unknown } | { readonly code: number | undefined };

function ask(client: TestClient, method: string, params: object): Promise<Answer> {
  return client.connection.sendRequest(method, params).then(
    (result) => ({ result }),
    (error: { readonly code?: number }) => ({ code: error.code }),
  );
}

/** What a client that leaves out what it can says. */
const BARE = { textDocument: null, workspace: null, window: null, general: null } as unknown as ClientCapabilities;
/** Each part is there, and none says anything. */
const EMPTY_PARTS = {
  textDocument: Object.fromEntries(Object.keys(FULL_CLIENT.textDocument ?? {}).map((key) => [key, null])),
  workspace: Object.fromEntries(Object.keys(FULL_CLIENT.workspace ?? {}).map((key) => [key, null])),
  window: {},
} as unknown as ClientCapabilities;

const CLIENTS: [string, ClientOptions][] = [
  ['nothing', {}],
  ['everything', { capabilities: FULL_CLIENT }],
  ['pulling alone', { capabilities: { textDocument: { diagnostic: {} } } }],
  ['null for groups of them', { capabilities: BARE }],
  ['null for each of them', { capabilities: EMPTY_PARTS }],
  ['null as options', { initializationOptions: null }],
  ['no options in them', { initializationOptions: {} }],
];

async function begin(options: ClientOptions): Promise<{ client: TestClient; promised: ClientMessage[] }> {
  const client = start();
  const { capabilities } = await client.initialize(options);
  // Behind an answer, all registrations have been sent.
  await ask(client, 'workspace/executeCommand', { command: 'none' });
  const registered = client.registered.map(({ method }) => method);
  return { client, promised: REQUESTS.filter((message) => isPromised(message, capabilities, registered)) };
}

test('the requests that are asked are those of the protocol', () => {
  const methods = REQUESTS.map(({ method }) => method);
  expect(methods.length).toBeGreaterThan(50);
  expect(methods).toEqual(
    expect.arrayContaining(['textDocument/hover', 'textDocument/semanticTokens/full/delta', 'typeHierarchy/subtypes']),
  );
});

test.each(CLIENTS)('what is promised is answered, and nothing else: a client with %s', async (_, options) => {
  const { client, promised } = await begin(options);
  await client.open(URI, TEXT);
  for (const { method } of REQUESTS.filter((one) => one.method !== OF_THE_LIBRARY)) {
    const isExpected = promised.some((message) => message.method === method);
    const answer = await ask(client, method, paramsFor(URI, 3, 4));
    expect([method, 'code' in answer ? answer.code : 'answered']).toEqual([
      method,
      isExpected ? (REFUSED[method] ?? 'answered') : METHOD_NOT_FOUND,
    ]);
  }
  expect(client.logged).toEqual([]);
});

const FAR = 2 ** 31 - 1;

test.each<[string, (client: TestClient) => Promise<void>, string, number]>([
  ['that is not open', async () => undefined, URI, 0],
  [
    'of another language',
    (client) => client.open('file:///w/values.yaml', 'a: 1\n', 'yaml'),
    'file:///w/values.yaml',
    0,
  ],
  ['that no editor could save', (client) => client.open('untitled:Untitled-1', TEXT), 'untitled:Untitled-1', 3],
  ['that is empty', (client) => client.open(URI, ''), URI, 0],
  ['that ends before the position', (client) => client.open(URI, TEXT), URI, FAR],
  ['that is a catalog', (client) => client.open(URI, CATALOG, 'stack-catalog'), URI, 2],
  ['that is no YAML', (client) => client.open(URI, '\u0000{{[: - "\n\t%%%\r- &a *a'), URI, 1],
])('a document %s: an answer, and no error in the log', async (_, prepare, uri, at) => {
  const { client, promised } = await begin({ capabilities: FULL_CLIENT });
  await prepare(client);
  for (const { method } of promised) {
    const answer = await ask(client, method, paramsFor(uri, at, at));
    if (method in REFUSED && 'code' in answer) expect(answer.code).toBe(REFUSED[method]);
    else expect([method, answer]).toEqual([method, { result: expect.toSatisfy(() => true) }]);
  }
  expect(client.logged).toEqual([]);
});

test('a document that is closed meanwhile: an answer or "ask again", and no error in the log', async () => {
  const { client, promised } = await begin({ capabilities: FULL_CLIENT });
  for (const { method } of promised) {
    await client.open(URI, TEXT);
    const asked = ask(client, method, paramsFor(URI, 3, 4));
    await client.close(URI);
    const answer = await asked;
    if ('code' in answer) expect([CONTENT_MODIFIED, REFUSED[method]], method).toContain(answer.code);
  }
  expect(client.logged).toEqual([]);
});

test('a document that changes all the time: the same', async () => {
  const { client, promised } = await begin({ capabilities: FULL_CLIENT });
  await client.open(URI, TEXT);
  let version = 1;
  for (const { method } of promised) {
    const asked = ask(client, method, paramsFor(URI, 3, 4));
    version += 1;
    await client.change(URI, TEXT.slice(0, version * 3), version);
    const answer = await asked;
    if ('code' in answer) expect([CONTENT_MODIFIED, REFUSED[method]], method).toContain(answer.code);
  }
  expect(client.logged).toEqual([]);
});
