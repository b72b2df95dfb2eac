/** Catalogs that manifests name under `catalogs`, through the whole server; and catalogs in their own editors. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList, Hover } from 'vscode-languageserver';
import { browserEnvironment } from '../../server/src/environment.browser.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
  },
  textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
};

const catalog = (versions: string, more = ''): string => `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-01, source: https://acme.example}
components:
  gateway:
    name: Gateway
    versions: {lines: [{line: "3.2", complete: true, versions: [${versions}]}]}
${more}`;
const stack = (...catalogs: string[]): string =>
  `apiVersion: stackpin/v1\nkind: Stack\ncatalogs: [${catalogs.join(', ')}]\ncomponents:\n  gateway: 3.2.0\n`;

let root: string;
let folder: string;
let uri: string;
let client: TestClient;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stackpin-'));
  mkdirSync(join(root, 'platform'));
  folder = pathToFileURL(root).href;
  uri = `${folder}/platform/a.stack.yaml`;
});
afterEach(() => {
  client.connection.dispose();
  rmSync(root, { recursive: true });
});

async function start(initializationOptions: unknown = {}, environment = testEnvironment()): Promise<void> {
  client = startInMemory(environment);
  // The workspace is the manifest's own folder: catalogs may lie outside.
  await client.initialize({ capabilities: CAPABILITIES, workspaceFolder: `${folder}/platform`, initializationOptions });
}

function told(of: string, fits: (messages: string[]) => boolean = () => true): Promise<string[]> {
  return client.until(() => {
    const newest = client.published.findLast((params) => params.uri === of);
    const found = newest?.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    return found !== undefined && fits(found) && found;
  });
}

const changed = (path: string) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${folder}/${path}`, type: 2 }],
  });

test('a manifest is checked with what it names, watched, and checked again when that changes', async () => {
  writeFileSync(join(root, 'acme.catalog.yaml'), catalog('3.2.0'));
  await start();
  await client.open(uri, stack('../acme.catalog.yaml'));
  expect(await told(uri)).toEqual([]);
  await client.until(() => client.registered.length > 1);
  expect(client.registered.map(({ registerOptions }) => registerOptions)).toEqual([
    { watchers: [{ globPattern: '**/*.{yaml,yml}' }] },
    { watchers: [{ globPattern: { baseUri: folder, pattern: 'acme.catalog.yaml' } }] },
  ]);
  writeFileSync(join(root, 'acme.catalog.yaml'), catalog('3.2.0, 3.2.1'));
  await changed('acme.catalog.yaml');
  expect(await told(uri, (found) => found.length > 0)).toEqual([
    'outdated-patch: Gateway 3.2.0 has a later patch: 3.2.1 is the newest of line 3.2.',
  ]);
  // Nothing is said beside the manifest.
  expect([client.logged, client.shown]).toEqual([[], []]);
});

test('one that is not there is told at its entry until it is there', async () => {
  await start();
  await client.open(uri, stack('./acme.catalog.yaml'));
  expect(await told(uri)).toEqual([
    `missing-catalog: The catalog "./acme.catalog.yaml" cannot be read: there is no such file. A path begins at this file's folder: correct it.`,
    'unknown-component: "gateway" is in no catalog, so nothing is known about it.',
  ]);
  writeFileSync(join(root, 'platform/acme.catalog.yaml'), catalog('3.2.0'));
  await changed('platform/acme.catalog.yaml');
  expect(await told(uri, (found) => found.length === 0)).toEqual([]);
  expect([client.logged, client.shown]).toEqual([[], []]);
});

test('what is open in an editor counts before what is on disk, at every change', async () => {
  writeFileSync(join(root, 'acme.catalog.yaml'), catalog('3.2.0'));
  await start();
  await client.open(uri, stack('../acme.catalog.yaml'));
  expect(await told(uri)).toEqual([]);
  await client.open(`${folder}/acme.catalog.yaml`, catalog('3.2.0, 3.2.1'), 'stack-catalog');
  await told(uri, (found) => found.some((one) => one.startsWith('outdated-patch')));
  await client.change(`${folder}/acme.catalog.yaml`, `${catalog('3.2.0')}    colour: red\n`, 2);
  expect(await told(uri, (found) => found.some((one) => one.startsWith('invalid-catalog')))).toEqual([
    'invalid-catalog: The catalog "../acme.catalog.yaml" cannot be used, so nothing of it counts. Line 8: Unknown key "colour" in "gateway". Known keys are name, layer, description, homepage, repository, license, status, retirement, successors, aliases, provides, replace and 11 others.',
    'unknown-component: "gateway" is in no catalog, so nothing is known about it.',
  ]);
  await client.close(`${folder}/acme.catalog.yaml`);
  expect(await told(uri, (found) => found.length === 0)).toEqual([]);
});

test('they lie over those of the settings', async () => {
  const replacing = (versions: string) => catalog(versions, '    replace: true\n');
  writeFileSync(join(root, 'platform/setting.catalog.yaml'), replacing('3.2.0, 3.2.1'));
  writeFileSync(join(root, 'platform/own.catalog.yaml'), replacing('3.2.0'));
  await start({ catalogs: ['setting.catalog.yaml'] });
  await client.open(uri, stack('own.catalog.yaml'));
  expect(await told(uri)).toEqual([]);
  const other = `${folder}/platform/b.stack.yaml`;
  await client.open(other, stack());
  expect(await told(other)).toEqual([
    'outdated-patch: Gateway 3.2.0 has a later patch: 3.2.1 is the newest of line 3.2.',
  ]);
});

test('hover, completion and fixes know them', async () => {
  writeFileSync(join(root, 'acme.catalog.yaml'), catalog('3.2.0, 3.2.1', '    description: Ours.\n'));
  await start();
  await client.open(uri, stack('../acme.catalog.yaml'));
  const position = { line: 4, character: 5 };
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
  expect(JSON.stringify(hover.contents)).toContain('Ours.');
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 4, character: 11 },
  });
  expect(items.map(({ label }) => label)).toEqual(['3.2.1', '3.2.0', '3.2', '~3.2.1']);
});

test('in a browser it is read where it is open, and nothing is called wrong where it is not', async () => {
  await start({}, browserEnvironment());
  await client.open(uri, stack('../acme.catalog.yaml'));
  expect((await client.pushed(uri)).map(({ code, severity }) => [code, severity])).toContainEqual([
    'missing-catalog',
    3,
  ]);
  await client.open(`${folder}/acme.catalog.yaml`, catalog('3.2.0'), 'stack-catalog');
  expect(await told(uri, (found) => !found.some((one) => one.startsWith('missing-catalog')))).toEqual([]);
});

test('a document that is in no folder yet', async () => {
  await start();
  await client.open('untitled:Untitled-1', stack('./acme.catalog.yaml'), 'stack-manifest');
  expect((await client.pushed('untitled:Untitled-1')).map(({ message }) => message)[0]).toBe(
    'The catalog "./acme.catalog.yaml" cannot be read: this document is in no folder yet. Open it, to have it read.',
  );
});

test('a catalog is linted among those that a manifest names with it, whichever is opened first', async () => {
  const edge = `apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: edge}\ncomponents:\n  edge: {successors: [gateway]}\n`;
  writeFileSync(join(root, 'acme.catalog.yaml'), catalog('3.2.0'));
  writeFileSync(join(root, 'edge.catalog.yaml'), edge);
  await start();
  const edgeUri = `${folder}/edge.catalog.yaml`;
  await client.open(edgeUri, edge, 'stack-catalog');
  expect(await told(edgeUri)).toEqual([
    'unknown-reference: "gateway" is in no catalog. Correct it, or add the component.',
  ]);
  await client.open(uri, stack('../acme.catalog.yaml', '../edge.catalog.yaml'));
  expect(await told(edgeUri, (found) => found.length === 0)).toEqual([]);
});

test('completion and hover in a catalog, by its name before it says what it is', async () => {
  await start();
  const own = `${folder}/acme.catalog.yaml`;
  await client.open(own, 'apiVersion: stackpin/v1\nk\n', 'yaml');
  const ask = (line: number, character: number) => ({ textDocument: { uri: own }, position: { line, character } });
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', ask(1, 1));
  expect(items.map(({ label }) => label)).toContain('kind');
  await client.change(own, 'apiVersion: stackpin/v1\nkind: Catalog\ncomponents:\n  kube\n', 2);
  const names = await client.connection.sendRequest<CompletionList>('textDocument/completion', ask(3, 6));
  const kubernetes = names.items.find(({ label }) => label === 'kubernetes');
  expect(kubernetes).toBeDefined();
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', kubernetes);
  expect(JSON.stringify(resolved.documentation)).toContain('Kubernetes');
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', ask(2, 3));
  expect(JSON.stringify(hover.contents)).toContain('What is known of each component');
});
