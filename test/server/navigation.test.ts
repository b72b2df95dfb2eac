/** Navigation through the whole server: files that are open and files that are not, any client, and edits that come meanwhile. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DefinitionLink,
  DocumentLink,
  DocumentSymbol,
  InitializeResult,
  Location,
  Position,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { browserEnvironment } from '../../server/src/environment.browser.ts';
import { applied } from '../features/open.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const EVERYTHING: ClientCapabilities = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, textDocumentContent: {}, workspaceFolders: true },
};

const BASE = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: base}
components:
  kubernetes: 1.34.2
  db: {component: postgresql, version: "17.6"}
`;
const LEAF = `apiVersion: stackpin/v1
kind: Stack
extends: [../base.stack.yaml]
catalogs: [../acme.catalog.yaml]
components:
  db: {component: postgresql, version: "18.1"}
  gateway: 3.2.0
`;
const ACME = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-01, source: https://acme.example}
components:
  gateway: &gateway
    name: Gateway
    versions: {lines: [{line: "3.2", complete: true, versions: [3.2.0]}]}
`;

let root: string;
let client: TestClient;
const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-')));
  write('base.stack.yaml', BASE);
  write('team/leaf.stack.yaml', LEAF);
  write('acme.catalog.yaml', ACME);
});
afterEach(() => {
  client.connection.dispose();
  rmSync(root, { recursive: true });
});

async function start(
  capabilities: ClientCapabilities = {},
  environment = testEnvironment(),
): Promise<InitializeResult> {
  client = startInMemory(environment);
  return client.initialize({ capabilities, workspaceFolder: pathToFileURL(root).href });
}

/** Asks about the place in a text at which a piece of it begins. */
function ask<T>(method: string, path: string, text: string, piece: string, more: object = {}): Promise<T> {
  const before = text.slice(0, text.indexOf(piece));
  const position: Position = {
    line: before.split('\n').length - 1,
    character: before.length - before.lastIndexOf('\n') - 1,
  };
  return client.connection.sendRequest<T>(method, { textDocument: { uri: uriOf(path) }, position, ...more });
}

/** `path line:character` of each. */
function shown(found: readonly (Location | DefinitionLink)[] | null): string[] | undefined {
  return found?.map((one) => {
    const [uri, range] = 'uri' in one ? [one.uri, one.range] : [one.targetUri, one.targetSelectionRange];
    return `${uri.replace(`${pathToFileURL(root).href}/`, '')} ${range.start.line}:${range.start.character}`;
  });
}

const declared = { context: { includeDeclaration: true } };

test('what a client is told depends on what it can do', async () => {
  const { capabilities } = await start();
  expect(capabilities).toMatchObject({
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    linkedEditingRangeProvider: true,
    renameProvider: true,
  });
  client.connection.dispose();
  expect((await start(EVERYTHING)).capabilities.renameProvider).toEqual({ prepareProvider: true });
});

test('a client that supports nothing gets plain places, lists and changes', async () => {
  await start();
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF);
  const uri = uriOf(path);
  const symbols = await client.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['Stack 1', undefined],
    ['extends', 'Stack 1'],
    ['../base.stack.yaml', 'extends'],
    ['catalogs', 'Stack 1'],
    ['../acme.catalog.yaml', 'catalogs'],
    ['components', 'Stack 1'],
    ['db', 'components'],
    ['gateway', 'components'],
  ]);
  expect(await ask('textDocument/definition', path, LEAF, 'db:')).toEqual([
    { uri: uriOf('base.stack.yaml'), range: { start: { line: 5, character: 2 }, end: { line: 5, character: 4 } } },
  ]);
  // No page where nobody asks for pages.
  expect(await ask('textDocument/typeDefinition', path, LEAF, 'postgresql')).toBeNull();
  const edit = await ask<WorkspaceEdit>('textDocument/rename', path, LEAF, 'db:', { newName: 'data' });
  expect(Object.keys(edit)).toEqual(['changes']);
  expect(Object.keys(edit.changes ?? {})).toEqual([uriOf('base.stack.yaml'), uri]);
});

test('a client that supports everything gets trees, links and versions', async () => {
  await start(EVERYTHING);
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF, 'stack-manifest', 4);
  const textDocument = { uri: uriOf(path) };
  const [stack] = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument,
  });
  expect(stack?.children?.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ['extends', ['../base.stack.yaml']],
    ['catalogs', ['../acme.catalog.yaml']],
    ['components', ['db', 'gateway']],
  ]);
  const origin = { start: { line: 5, character: 2 }, end: { line: 5, character: 4 } };
  expect(await ask('textDocument/definition', path, LEAF, 'db:')).toEqual([
    {
      originSelectionRange: origin,
      targetUri: uriOf('base.stack.yaml'),
      targetRange: origin,
      targetSelectionRange: origin,
    },
  ]);
  expect(await ask('textDocument/prepareRename', path, LEAF, 'db:')).toEqual({ range: origin, placeholder: 'db' });
  const edit = await ask<WorkspaceEdit>('textDocument/rename', path, LEAF, 'db:', { newName: 'data' });
  expect(edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: uriOf('base.stack.yaml'), version: null },
        edits: [{ range: origin, newText: 'data' }],
      },
      { textDocument: { uri: uriOf(path), version: 4 }, edits: [{ range: origin, newText: 'data' }] },
    ],
  });
  const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(links.map(({ target }) => target)).toEqual([uriOf('base.stack.yaml'), uriOf('acme.catalog.yaml')]);
});

test('the type of a pin is its place in a catalog of your own, or a page that the client can read', async () => {
  await start(EVERYTHING);
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF);
  expect(shown(await ask('textDocument/typeDefinition', path, LEAF, 'gateway:'))).toEqual(['acme.catalog.yaml 4:2']);
  // What is in the editor counts.
  await client.open(uriOf('acme.catalog.yaml'), `# first\n${ACME}`, 'stack-catalog');
  expect(shown(await ask('textDocument/typeDefinition', path, LEAF, 'gateway:'))).toEqual(['acme.catalog.yaml 5:2']);
  const [link] = await ask<DefinitionLink[]>('textDocument/typeDefinition', path, LEAF, 'postgresql');
  // The name of a component that no pin is called by is defined there too.
  expect(await ask('textDocument/definition', path, LEAF, 'postgresql')).toEqual([link]);
  expect(link?.targetUri).toMatch(/^stackpin:\/component\/postgresql\.md\?/);
  const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
    uri: link?.targetUri,
  });
  expect(text).toContain('# PostgreSQL\n\n`postgresql` · database · active\n\nA relational database.\n');
});

test('references and symbols are those of all manifests, open or not, as they are now', async () => {
  await start(EVERYTHING);
  write('other.stack.yaml', 'kind: Stack\ncomponents: {kubernetes: 1.33.5}\n');
  const path = 'base.stack.yaml';
  const { connection } = client;
  const symbols = async (query: string) =>
    (await connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
      ({ name, containerName, location }) => `${name} in ${containerName} ${shown([location])}`,
    );
  // Nothing is open yet.
  expect(await symbols('kube')).toEqual([
    'kubernetes in base base.stack.yaml 4:2',
    'kubernetes in other.stack.yaml other.stack.yaml 1:13',
  ]);
  await client.open(uriOf(path), `# first\n${BASE}`);
  expect(await symbols('kube')).toEqual([
    'kubernetes in base base.stack.yaml 5:2',
    'kubernetes in other.stack.yaml other.stack.yaml 1:13',
  ]);
  await client.change(uriOf(path), BASE, 2);
  expect(shown(await ask('textDocument/references', path, BASE, 'kubernetes', declared))).toEqual([
    'base.stack.yaml 4:2',
    'other.stack.yaml 1:13',
  ]);
  expect(shown(await ask('textDocument/references', path, BASE, 'db:', declared))).toEqual([
    'base.stack.yaml 5:2',
    'team/leaf.stack.yaml 5:2',
  ]);
  expect(
    shown(await ask('textDocument/references', path, BASE, 'base}', { context: { includeDeclaration: false } })),
  ).toEqual(['team/leaf.stack.yaml 2:10']);
  write('other.stack.yaml', 'kind: Stack\ncomponents:\n  kubernetes: 1.33.5\n');
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf('other.stack.yaml'), type: 2 }],
  });
  expect(await symbols('kube')).toEqual([
    'kubernetes in base base.stack.yaml 4:2',
    'kubernetes in other.stack.yaml other.stack.yaml 2:2',
  ]);
  // Closed, what is on disk counts again.
  await client.change(uriOf(path), 'kind: Stack\n', 3);
  expect(await symbols('base')).toEqual(['base.stack.yaml in base.stack.yaml base.stack.yaml 0:0']);
  await client.close(uriOf(path));
  expect(await symbols('base')).toEqual(['base in base.stack.yaml base.stack.yaml 2:17']);
});

test.each([
  ['that tells of changes, before it has told of one', { dynamicRegistration: true }],
  ['that tells of none', {}],
] as const)('a rename edits what is on disk now, for a client %s', async (_, didChangeWatchedFiles) => {
  await start({ ...EVERYTHING, workspace: { ...EVERYTHING.workspace, didChangeWatchedFiles } });
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF);
  await ask('textDocument/references', path, LEAF, 'db:', declared);
  const moved = BASE.replace('  kubernetes', '  # the cluster\n  kubernetes');
  write('base.stack.yaml', moved);
  const edit = await ask<WorkspaceEdit>('textDocument/rename', path, LEAF, 'db:', { newName: 'data' });
  const [base] = edit.documentChanges ?? [];
  const edits = base !== undefined && 'edits' in base ? base.edits : [];
  expect(applied(readFileSync(join(root, 'base.stack.yaml'), 'utf8'), edits as TextEdit[])).toBe(
    moved.replace('  db:', '  data:'),
  );
});

test('what cannot be renamed is an error with the reason, and nothing is in the log', async () => {
  await start(EVERYTHING);
  await client.open(uriOf('base.stack.yaml'), BASE);
  const failed = ask('textDocument/prepareRename', 'base.stack.yaml', BASE, 'kubernetes');
  await expect(failed).rejects.toMatchObject({
    code: -32803,
    message:
      '"kubernetes" is the catalog\'s name of this component. To call the pin something else, write "component: kubernetes" below its key first.',
  });
  await expect(
    ask('textDocument/rename', 'base.stack.yaml', BASE, 'db:', { newName: 'kubernetes' }),
  ).rejects.toMatchObject({
    code: -32803,
    message: '"kubernetes" is the name of another pin already, in base.stack.yaml.',
  });
  expect(client.logged).toEqual([]);
});

test('an answer about a text that changed meanwhile is none', async () => {
  const { readFile } = testEnvironment();
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  write('slow.stack.yaml', BASE);
  const slowly = async (location: string) => {
    if (location.endsWith('slow.stack.yaml')) await gate;
    return readFile(location);
  };
  // Diagnostics are not asked for, so nothing else reads the file.
  await start(
    { ...EVERYTHING, textDocument: { ...EVERYTHING.textDocument, diagnostic: {} } },
    testEnvironment({ readFile: slowly }),
  );
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF);
  const asked = Promise.allSettled([
    ask('textDocument/references', path, LEAF, 'db:', declared),
    ask('textDocument/rename', path, LEAF, 'db:', { newName: 'data' }),
  ]);
  await client.change(uriOf(path), `# first\n${LEAF}`, 2);
  // Answered behind the change, so that has come.
  await ask('textDocument/documentHighlight', path, LEAF, 'db:');
  goOn();
  expect(await asked).toMatchObject([
    { status: 'rejected', reason: { code: -32801 } },
    { status: 'rejected', reason: { code: -32801 } },
  ]);
  expect(client.logged).toEqual([]);
});

test('a base that is called otherwise, and one behind a link, take part', async () => {
  write('shared/common.yaml', BASE);
  symlinkSync(join(root, 'shared'), join(root, 'linked'));
  const text = LEAF.replace('../base.stack.yaml', '../linked/common.yaml');
  write('one.stack.yaml', LEAF.replace('../base', 'shared/common').replace('.stack.yaml', '.yaml'));
  await start();
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), text);
  const found = shown(await ask('textDocument/references', path, text, 'db:', declared));
  expect(found?.filter((one) => !one.includes('common'))).toEqual(['one.stack.yaml 5:2', 'team/leaf.stack.yaml 5:2']);
  expect(found?.filter((one) => one.includes('common'))).toHaveLength(1);
});

test('anchors of a catalog, its outline and its links', async () => {
  await start(EVERYTHING);
  const path = 'acme.catalog.yaml';
  const text = `${ACME}  other: *gateway\n`;
  await client.open(uriOf(path), text, 'stack-catalog');
  const textDocument = { uri: uriOf(path) };
  const [catalog] = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument,
  });
  expect([catalog?.name, catalog?.children?.[0]?.children?.map(({ name }) => name)]).toEqual([
    'acme',
    ['gateway', 'other'],
  ]);
  expect(shown(await ask('textDocument/definition', path, text, '*gateway'))).toEqual(['acme.catalog.yaml 4:12']);
  expect(shown(await ask('textDocument/references', path, text, '&gateway', declared))).toEqual([
    'acme.catalog.yaml 4:12',
    'acme.catalog.yaml 7:10',
  ]);
  expect(await ask('textDocument/documentHighlight', path, text, '&gateway')).toHaveLength(2);
  const ranges = [
    { start: { line: 4, character: 12 }, end: { line: 4, character: 19 } },
    { start: { line: 7, character: 10 }, end: { line: 7, character: 17 } },
  ];
  expect(await ask('textDocument/linkedEditingRange', path, text, '*gateway')).toMatchObject({ ranges });
  expect(await ask('textDocument/prepareRename', path, text, '*gateway')).toEqual({
    range: ranges[1],
    placeholder: 'gateway',
  });
  expect(await ask('textDocument/rename', path, text, '*gateway', { newName: 'door' })).toEqual({
    documentChanges: [
      {
        textDocument: { uri: uriOf(path), version: 1 },
        edits: ranges.map((range) => ({ range, newText: 'door' })),
      },
    ],
  });
  expect(await ask('textDocument/prepareRename', path, text, 'Gateway')).toBeNull();
  expect(await ask('textDocument/rename', path, text, 'Gateway', { newName: 'door' })).toBeNull();
  const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(links.map(({ target }) => target)).toEqual(['https://acme.example/']);
});

test('a document of another kind gets nothing', async () => {
  await start(EVERYTHING);
  const path = 'values.yaml';
  const text = 'a: &a 1\nb: *a\n';
  await client.open(uriOf(path), text, 'yaml');
  for (const method of [
    'definition',
    'typeDefinition',
    'references',
    'documentHighlight',
    'documentLink',
    'documentSymbol',
    'linkedEditingRange',
    'prepareRename',
    'rename',
  ])
    expect([method, await ask(`textDocument/${method}`, path, text, '*a', { ...declared, newName: 'x' })]).toEqual([
      method,
      null,
    ]);
});

test('in a browser what is open is all there is', async () => {
  const { readFile, identify, listFiles } = browserEnvironment();
  await start(EVERYTHING, testEnvironment({ readFile, identify, listFiles }));
  const path = 'team/leaf.stack.yaml';
  await client.open(uriOf(path), LEAF);
  expect(shown(await ask('textDocument/references', path, LEAF, 'db:', declared))).toEqual([
    'team/leaf.stack.yaml 5:2',
  ]);
  // The file may be there: the editor knows.
  expect(shown(await ask('textDocument/definition', path, LEAF, '../base'))).toEqual(['base.stack.yaml 0:0']);
  await client.open(uriOf('base.stack.yaml'), BASE);
  expect(shown(await ask('textDocument/references', path, LEAF, 'db:', declared))).toEqual([
    'base.stack.yaml 5:2',
    'team/leaf.stack.yaml 5:2',
  ]);
});

test('pins that are typed together, and their highlights', async () => {
  await start();
  const path = 'one.stack.yaml';
  const text = 'components:\n  db: {component: postgresql}\nenvironments: {e: {components: {db: null}}}\n';
  await client.open(uriOf(path), text);
  expect(await ask('textDocument/linkedEditingRange', path, text, 'db:')).toEqual({
    ranges: [
      { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
      { start: { line: 2, character: 32 }, end: { line: 2, character: 34 } },
    ],
    wordPattern: '[\\w.-]+',
  });
  expect(await ask('textDocument/documentHighlight', path, text, 'db:')).toEqual([
    { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } }, kind: 3 },
    { range: { start: { line: 2, character: 32 }, end: { line: 2, character: 34 } }, kind: 3 },
  ]);
});
