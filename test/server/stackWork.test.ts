/** What is written, hinted and done in a workspace, as clients meet it: paths to its files, support that ends, the fix of all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeLens, CompletionList, InlayHint } from 'vscode-languageserver';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

const clients: TestClient[] = [];
const folders: string[] = [];
function start(...args: Parameters<typeof startInMemory>): TestClient {
  const client = startInMemory(...args);
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function workspace(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-paths-'));
  folders.push(folder);
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), HEAD);
  }
  return pathToFileURL(folder).href;
}

async function labels(client: TestClient, uri: string, line: number, character: number): Promise<string[]> {
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
  return items.map(({ label }) => label);
}

test('paths lead to the files of the workspace, those that appear and vanish among them', async () => {
  const client = start();
  const folder = workspace(['base.stack.yaml', 'teams/web.stack.yaml', 'acme.catalog.yaml', 'values.yaml']);
  await client.initialize({ workspaceFolder: folder });
  const uri = `${folder}/leaf.stack.yaml`;
  await client.open(uri, `${HEAD}extends: []\ncatalogs: []\n`);
  expect(await labels(client, uri, 2, 10)).toEqual(['./base.stack.yaml', './teams/']);
  expect(await labels(client, uri, 3, 11)).toEqual(['./acme.catalog.yaml']);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: `${folder}/base.stack.yaml`, type: 3 },
      { uri: `${folder}/ground.stack.yaml`, type: 1 },
      { uri: `${folder}/more.catalog.yml`, type: 1 },
    ],
  });
  expect(await labels(client, uri, 2, 10)).toEqual(['./ground.stack.yaml', './teams/']);
  expect(await labels(client, uri, 3, 11)).toEqual(['./acme.catalog.yaml', './more.catalog.yml']);
  expect(client.logged).toEqual([]);
});

test('where the host lists no files, paths lead to what is open', async () => {
  const listFiles = async () => ({ failed: 'there are no files here', unable: true });
  const client = start(testEnvironment({ listFiles }));
  await client.initialize({ workspaceFolder: 'vscode-vfs://github/acme/platform' });
  const uri = 'vscode-vfs://github/acme/platform/leaf.stack.yaml';
  await client.open('vscode-vfs://github/acme/platform/base.stack.yaml', `${HEAD}components: {}\n`);
  await client.open(uri, `${HEAD}extends: []\n`);
  expect(await labels(client, uri, 2, 10)).toEqual(['./base.stack.yaml']);
});

const URI = 'file:///stacks/platform.stack.yaml';
const TEXT = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: "1.27"\n`;

test('support that ends is hinted beside the version that a range takes, unless the setting says otherwise', async () => {
  let settings: unknown = {};
  const client = start();
  await client.initialize({
    capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
    configuration: () => settings,
  });
  await client.open(URI, TEXT);
  const shown = async () => {
    const hints = await client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    return hints?.map(({ label }) => label) ?? null;
  };
  expect(await shown()).toEqual(['→ 1.27.4', 'support ends in 68 days']);
  settings = { inlayHints: { support: false } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.hintRefreshes() > 0);
  expect(await shown()).toEqual(['→ 1.27.4']);
});

test('the lens that fixes all has the client make the edit', async () => {
  const client = start();
  const asked: ApplyWorkspaceEditParams[] = [];
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    asked.push(params);
    return { applied: true };
  });
  const { capabilities } = await client.initialize({
    capabilities: { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
  });
  expect(capabilities.executeCommandProvider?.commands).toContain('stackpin.fixDocument');
  await client.open(URI, TEXT);
  const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: URI },
  });
  const lenses = await Promise.all(
    found.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
  );
  const fix = lenses.find(({ command }) => command?.title === 'Fix all')?.command;
  expect(fix).toEqual({ title: 'Fix all', command: 'stackpin.fixDocument', arguments: [URI] });
  const execute = (args: readonly unknown[]) =>
    client.connection.sendRequest('workspace/executeCommand', { command: 'stackpin.fixDocument', arguments: args });
  expect(await execute([URI])).toBe(true);
  expect(asked).toEqual([
    {
      label: expect.any(String),
      edit: {
        documentChanges: [
          { textDocument: { uri: URI, version: 1 }, edits: [expect.objectContaining({ newText: expect.any(String) })] },
        ],
      },
    },
  ]);
  expect([await execute([7]), await execute(['file:///stacks/closed.stack.yaml'])]).toEqual([false, false]);
  expect(client.logged).toEqual([]);
});

test('a client that makes no edits for the server has no such lens and no such command', async () => {
  const client = start();
  const { capabilities } = await client.initialize();
  expect(capabilities.executeCommandProvider?.commands).not.toContain('stackpin.fixDocument');
  await client.open(URI, TEXT);
  expect(
    await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } }),
  ).toHaveLength(2);
});
