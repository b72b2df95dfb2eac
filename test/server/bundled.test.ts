/** When the catalog that comes with Stackpin is read, and what is done without it. */
import { afterEach, expect, test } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver';
import type { Environment } from '../../server/src/environment.ts';
import { testCatalogBytes } from '../support/catalog.ts';
import { CATALOG, startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = `apiVersion: stackpin/v1
kind: Stack
components:
  kubernetes: 1.34.2
  istio: 1.27.4
`;
const UNSUPPORTED = 'Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2.';
const REMEDY = 'Restart the language server to try again, and install Stackpin again if that does not help.';
const WITHOUT = 'Manifests are checked for their form only, and not against any versions.';

let client: TestClient;
afterEach(() => client.connection.dispose());

/** A server whose environment keeps count of what is read of its own files. */
function started(readOwnFile: Environment['readOwnFile'] = async () => testCatalogBytes()): string[] {
  const reads: string[] = [];
  const environment = testEnvironment({
    readOwnFile: (location) => {
      reads.push(location);
      return readOwnFile(location);
    },
  });
  client = startInMemory(environment);
  return reads;
}

const messages = async () => (await client.pushed(URI)).map(({ message }) => message);

test('neither initialize nor a document of another kind reads the catalog; the first of ours does, once', async () => {
  const reads = started();
  await client.initialize();
  await client.open('file:///w/values.yaml', 'replicas: 3\n', 'yaml');
  const asked = { textDocument: { uri: 'file:///w/values.yaml' }, position: { line: 0, character: 2 } };
  expect(await client.connection.sendRequest('textDocument/hover', asked)).toBeNull();
  expect(await client.connection.sendRequest('textDocument/completion', asked)).toBeNull();
  expect(reads).toEqual([]);

  await client.open(URI, TEXT);
  expect(await messages()).toContain(UNSUPPORTED);
  await client.open('file:///w/other.stack.yaml', TEXT);
  await client.pushed('file:///w/other.stack.yaml');
  await client.open('file:///w/acme.catalog.yaml', 'apiVersion: stackpin/v1\nkind: Catalog\n', 'stack-catalog');
  expect((await client.pushed('file:///w/acme.catalog.yaml')).map(({ code }) => code)).toEqual(['schema']);
  expect(reads).toEqual([CATALOG]);
});

test('what is asked before the catalog is there waits for it', async () => {
  let arrive: (bytes: Uint8Array) => void = () => undefined;
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const reads = started(() => {
    asked();
    return new Promise((resolve) => {
      arrive = resolve;
    });
  });
  await client.initialize();
  await client.open(URI, TEXT);
  const position = { line: 4, character: 4 };
  const hover = client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: URI }, position });
  const names = client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri: URI },
    position: { line: 4, character: 2 },
  });
  await isAsked;
  expect(client.published).toEqual([]);

  arrive(testCatalogBytes());
  expect((await hover).contents).toMatchObject({ value: expect.stringContaining('Istio · service mesh · active') });
  expect((await names).items.map(({ label }) => label)).toContain('postgresql');
  expect(await messages()).toContain(UNSUPPORTED);
  expect(reads).toHaveLength(1);
});

test('the client can say where the catalog is', async () => {
  const reads = started();
  await client.initialize({ initializationOptions: { bundledCatalog: 'https://cdn.example/c.jsonl' } });
  await client.open(URI, TEXT);
  expect(await messages()).toContain(UNSUPPORTED);
  expect(reads).toEqual(['https://cdn.example/c.jsonl']);
});

test.each([
  ['is not there', { failed: 'there is no such file' }, 'there is no such file'],
  [
    'is cut off',
    testCatalogBytes().subarray(0, -1),
    `it is damaged: it has ${testCatalogBytes().length - 1} bytes instead of ${testCatalogBytes().length}`,
  ],
  [
    'is something else',
    new TextEncoder().encode('<html></html>\n'),
    'it is no catalog that was made for this version of Stackpin',
  ],
])('a catalog that %s is told once, and the form of manifests is still checked', async (_, answer, reason) => {
  const reads = started(async () => answer);
  await client.initialize();
  const text = `${TEXT}  own: 1.0.0\npolicy: {maxSeverity: x}\n`;
  await client.open(URI, text);
  expect((await client.pushed(URI)).map(({ code }) => code)).toEqual(['schema']);
  await client.change(URI, `${TEXT}  kubernetes: 1.33.5\n`, 2);
  const changed = await client.pushed(URI, (params) => params.diagnostics[0]?.code !== 'schema');
  expect(changed.map(({ code }) => code)).toEqual(['duplicate-component']);
  const told = `Stackpin cannot read its catalog ${CATALOG}: ${reason}. ${REMEDY} ${WITHOUT}`;
  expect([client.shown, client.logged, reads]).toEqual([[told], [told], [CATALOG]]);
});

test('a damaged entry is told once; the component is neither judged nor called unknown, and the others are judged', async () => {
  const bytes = testCatalogBytes();
  const at = Buffer.from(bytes).indexOf('"id":"istio"', bytes.indexOf(10, bytes.indexOf(10) + 1));
  bytes[at + 6] = 'I'.charCodeAt(0);
  started(async () => bytes);
  await client.initialize();
  await client.open(URI, TEXT.replace('1.34.2', '1.30.0'));
  expect((await client.pushed(URI)).map(({ code }) => code)).toEqual(['end-of-life']);
  await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: URI },
    position: { line: 4, character: 4 },
  });
  const told = `Stackpin's catalog ${CATALOG} is damaged where it describes istio, so that istio is not checked. ${REMEDY}`;
  expect([client.shown, client.logged]).toEqual([[told], [told]]);
});
