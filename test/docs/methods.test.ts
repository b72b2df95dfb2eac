import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../scripts/pages/fullClient.ts';
import { methodsPage, type Promises } from '../../scripts/pages/methodsPage.ts';
import { startInMemory, type TestClient } from '../server/client.ts';

const page = readFileSync(new URL('../../docs/editors-methods.md', import.meta.url), 'utf8');

const clients: TestClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

async function promises(capabilities: ClientCapabilities): Promise<Promises> {
  const client = startInMemory();
  clients.push(client);
  const answer = await client.initialize({ capabilities });
  await client.connection.sendRequest('shutdown');
  return { capabilities: answer.capabilities, registered: client.registered.map(({ method }) => method) };
}

test('docs/editors-methods.md is what `npm run docs` writes', async () => {
  expect(page).toBe(methodsPage({ least: await promises({}), most: await promises(FULL_CLIENT) }));
});

test('every method that is answered says what for', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => row.split('|')[3]?.trim() === '')).toEqual([]);
});

test('what one client gets and another does not is told', () => {
  const promised = { capabilities: { hoverProvider: true, foldingRangeProvider: false }, registered: [] };
  const more = {
    capabilities: { ...promised.capabilities, documentSymbolProvider: {} },
    registered: ['workspace/didChangeWatchedFiles'],
  };
  const made = methodsPage({ least: promised, most: more });
  expect(made).toContain(
    '| `textDocument/hover` | always | what a component, a version or a key is | `textDocument.hover.contentFormat` |',
  );
  expect(made).toContain('| `textDocument/documentSymbol` | if the client can | outline and breadcrumbs |');
  expect(made).toContain('| `workspace/didChangeWatchedFiles` | if the client can |');
  expect(made.split('## Not answered')[1]).toContain('`textDocument/foldingRange`');
});
