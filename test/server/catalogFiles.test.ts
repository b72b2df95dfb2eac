/** Users' catalogs through the whole server: read, watched, edited in an open buffer, or not readable at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { browserEnvironment } from '../../server/src/environment.browser.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  gateway: 3.2.0\n';
const UNKNOWN = '"gateway" is in no catalog, so nothing is known about it.';

function catalog(version: string): string {
  return `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-01, source: https://acme.example}
components:
  gateway:
    name: Gateway
    layer: ingress
    description: Ours.
    status: active
    versions:
      scheme: semver
      lines: [{line: "3.2", complete: true, versions: [${version}]}]
`;
}

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
  },
  textDocument: { publishDiagnostics: { versionSupport: true } },
};

const root = mkdtempSync(join(tmpdir(), 'stackpin-'));
const folder = pathToFileURL(root).href;
const uri = `${folder}/platform.stack.yaml`;
const catalogUri = `${folder}/acme%20table.yaml`;
const catalogPath = join(root, 'acme table.yaml');
let client: TestClient;

beforeEach(() => {
  rmSync(catalogPath, { force: true });
});
afterEach(() => client.connection.dispose());
afterAll(() => rmSync(root, { recursive: true }));

async function start(initializationOptions: unknown = { catalogs: ['./acme table.yaml'] }): Promise<void> {
  client = startInMemory(testEnvironment());
  await client.initialize({ capabilities: CAPABILITIES, workspaceFolder: folder, initializationOptions });
}

function codes(fits: (codes: unknown[]) => boolean): Promise<unknown[]> {
  return client.until(() => {
    const newest = client.published.findLast((params) => params.uri === uri);
    const found = newest?.diagnostics.map(({ code }) => code);
    return found !== undefined && fits(found) && found;
  });
}

test('a catalog is read, watched, and read again when it changes', async () => {
  writeFileSync(catalogPath, catalog('3.2.0'));
  await start();
  await client.open(uri, TEXT);
  expect(await client.pushed(uri)).toEqual([]);
  await client.until(() => client.registered.length > 1);
  expect(client.registered.map(({ method, registerOptions }) => [method, registerOptions])).toEqual([
    ['workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/*.{yaml,yml}' }] }],
    [
      'workspace/didChangeWatchedFiles',
      { watchers: [{ globPattern: { baseUri: folder, pattern: 'acme table.yaml' } }] },
    ],
  ]);
  writeFileSync(catalogPath, catalog('3.2.0, 3.2.1'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: catalogUri, type: 2 }],
  });
  expect(await codes((found) => found.length > 0)).toEqual(['outdated-patch']);
  expect([client.logged, client.shown]).toEqual([[], []]);
});

test('what is open in the editor counts before what is on disk', async () => {
  writeFileSync(catalogPath, catalog('3.2.0'));
  await start();
  await client.open(uri, TEXT);
  expect(await client.pushed(uri)).toEqual([]);
  await client.open(catalogUri, catalog('3.2.0, 3.2.1'), 'stack-catalog');
  expect(await codes((found) => found.length > 0)).toEqual(['outdated-patch']);
  await client.close(catalogUri);
  expect(await codes((found) => found.length === 0)).toEqual([]);
});

test('a catalog that is not there is told once, in the log and to the person', async () => {
  await start();
  await client.open(uri, TEXT);
  expect((await client.pushed(uri)).map(({ message }) => message)).toEqual([UNKNOWN]);
  await client.open(`${folder}/other.stack.yaml`, TEXT);
  await client.pushed(`${folder}/other.stack.yaml`);
  expect(client.logged).toEqual([`${catalogUri}: It cannot be read: there is no such file.`]);
  expect(client.shown).toEqual([
    `Stackpin cannot use the catalog ${catalogUri}. It cannot be read: there is no such file.`,
  ]);
});

test('a catalog with mistakes is told with its lines, and told in its own editor', async () => {
  const text = `${catalog('3.2.0')}    colour: red\n    shape: round\n`;
  writeFileSync(catalogPath, text);
  await start();
  await client.open(uri, TEXT);
  await client.pushed(uri);
  expect(client.logged.map((message) => message.replace(/".*/, '...'))).toEqual([
    `${catalogUri}: Line 13: Unknown key ...`,
    `${catalogUri}: Line 14: Unknown key ...`,
  ]);
  expect(client.shown).toHaveLength(1);
  expect(client.shown[0]).toMatch(/^Stackpin cannot use the catalog .*\. Line 13: .* \(1 more in the log\)$/);
  await client.open(catalogUri, text, 'stack-catalog');
  expect((await client.pushed(catalogUri)).map(({ code, range }) => [code, range.start])).toEqual([
    ['schema', { line: 12, character: 4 }],
    ['schema', { line: 13, character: 4 }],
  ]);
});

test('a relative path without a folder is told, and everything else works', async () => {
  await start();
  await client.open('untitled:Untitled-1', TEXT);
  expect((await client.pushed('untitled:Untitled-1')).map(({ message }) => message)).toEqual([UNKNOWN]);
  expect(client.logged).toEqual([
    'stackpin.catalogs: "./acme table.yaml" is relative, and no folder is open. Write the whole path.',
  ]);
});

test('a folder that is added later counts', async () => {
  writeFileSync(catalogPath, catalog('3.2.0'));
  client = startInMemory(testEnvironment());
  await client.initialize({ capabilities: CAPABILITIES, initializationOptions: { catalogs: ['./acme table.yaml'] } });
  const nested = `${folder}/teams/payments.stack.yaml`;
  await client.open(nested, TEXT);
  expect((await client.pushed(nested)).map(({ code }) => code)).toEqual(['unknown-component']);
  const event = { added: [{ uri: folder, name: 'w' }], removed: [] };
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  expect(await client.pushed(nested, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
});

test('in a browser no file can be read, and the log says so', async () => {
  client = startInMemory({ ...browserEnvironment(), readOwnFile: testEnvironment().readOwnFile });
  await client.initialize({
    capabilities: CAPABILITIES,
    workspaceFolder: folder,
    initializationOptions: { catalogs: ['./acme table.yaml'] },
  });
  await client.open(uri, TEXT);
  expect((await client.pushed(uri)).map(({ code }) => code)).toEqual(['unknown-component']);
  expect(client.logged).toEqual([
    `${catalogUri}: It cannot be read: the browser edition of Stackpin cannot read files.`,
  ]);
});
