/** The catalog of an update at the next start: used while it is what was written, and otherwise the one that comes with the program. */
import { expect, test } from 'vitest';
import { STATE_FILE } from '../../server/src/update/state.ts';
import { openStored, type StoredPlaces } from '../../server/src/update/stored.ts';
import { stateIn, takeUpdate } from '../../server/src/update/take.ts';
import { sample } from '../catalog/sample.ts';
import { compiled } from '../support/compiled.ts';
import {
  BUNDLED,
  catalogBytes,
  contextWith,
  decode,
  encode,
  type MemoryStore,
  sourceOf,
  updateFiles,
} from './bundles.ts';

const REMEDY = 'Take the update again, or remove it.';
const INSTEAD = `The catalog that comes with Stackpin is used instead. ${REMEDY}`;

/** Folders with an update each, by their serials. */
async function folders(...serials: readonly number[]): Promise<{ [folder: string]: MemoryStore }> {
  const stores: { [folder: string]: MemoryStore } = {};
  for (const [at, serial] of serials.entries()) {
    const context = contextWith();
    await takeUpdate(sourceOf(updateFiles({ serial })), context);
    stores[`/data${at + 1}`] = context.store;
  }
  return stores;
}

/** Opens it; what is said goes into `said`, each reading into `read`. */
async function opened(stores: { readonly [folder: string]: MemoryStore }, changes: Partial<StoredPlaces> = {}) {
  const said: string[] = [];
  const read = async (location: string) => {
    const [, folder = '', name = ''] = /^(.*)\/([^/]*)$/.exec(location) ?? [];
    return stores[folder]?.files.get(name) ?? { failed: 'there is no such file' };
  };
  const places = { folders: Object.keys(stores), bundledSerial: BUNDLED, ...changes };
  const stored = await openStored(places, { readFile: read, readOwnFile: read, decode, encode }, (one) =>
    said.push(one),
  );
  return { stored, said };
}

const nameIn = async (store: MemoryStore | undefined): Promise<string> =>
  (await stateIn({ store: store ?? contextWith().store, decode, encode })).current?.file ?? '';

test('without an update there is nothing to say', async () => {
  expect(await opened({})).toEqual({ stored: undefined, said: [] });
  expect(await opened({ '/data1': contextWith().store })).toEqual({ stored: undefined, said: [] });
});

test('the newest of several folders counts', async () => {
  const stores = await folders(2026120100, 2026121500, 2026120300);
  const { stored, said } = await opened(stores);
  expect(said).toEqual([]);
  expect(stored?.location).toBe(`/data2/${await nameIn(stores['/data2'])}`);
  expect(stored?.catalog.component('beta')?.name).toBe('Beta');
});

test('the catalog of a newer program counts before an older update', async () => {
  expect(await opened(await folders(2026121500), { bundledSerial: 2026121500 })).toEqual({
    stored: undefined,
    said: [],
  });
});

test('a damaged state, a missing, cut off or other catalog: it is said once, and not used', async () => {
  const cases: [(store: MemoryStore, name: string) => void, (name: string) => string][] = [
    [(store) => store.files.set(STATE_FILE, encode('{}')), () => 'state.json is damaged'],
    [(store, name) => store.files.delete(name), () => 'there is no such file'],
    [
      (store, name) => store.files.set(name, catalogBytes().subarray(0, 50)),
      (name) => `${name} has 50 bytes instead of ${catalogBytes().length}`,
    ],
    [
      (store, name) => store.files.set(name, catalogBytes().fill(32)),
      () => 'it is no catalog that was made for this version of Stackpin',
    ],
    [
      (store, name) => store.files.set(name, encode(decode(catalogBytes()).replace('Alpha', 'Aleph'))),
      () => 'it is damaged: its index is not what was written',
    ],
  ];
  for (const [damage, why] of cases) {
    const stores = await folders(2026121500);
    const [store] = Object.values(stores);
    const name = await nameIn(store);
    if (store !== undefined) damage(store, name);
    expect(await opened(stores)).toEqual({
      stored: undefined,
      said: [`The update of the catalog in /data1 cannot be used: ${why(name)}. ${INSTEAD}`],
    });
  }
});

test('a changed byte of a component is said when it is needed', async () => {
  const stores = await folders(2026121500);
  const name = await nameIn(stores['/data1']);
  stores['/data1']?.files.set(name, encode(decode(catalogBytes()).replace(/Beta(?=.*\n$)/, 'BETA')));
  const { stored, said } = await opened(stores);
  expect(said).toEqual([]);
  expect(stored?.catalog.component('alpha')?.name).toBe('Alpha');
  expect(said).toEqual([]);
  expect(stored?.catalog.component('beta')).toBeUndefined();
  expect(said).toEqual([
    `The catalog /data1/${name} is damaged where it describes beta, so that beta is not checked. ${REMEDY}`,
  ]);
});

test('no changed byte of a state has another catalog used', async () => {
  const stores = await folders(2026121500);
  const store = stores['/data1'];
  const state = store?.files.get(STATE_FILE) ?? new Uint8Array();
  const name = await nameIn(store);
  for (let at = 0; at < state.length; at += 1) {
    const bytes = state.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    store?.files.set(STATE_FILE, bytes);
    const { stored, said } = await opened(stores);
    // White space between the values carries nothing.
    if (stored === undefined) expect(said).toHaveLength(1);
    else expect(stored.location).toBe(`/data1/${name}`);
  }
});

test('a host without files gives the text', async () => {
  const bytes = compiled({ name: 'bundled', version: '2026.12.0', updated: '2026-12-15' }, [
    sample({ id: 'ä-β', name: 'Бета' }),
  ]);
  const { stored } = await opened({}, { text: decode(bytes) });
  expect(stored?.catalog.component('ä-β')?.name).toBe('Бета');
  expect((await opened({}, { text: 'no catalog' })).said).toEqual([
    `The update of the catalog in the storage of the editor cannot be used: it is no catalog that was made for this version of Stackpin. ${INSTEAD}`,
  ]);
});
