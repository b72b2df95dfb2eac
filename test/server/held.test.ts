/** What was closed is forgotten: of 200 documents nothing is left in the memory of the process, neither their texts nor their names. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../scripts/pages/fullClient.ts';
import { startProcess, type TestClient } from './client.ts';
import { heldTexts } from './heap.ts';

const folder = mkdtempSync(join(tmpdir(), 'stackpin-held-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes down everything that is in memory, once what nobody can reach is collected. */
const WITNESS = join(folder, 'witness.cjs');
writeFileSync(
  WITNESS,
  `const { renameSync } = require('node:fs');
const { writeHeapSnapshot } = require('node:v8');
process.on('SIGUSR2', () => {
  writeHeapSnapshot(process.env.SNAPSHOT + '.part');
  renameSync(process.env.SNAPSHOT + '.part', process.env.SNAPSHOT);
});
`,
);

const DOCUMENTS = 200;
/** From this one on they extend it (itself too, which is a finding), and name a catalog. */
const LEAVES = 190;
/** In every name of a document and of its pins, and nowhere else. */
const MARK = 'heldinmemory';

const uriOf = (index: number): string => `file:///w/${MARK}-${index}.stack.yaml`;
const textOf = (index: number): string => `apiVersion: stackpin/v1
kind: Stack
${index < LEAVES ? '' : `extends: [${MARK}-${LEAVES}.stack.yaml]\ncatalogs: [${MARK}.catalog.yaml]\n`}components:
  ${MARK}-pin-${index}: 1.0.0
  kubernetes: &${MARK}-${index} "1.34.2"
  istio: ">=1.27"   # ${MARK}-comment-${index}
environments:
  ${MARK}-place-${index}:
    components: {helm: 4.0.0}
`;

const METHODS = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/documentSymbol',
  'textDocument/documentLink',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/semanticTokens/range',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/formatting',
  'textDocument/linkedEditingRange',
  'textDocument/diagnostic',
  'workspace/symbol',
];

async function askAll(client: TestClient, uri: string): Promise<void> {
  const position = { line: 5, character: 5 };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const params = {
    ...{ textDocument: { uri }, position, positions: [position], range, query: 'ku', newName: `${MARK}-new` },
    ...{ context: { diagnostics: [], includeDeclaration: true }, options: { tabSize: 2, insertSpaces: true } },
  };
  for (const method of METHODS) await client.connection.sendRequest(method, params).catch(() => undefined);
  for (const command of ['coverage', 'explain', 'plan', 'report']) {
    const asked = { command: `stackpin.${command}`, arguments: [uri] };
    await client.connection.sendRequest('workspace/executeCommand', asked).catch(() => undefined);
  }
}

/**
 * Names that may stay, a bounded number of each: paths that lead to nothing (manifests.ts), catalogs that were named and are watched
 * (watchers.ts), and whose colours were told last (tokens.ts).
 */
const MAY_STAY = [`file:///w/${MARK}-${LEAVES}.stack.yaml`, `file:///w/${MARK}.catalog.yaml`];

/** What no catalog has, and what is near it, is kept for the next who asks (names.ts): a bounded number too, and the names alone. */
const ASKED = new RegExp(`^${MARK}-pin-\\d+$`);

/** Texts that something holds, with the mark in them. */
async function marked(pid: number, snapshot: string): Promise<string[]> {
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(snapshot)) await new Promise((resolve) => setTimeout(resolve, 50));
  const texts = heldTexts(readFileSync(snapshot, 'utf8'));
  rmSync(snapshot);
  return texts.filter((text) => text.includes(MARK) && !MAY_STAY.includes(text));
}

const { diagnostic: _, ...pushed } = FULL_CLIENT.textDocument ?? {};

test.each<[string, ClientCapabilities]>([
  ['that is pushed to', { ...FULL_CLIENT, textDocument: pushed }],
  ['that pulls', FULL_CLIENT],
])('a client %s', async (_name, capabilities) => {
  const snapshot = join(folder, 'heap.heapsnapshot');
  const { client, child } = startProcess(['--stdio'], { NODE_OPTIONS: `--require ${WITNESS}`, SNAPSHOT: snapshot });
  try {
    await client.initialize({ capabilities, workspaceFolder: 'file:///w' });
    for (let index = 0; index < DOCUMENTS; index += 1) await client.open(uriOf(index), textOf(index));
    for (let index = 0; index < DOCUMENTS; index += 150) await askAll(client, uriOf(index));
    const { pid = 0 } = child;
    expect((await marked(pid, snapshot)).length).toBeGreaterThan(DOCUMENTS);
    for (let index = 0; index < DOCUMENTS; index += 1) {
      await client.change(uriOf(index), textOf(index + 1), 2);
      await client.close(uriOf(index));
    }
    // Of each question what came of it last is kept for the next (versionOffers.ts), and the engine keeps the text that it looked through last.
    const other = 'file:///w/other.stack.yaml';
    await client.open(other, textOf(0).replaceAll(MARK, 'other'));
    await askAll(client, other);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await client.close(other);
    await client.connection.sendRequest('workspace/symbol', { query: '' });
    const left = await marked(pid, snapshot);
    expect(left.filter((text) => !ASKED.test(text))).toEqual([]);
  } finally {
    child.kill('SIGKILL');
  }
});
