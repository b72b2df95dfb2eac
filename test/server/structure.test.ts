/** Folding, selection, colours and formatting as a client meets them. */
import { afterEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
} from 'vscode-languageserver';
import { applied } from '../features/open.ts';
import { decoded } from '../features/structure/decode.ts';
import { startInMemory, type TestClient } from './client.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const CATALOG_URI = 'file:///stacks/acme.catalog.yaml';
const TEXT = `apiVersion: stackpin/v1
kind: Stack
components:
    kubernetes:   1.34.2
    istio: ">=1.27"
labels: {
  team: a
}
`;
const CATALOG = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme,  updated: 2026-11-24}
components:
    gateway:
      name:  Gateway
`;
const OPTIONS = { tabSize: 2, insertSpaces: true };

const clients: TestClient[] = [];
async function start(capabilities: ClientCapabilities = {}, text = TEXT): Promise<TestClient> {
  const client = startInMemory();
  clients.push(client);
  await client.initialize({ capabilities });
  await client.open(URI, text);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) {
    expect(client.logged).toEqual([]);
    client.connection.dispose();
  }
});

function ask<T>(client: TestClient, method: string, params: object = {}, uri = URI): Promise<T> {
  return client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
}

test('what a client says of folding is kept to', async () => {
  const client = await start();
  expect(await ask<FoldingRange[]>(client, 'foldingRange')).toEqual([
    { startLine: 2, endLine: 4 },
    { startLine: 5, endLine: 7, startCharacter: 9, endCharacter: 0 },
  ]);
  const other = await start({ textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 1 } } });
  expect(await ask<FoldingRange[]>(other, 'foldingRange')).toEqual([{ startLine: 2, endLine: 4 }]);
});

test('one selection for each position', async () => {
  const client = await start();
  const positions = [
    { line: 3, character: 6 },
    { line: 0, character: 0 },
  ];
  const [first, second, ...others] = await ask<SelectionRange[]>(client, 'selectionRange', { positions });
  expect(others).toEqual([]);
  expect(first?.range).toEqual({ start: { line: 3, character: 4 }, end: { line: 3, character: 14 } });
  expect(first?.parent?.range).toEqual({ start: { line: 3, character: 4 }, end: { line: 3, character: 24 } });
  expect(second?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 10 } });
});

test('colours: all of them, then what changed, then all again for who has lost the thread', async () => {
  const client = await start();
  const all = await ask<SemanticTokens>(client, 'semanticTokens/full');
  expect(decoded(TEXT, all.data)).toEqual([
    'kubernetes class',
    '1.34.2 number',
    'istio class',
    '>= operator',
    '1.27 number',
  ]);
  const changed = TEXT.replace('1.34.2', '1.34');
  await client.change(URI, changed, 2);
  const { resultId: previousResultId } = all;
  const delta = await ask<SemanticTokensDelta>(client, 'semanticTokens/full/delta', { previousResultId });
  expect(delta).toEqual({
    resultId: expect.any(String),
    edits: [{ start: 5, deleteCount: 5, data: [0, 14, 4, 5, 0] }],
  });
  const again = await ask<SemanticTokens>(client, 'semanticTokens/full/delta', { previousResultId });
  expect(decoded(changed, again.data)).toEqual([
    'kubernetes class',
    '1.34 enumMember',
    'istio class',
    '>= operator',
    '1.27 number',
  ]);
  const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
  const some = await ask<SemanticTokens>(client, 'semanticTokens/range', { range });
  expect(decoded(changed, some.data)).toEqual(['istio class', '>= operator', '1.27 number']);
});

test('a client that asks again when it is told is told when settings change', async () => {
  const client = startInMemory();
  clients.push(client);
  const told = new Promise<null>((resolve) => {
    client.connection.onRequest('workspace/semanticTokens/refresh', () => {
      resolve(null);
      return null;
    });
  });
  await client.initialize({ capabilities: { workspace: { semanticTokens: { refreshSupport: true } } } });
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { stackpin: {} } });
  expect(await told).toBeNull();
});

test('formatting: the document, lines of it, and around a new line', async () => {
  const client = await start();
  const whole = await ask<TextEdit[]>(client, 'formatting', { options: OPTIONS });
  expect(applied(TEXT, whole)).toBe(
    TEXT.replace('    kubernetes:   ', '  kubernetes: ').replace('    istio', '  istio'),
  );
  expect(whole).toHaveLength(3);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  const line = await ask<TextEdit[]>(client, 'rangeFormatting', { range, options: OPTIONS });
  expect(applied(TEXT, line)).toBe(TEXT.replace('kubernetes:   ', 'kubernetes: '));

  const typed = TEXT.replace('    istio', '\n    istio');
  await client.change(URI, typed, 2);
  const around = await ask<TextEdit[]>(client, 'onTypeFormatting', {
    position: { line: 4, character: 0 },
    ch: '\n',
    options: OPTIONS,
  });
  expect(applied(typed, around)).toBe(
    TEXT.replace('kubernetes:   ', 'kubernetes: ').replace('    istio', '    \n    istio'),
  );
  const other = { position: { line: 4, character: 0 }, ch: '-', options: OPTIONS };
  expect(await ask(client, 'onTypeFormatting', other)).toBeNull();
});

test('catalogs too', async () => {
  const client = await start();
  await client.open(CATALOG_URI, CATALOG, 'stack-catalog');
  const edits = await ask<TextEdit[]>(client, 'formatting', { options: OPTIONS }, CATALOG_URI);
  expect(applied(CATALOG, edits)).toBe(`apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-24}
components:
  gateway:
    name: Gateway
`);
  expect(await ask(client, 'foldingRange', {}, CATALOG_URI)).toEqual([
    { startLine: 3, endLine: 5 },
    { startLine: 4, endLine: 5 },
  ]);
  const { data } = await ask<SemanticTokens>(client, 'semanticTokens/full', {}, CATALOG_URI);
  expect(decoded(CATALOG, data)).toEqual(['gateway class']);
});
