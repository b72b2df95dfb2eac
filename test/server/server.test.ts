/** The server as a client meets it, over streams in memory. */
import { afterEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/structure/legend.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n`;
const UNSUPPORTED = 'Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2.';
const QUIET = { initializationOptions: { severity: { 'end-of-life-soon': 'off' } } };

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** What is promised to everybody about the form of a document; its answers: structure.test.ts. */
const STRUCTURE = {
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: { delta: true },
    range: true,
  },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
};

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

const NAVIGATION = {
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  definitionProvider: true,
  typeDefinitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: { resolveProvider: false },
  linkedEditingRangeProvider: true,
  renameProvider: true,
};

test.each([
  ['absent', {}],
  ['null', { initializationOptions: null }],
  ['{}', { initializationOptions: {} }],
])('initialization options %s, and a client that supports nothing: everything works', async (_, options) => {
  const client = start();
  const { capabilities, serverInfo } = await client.initialize(options);
  expect(serverInfo?.name).toBe('stackpin');
  expect(capabilities).toEqual({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', '"', "'", '.', '/', '{', '[', ','], resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    executeCommandProvider: {
      commands: ['stackpin.coverage', 'stackpin.explain', 'stackpin.plan', 'stackpin.report', 'stackpin.wrongFinding'],
    },
    inlayHintProvider: { resolveProvider: true },
    ...STRUCTURE,
    ...NAVIGATION,
  });
  await client.open(URI, TEXT);
  const diagnostics = await client.pushed(URI);
  expect(diagnostics.map(({ message }) => message)).toContain(UNSUPPORTED);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(4, 3));
  expect(hover.contents).toMatchObject({
    kind: 'plaintext',
    value: expect.stringContaining('Istio · service mesh · active'),
  });
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', at(4, 9));
  expect(items[0]?.label).toBe('1.28.1');
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
  expect(resolved.documentation).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Istio 1.28.1') });
  expect([client.logged, client.shown, client.registered]).toEqual([[], [], []]);
});

test('a client that supports everything is offered everything', async () => {
  const client = start();
  const { capabilities } = await client.initialize({
    capabilities: {
      textDocument: {
        diagnostic: {},
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
        },
      },
      workspace: { workspaceFolders: true },
    },
  });
  expect(capabilities).toEqual({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', '"', "'", '.', '/', '{', '[', ','], resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [
        'quickfix',
        'refactor.extract',
        'refactor.move',
        'refactor.rewrite',
        'source.fixAll.stackpin',
        'source.pinAll.stackpin',
        'source.quoteVersions.stackpin',
        'source.sortComponents.stackpin',
      ],
      resolveProvider: true,
    },
    executeCommandProvider: {
      commands: ['stackpin.coverage', 'stackpin.explain', 'stackpin.plan', 'stackpin.report', 'stackpin.wrongFinding'],
    },
    inlayHintProvider: { resolveProvider: true },
    ...STRUCTURE,
    ...NAVIGATION,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
});

test('push: opened, changed by ranges, closed', async () => {
  const client = start();
  await client.initialize({
    ...QUIET,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ message }) => message)).toEqual([UNSUPPORTED]);
  const range = { start: { line: 4, character: 9 }, end: { line: 4, character: 15 } };
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range, text: '1.28.1' }],
  });
  expect(await client.pushed(URI, ({ version }) => version === 2)).toEqual([]);
  await client.change(URI, TEXT, 3);
  expect(await client.pushed(URI, ({ version }) => version === 3)).toHaveLength(1);
  await client.close(URI);
  expect(await client.pushed(URI, ({ version }) => version === undefined)).toEqual([]);
});

test('push: a burst of changes ends with the last one', async () => {
  const client = start();
  await client.initialize({
    ...QUIET,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await client.open(URI, HEAD);
  for (let version = 2; version <= 40; version += 1) await client.change(URI, version === 40 ? TEXT : HEAD, version);
  expect((await client.pushed(URI, ({ version }) => version === 40)).map(({ message }) => message)).toEqual([
    UNSUPPORTED,
  ]);
  expect(client.published.length).toBeLessThan(40);
});

function pull(client: TestClient, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId });
}

test('pull: the same content keeps its id, other content gets another', async () => {
  const client = start();
  await client.initialize({ ...QUIET, capabilities: PULL });
  await client.open(URI, TEXT);
  const first = await pull(client);
  expect(first).toMatchObject({ kind: 'full', items: [{ message: UNSUPPORTED }] });
  expect(await pull(client, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  expect(await pull(client)).toEqual(first);
  expect(await pull(client, 'unknown')).toEqual(first);
  await client.change(URI, TEXT.replace('1.27.4', '1.28.1'), 2);
  const second = await pull(client, first.resultId);
  expect(second).toEqual({ kind: 'full', resultId: expect.any(String), items: [] });
  expect(second.resultId).not.toBe(first.resultId);
  await client.close(URI);
  await client.open(URI, TEXT);
  const third = await pull(client, first.resultId);
  expect(third).toMatchObject({ kind: 'full', items: [{ message: UNSUPPORTED }] });
  expect([first.resultId, second.resultId]).not.toContain(third.resultId);
  expect(client.published).toEqual([]);
});

test('pull: a document that is not open, or not ours, has no diagnostics', async () => {
  const client = start();
  await client.initialize({ capabilities: PULL });
  expect(await pull(client)).toMatchObject({ kind: 'full', items: [] });
  await client.open('file:///w/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'yaml');
  const textDocument = { uri: 'file:///w/deployment.yaml' };
  expect(await client.connection.sendRequest('textDocument/diagnostic', { textDocument })).toMatchObject({ items: [] });
  expect(
    await client.connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 1 } }),
  ).toBeNull();
});

test('settings that are asked for: off is off, and a change asks again', async () => {
  let severity: object = { unsupported: 'off', 'end-of-life-soon': 'off' };
  const client = start();
  await client.initialize({
    capabilities: {
      ...PULL,
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    },
    configuration: ({ section, scopeUri }) => (section === 'stackpin' && scopeUri === URI ? { severity } : null),
  });
  await client.until(() => client.registered.length > 0);
  expect(client.registered.map(({ method, registerOptions }) => [method, registerOptions])).toEqual([
    ['workspace/didChangeConfiguration', { section: 'stackpin' }],
  ]);
  await client.open(URI, TEXT);
  const before = await pull(client);
  expect(before).toMatchObject({ items: [] });
  severity = { unsupported: 'error', 'end-of-life-soon': 'off' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshes() > 0);
  expect(await pull(client, before.resultId)).toMatchObject({
    kind: 'full',
    items: [{ code: 'unsupported', severity: 1 }],
  });
});

test('settings that are sent along: for a client that cannot be asked', async () => {
  const client = start();
  await client.initialize(QUIET);
  await client.open(URI, TEXT);
  expect(await client.pushed(URI)).toHaveLength(1);
  const send = (settings: unknown) =>
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await send({ stackpin: { severity: { unsupported: 'off' } } });
  expect(await client.pushed(URI, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  await send(null);
  expect(await client.pushed(URI, ({ diagnostics }) => diagnostics.length === 1)).toHaveLength(1);
});

test('bad settings are told once and harm nothing', async () => {
  const client = start();
  await client.initialize({
    initializationOptions: { severity: { nope: 'off' }, catalogs: 3, colour: 'red', asOf: 'soon' },
  });
  await client.open(URI, TEXT);
  await client.pushed(URI);
  await client.open('file:///w/other.stack.yaml', TEXT);
  await client.pushed('file:///w/other.stack.yaml');
  expect(client.logged).toEqual([
    'stackpin.colour is no setting of Stackpin. It is ignored.',
    'stackpin.severity names the code "nope", which does not exist. It is ignored.',
    'stackpin.catalogs has to be a list of paths, not 3. It is ignored.',
    'asOf has to be a day like 2026-01-31, not "soon". Today is used.',
  ]);
});

test('the day can be pinned', async () => {
  const client = start();
  await client.initialize({ initializationOptions: { asOf: '2028-01-01', severity: { unsupported: 'off' } } });
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ message }) => message)).toEqual([
    'Support for Kubernetes 1.34 ended on 2027-10-20.',
    'Support for Istio 1.27 ended on 2027-01-31.',
  ]);
});

test('a day that passes while the server runs counts', async () => {
  let today = '2026-11-24';
  const client = start(testEnvironment({ today: () => today }));
  await client.initialize({ capabilities: PULL });
  await client.open(URI, `${HEAD}components:\n  kubernetes: 1.34.2\n`);
  expect(await pull(client)).toMatchObject({ items: [] });
  today = '2027-10-21';
  expect(await pull(client)).toMatchObject({ items: [{ code: 'end-of-life' }] });
});

test('a fix, from the diagnostic to the edit', async () => {
  const client = start();
  await client.initialize({
    ...QUIET,
    capabilities: {
      textDocument: {
        publishDiagnostics: { dataSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
    },
  });
  await client.open(URI, TEXT);
  const diagnostics = await client.pushed(URI);
  const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  expect(action).toMatchObject({
    title: 'Set istio to 1.28.1: resolves 1 finding',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics,
    edit: { changes: { [URI]: [{ range: diagnostics[0]?.range, newText: '1.28.1' }] } },
  });
});

test('how much of each stack upstream speaks about, for any client that asks', async () => {
  const client = start();
  await client.initialize();
  const text = `${TEXT}environments:\n  edge:\n    components: {cilium: 1.19.0}\n`;
  await client.open(URI, text);
  const ask = (...args: unknown[]) =>
    client.connection.sendRequest('workspace/executeCommand', { command: 'stackpin.coverage', arguments: args });
  const stack = { document: 0, name: null };
  expect(await ask(URI)).toEqual({
    catalog: { version: '1.0.0', updated: '2026-11-01', days: 23 },
    stacks: [
      { ...stack, environment: null, pins: 2, pairs: 1, pairsKnown: 1, pairsUnknown: 0 },
      { ...stack, environment: 'edge', pins: 3, pairs: 3, pairsKnown: 1, pairsUnknown: 2 },
    ],
  });
  expect([await ask('file:///gone.stack.yaml'), await ask(), await ask(7)]).toEqual([null, null, null]);
});

test('the text of an issue about a finding, for any client that asks', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, TEXT);
  const [diagnostic] = await client.pushed(URI);
  const ask = (...args: unknown[]) =>
    client.connection.sendRequest('workspace/executeCommand', { command: 'stackpin.wrongFinding', arguments: args });
  expect(await ask(URI, diagnostic)).toEqual({
    title: 'Wrong finding: unsupported: Kubernetes 1.34.2, Istio 1.27.4',
    body: expect.stringContaining(`[unsupported]\` ${diagnostic?.message}\n`),
  });
  expect([await ask(URI), await ask('file:///gone.stack.yaml', diagnostic), await ask()]).toEqual([null, null, null]);
});
