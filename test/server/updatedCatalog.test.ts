/** The language server with an update of the catalog: from the command line's folder, from the client's, or as text. */
import { afterEach, expect, test } from 'vitest';
import about from '../../server/generated/bundled-catalog.json' with { type: 'json' };
import type { Environment } from '../../server/src/environment.ts';
import { CATALOG_FILE } from '../../server/src/update/parts.ts';
import { STATE_FILE } from '../../server/src/update/state.ts';
import { takeUpdate } from '../../server/src/update/take.ts';
import { sample } from '../catalog/sample.ts';
import { testCatalogBytes } from '../support/catalog.ts';
import { compiled } from '../support/compiled.ts';
import { contextWith, decode, FIRST, sourceOf, TRUST, updateFiles } from '../update/bundles.ts';
import { CATALOG, startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  gamma: 1.0.0\n';
const UNKNOWN = '"gamma" is in no catalog, so nothing is known about it.';

/** A catalog that knows gamma. */
const GAMMA = compiled({ name: 'bundled', version: '2099.1.0', updated: '2026-12-01' }, [
  sample({ id: 'gamma', name: 'Gamma', lines: [{ line: '1.0', versions: ['1.0.0'] }] }),
]);

/** The files of a folder in which GAMMA was taken, by their locations. */
async function folderFiles(folder: string, serial = 2099010100): Promise<Map<string, Uint8Array>> {
  const context = contextWith({ trust: { ...TRUST, bundledSerial: 0 } });
  const catalog = { version: '2099.1.0', updated: '2026-12-01' };
  await takeUpdate(sourceOf(updateFiles({ serial, catalog }, FIRST, { [CATALOG_FILE]: GAMMA })), context);
  return new Map([...context.store.files].map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}

let client: TestClient;
afterEach(() => client.connection.dispose());

/** A server on whose disk these files are; the messages about a manifest. */
async function messages(
  files: ReadonlyMap<string, Uint8Array>,
  options: unknown,
  changes: Partial<Environment> = {},
): Promise<string[]> {
  const read = async (location: string) => files.get(location) ?? { failed: 'there is no such file' };
  client = startInMemory(
    testEnvironment({
      readFile: read,
      readOwnFile: async (location) => (location === CATALOG ? testCatalogBytes() : read(location)),
      ...changes,
    }),
  );
  await client.initialize({ initializationOptions: options });
  await client.open(URI, TEXT);
  return (await client.pushed(URI)).map(({ message }) => String(message));
}

test('without an update it is the catalog that comes with it', async () => {
  expect(await messages(new Map(), {}, { catalogUpdates: '/cli' })).toEqual([UNKNOWN]);
  expect(client.shown).toEqual([]);
});

test('what the command line has taken counts', async () => {
  expect(await messages(await folderFiles('/cli'), {}, { catalogUpdates: '/cli' })).toEqual([]);
  const answer = { command: 'stackpin.coverage', arguments: [URI] };
  expect(await client.connection.sendRequest('workspace/executeCommand', answer)).toMatchObject({
    catalog: { version: '2099.1.0', updated: '2026-12-01' },
  });
});

test('what the client has taken counts, and the newest of both', async () => {
  const own = await folderFiles('/editor');
  expect(await messages(own, { catalogUpdates: '/editor' })).toEqual([]);
  client.connection.dispose();
  const older = await folderFiles('/cli', 2099010099);
  expect(
    await messages(new Map([...own, ...older]), { catalogUpdates: '/editor' }, { catalogUpdates: '/cli' }),
  ).not.toContain(UNKNOWN);
});

test('an update that is older than the server is not used', async () => {
  const at = async (serial: number) => messages(await folderFiles('/cli', serial), {}, { catalogUpdates: '/cli' });
  expect(await at(about.serial + 1)).toEqual([]);
  client.connection.dispose();
  expect(await at(about.serial)).toEqual([UNKNOWN]);
  expect(client.shown).toEqual([]);
});

test('the text of an update, for a server without files', async () => {
  expect(await messages(new Map(), { updatedCatalog: decode(GAMMA) })).toEqual([]);
});

test('a damaged update is told once, and the catalog that comes with it is used', async () => {
  const files = await folderFiles('/cli');
  files.set(`/cli/${STATE_FILE}`, new Uint8Array([123]));
  expect(await messages(files, {}, { catalogUpdates: '/cli' })).toEqual([UNKNOWN]);
  expect(client.shown).toEqual([
    'The update of the catalog in /cli cannot be used: state.json is damaged. The catalog that comes with Stackpin is used instead. Take the update again, or remove it.',
  ]);
});

test.each([
  [{ catalogUpdates: 7 }, 'catalogUpdates has to be the address of a file, not 7. It is ignored.'],
  [{ updatedCatalog: [] }, 'updatedCatalog has to be the text of a catalog, not []. It is ignored.'],
])('%j is told and ignored', async (options, said) => {
  expect(await messages(new Map(), options)).toEqual([UNKNOWN]);
  expect(client.logged).toContain(said);
});

test('the setting of the mirror is for the client alone', async () => {
  expect(await messages(new Map(), { catalog: { mirror: 'https://mirror.example/' } })).toEqual([UNKNOWN]);
  expect(client.logged).toEqual([]);
});
