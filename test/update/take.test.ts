/** Taking an update: everything that speaks against one, and that what was in use stays so then. */
import { sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileCatalog } from '../../server/src/catalog/compile.ts';
import { webCrypto } from '../../server/src/network/webCrypto.ts';
import { CATALOG_FILE, MANIFEST_FILE, type Refusal, SIGNATURE_FILE } from '../../server/src/update/parts.ts';
import { readState, STATE_FILE } from '../../server/src/update/state.ts';
import { isWhole, removeUpdate, stateIn, takeUpdate, type UpdateContext } from '../../server/src/update/take.ts';
import { sample } from '../catalog/sample.ts';
import {
  BUNDLED,
  catalogBytes,
  contextWith,
  decode,
  ENDED,
  encode,
  FIRST,
  type Files,
  FOREIGN,
  keyPair,
  LATER,
  SECOND,
  sha256,
  sourceOf,
  TODAY,
  TRUST,
  updateFiles,
} from './bundles.ts';

const AGAIN = 'Get the update again from whoever publishes it.';
const NEWER = 'Install a newer Stackpin, which brings a newer catalog with it; that also works without a network.';

/** The update that is in use before each attempt. */
const BEFORE = updateFiles({ serial: 2026120100 });

/** A context in which an update is in use. */
async function used(changes: Partial<UpdateContext> = {}) {
  const context = contextWith();
  expect((await takeUpdate(sourceOf(BEFORE), context)).kind).toBe('taken');
  return { ...context, ...changes, store: context.store };
}

/** Tries an update where another is in use. That has to stay as it was, to the last byte, with nothing beside it. */
async function refusalOf(files: Files, changes: Partial<UpdateContext> = {}): Promise<Refusal> {
  const context = await used(changes);
  const before = new Map(context.store.files);
  const outcome = await takeUpdate(sourceOf(files), context);
  expect(context.store.files).toEqual(before);
  if (outcome.kind !== 'refused') throw new Error(`It is ${outcome.kind}.`);
  const { why, remedy } = outcome;
  return { why, remedy };
}

/** The files with one changed. */
function withFile(name: string, change: (bytes: Uint8Array) => Uint8Array, files = updateFiles()): Files {
  return { ...files, [name]: change(files[name] ?? new Uint8Array()) };
}

/** The files with other bytes signed by a key. */
function signed(manifest: Uint8Array, key = FIRST, files = updateFiles()): Files {
  const signature = encode(sign(null, manifest, key.privateKey).toString('hex'));
  return { ...files, [MANIFEST_FILE]: manifest, [SIGNATURE_FILE]: signature };
}

test('a good update is taken: its catalog is kept under a name of its own, and named in the state', async () => {
  const context = await used();
  const outcome = await takeUpdate(sourceOf(updateFiles({ next: '2027-01-20' })), context);
  const hash = sha256(catalogBytes());
  const file = `2026121500-${hash.slice(0, 16)}.catalog.jsonl`;
  const update = {
    file,
    size: catalogBytes().length,
    sha256: hash,
    serial: 2026121500,
    key: 'test-1',
    created: '2026-12-16',
    expires: '2027-12-31',
    next: '2027-01-20',
    taken: TODAY,
    source: 'memory',
    catalog: { version: '2026.12.0', updated: '2026-12-15' },
    leftOut: 0,
  };
  expect(outcome).toEqual({ kind: 'taken', update });
  // The catalog of before is gone.
  expect([...context.store.files.keys()].sort()).toEqual([file, STATE_FILE]);
  expect(context.store.files.get(file)).toEqual(catalogBytes());
  expect(await stateIn(context)).toEqual({ highest: { serial: 2026121500, sha256: hash }, current: update });
});

test('either key may sign, also one whose days have just begun', async () => {
  for (const key of [FIRST, SECOND, LATER]) {
    const files = updateFiles({ key: key.id, created: TODAY }, key);
    expect((await takeUpdate(sourceOf(files), contextWith())).kind).toBe('taken');
  }
});

test('what is in use already is not taken twice', async () => {
  const context = await used();
  const before = new Map(context.store.files);
  expect(await takeUpdate(sourceOf(BEFORE), context)).toEqual({ kind: 'same', serial: 2026120100 });
  expect(context.store.files).toEqual(before);
});

test('the catalog that comes with the program is as new', async () => {
  const context = contextWith();
  const files = updateFiles({ serial: BUNDLED });
  expect(await takeUpdate(sourceOf(files), context)).toEqual({ kind: 'same', serial: BUNDLED });
  expect(context.store.files.size).toBe(0);
});

const SIGNATURE = 'its signature does not fit: it was changed or damaged after it was signed, or somebody else made it';

test('a bad signature', async () => {
  const flipped = withFile(SIGNATURE_FILE, (bytes) =>
    encode(decode(bytes).replace(/^./, (one) => (one === '0' ? '1' : '0'))),
  );
  expect(await refusalOf(flipped)).toEqual({ why: SIGNATURE, remedy: AGAIN });
});

test('a signature over other bytes', async () => {
  const padded = withFile(MANIFEST_FILE, (bytes) => encode(`${decode(bytes)}\n`));
  expect(await refusalOf(padded)).toEqual({ why: SIGNATURE, remedy: AGAIN });
  const raised = withFile(MANIFEST_FILE, (bytes) => encode(decode(bytes).replace('2026121500', '2026121501')));
  expect(await refusalOf(raised)).toEqual({ why: SIGNATURE, remedy: AGAIN });
});

test('no changed byte of a manifest goes unseen', async () => {
  const files = updateFiles();
  const manifest = files[MANIFEST_FILE] ?? new Uint8Array();
  const context = contextWith();
  for (let at = 0; at < manifest.length; at += 1) {
    const bytes = manifest.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const outcome = await takeUpdate(sourceOf({ ...files, [MANIFEST_FILE]: bytes }), context);
    expect({ at, kind: outcome.kind }).toEqual({ at, kind: 'refused' });
  }
  expect(context.store.files.size).toBe(0);
});

test('what is no signature', async () => {
  const why = 'catalog-update.json.sig is no signature, which has 128 hexadecimal digits';
  for (const text of ['', 'abc', 'f'.repeat(126), 'F'.repeat(128), 'g'.repeat(128), '\u0000']) {
    expect(await refusalOf({ ...updateFiles(), [SIGNATURE_FILE]: encode(text) })).toEqual({ why, remedy: AGAIN });
  }
});

test('a foreign key', async () => {
  expect(await refusalOf(updateFiles({ key: 'acme' }, FOREIGN))).toEqual({
    why: 'it is signed with the key acme, and this version of Stackpin trusts test-1, test-2, test-old and test-late alone',
    remedy: 'If the publisher has a new key, install a newer Stackpin; otherwise do not use this update.',
  });
  // One that takes the name of ours.
  expect(await refusalOf(updateFiles({}, FOREIGN))).toEqual({ why: SIGNATURE, remedy: AGAIN });
});

test('a key under the name of another', async () => {
  expect(await refusalOf(updateFiles({ key: 'test-2' }, FIRST))).toEqual({
    why: 'it names the key test-2 and is signed with test-1',
    remedy: AGAIN,
  });
});

test('a key that no longer counts, whatever day the update names', async () => {
  expect(await refusalOf(updateFiles({ key: 'test-old', created: '2026-11-30' }, ENDED))).toEqual({
    why: 'its key test-old counts from 2024-01-01 to 2026-12-01; it was signed on 2026-11-30, and today is 2026-12-20',
    remedy: NEWER,
  });
});

test('a key that did not count yet', async () => {
  expect(await refusalOf(updateFiles({ key: 'test-late', created: '2026-12-18' }, LATER))).toEqual({
    why: 'its key test-late counts from 2026-12-19 to 2028-01-01; it was signed on 2026-12-18, and today is 2026-12-20',
    remedy: NEWER,
  });
});

test('an expired update; on its last day it is taken', async () => {
  expect(await refusalOf(updateFiles({ expires: '2026-12-19' }))).toEqual({
    why: 'it could be taken until 2026-12-19, and today is 2026-12-20',
    remedy: 'Look for a newer update, or check the date of this machine.',
  });
  expect((await takeUpdate(sourceOf(updateFiles({ expires: TODAY })), contextWith())).kind).toBe('taken');
});

test('an update of tomorrow', async () => {
  expect(await refusalOf(updateFiles({ created: '2026-12-21' }))).toEqual({
    why: 'it was signed on 2026-12-21, and today is 2026-12-20 here',
    remedy: 'Check the date of this machine, or wait until that day.',
  });
});

const BACK = 'A catalog never goes back. Look for a newer update.';

test('an older serial', async () => {
  expect(await refusalOf(updateFiles({ serial: 2026120099 }))).toEqual({
    why: 'it is older than what was in use here already: its serial is 2026120099, and 2026120100 was reached',
    remedy: BACK,
  });
});

test('an older serial than that of the catalog that comes with the program', async () => {
  const trust = { ...TRUST, bundledSerial: 2027010100 };
  expect(await refusalOf(updateFiles(), { trust })).toEqual({
    why: 'it is older than what was in use here already: its serial is 2026121500, and 2027010100 was reached',
    remedy: BACK,
  });
});

test('the same serial for another catalog', async () => {
  const files = updateFiles({ serial: 2026120100 }, FIRST, { [CATALOG_FILE]: catalogBytes('2026.12.1') });
  expect(await refusalOf(files)).toEqual({
    why: 'it has the serial 2026120100, which another catalog had here before',
    remedy: 'Tell whoever publishes it: a serial counts once.',
  });
});

test('a removed update cannot be taken for an older one, and can be taken again', async () => {
  const context = await used();
  expect(await removeUpdate(context)).toBeUndefined();
  expect([...context.store.files.keys()]).toEqual([STATE_FILE]);
  const older = await takeUpdate(sourceOf(updateFiles({ serial: 2026113000 })), context);
  expect(older).toEqual({
    kind: 'refused',
    why: 'it is older than what was in use here already: its serial is 2026113000, and 2026120100 was reached',
    remedy: BACK,
  });
  expect((await takeUpdate(sourceOf(BEFORE), context)).kind).toBe('taken');
});

test('a damaged catalog is mended by the same update', async () => {
  const context = await used();
  const { current } = await stateIn(context);
  if (current === undefined) throw new Error('Nothing is in use.');
  context.store.files.set(current.file, encode('{}'));
  expect(await isWhole(current, context)).toBe(false);
  expect((await takeUpdate(sourceOf(BEFORE), context)).kind).toBe('taken');
  expect(await isWhole(current, context)).toBe(true);
});

test('a file with another hash', async () => {
  const changed = withFile(CATALOG_FILE, (bytes) => bytes.map((byte, at) => (at === 300 ? byte ^ 1 : byte)));
  expect(await refusalOf(changed)).toEqual({
    why: 'bundled.catalog.jsonl is not what was signed: its hash is another',
    remedy: AGAIN,
  });
});

test('a file that is longer or shorter than it is signed', async () => {
  const { length } = catalogBytes();
  expect(await refusalOf(withFile(CATALOG_FILE, (bytes) => new Uint8Array([...bytes, 10])))).toEqual({
    why: `bundled.catalog.jsonl has more than the ${length} bytes that are signed`,
    remedy: AGAIN,
  });
  expect(await refusalOf(withFile(CATALOG_FILE, (bytes) => bytes.subarray(0, 100)))).toEqual({
    why: `bundled.catalog.jsonl has 100 bytes instead of the ${length} that are signed`,
    remedy: AGAIN,
  });
});

test('another file of the bundle that is not what was signed', async () => {
  const files = { [CATALOG_FILE]: catalogBytes(), 'notes.md': encode('# News\n') };
  const bundle = updateFiles({}, FIRST, files);
  expect((await takeUpdate(sourceOf(bundle), contextWith())).kind).toBe('taken');
  expect(await refusalOf({ ...bundle, 'notes.md': encode('# Lies\n') })).toEqual({
    why: 'notes.md is not what was signed: its hash is another',
    remedy: AGAIN,
  });
});

test('files that are not there', async () => {
  for (const name of [MANIFEST_FILE, SIGNATURE_FILE, CATALOG_FILE]) {
    const { [name]: _, ...others } = updateFiles();
    expect(await refusalOf(others)).toEqual({ why: `there is no ${name}`, remedy: 'Put it there.' });
  }
});

test('a manifest or a signature that is too large is not looked at', async () => {
  const large = signed(encode(`${' '.repeat(20_000)}{}`));
  expect(await refusalOf(large)).toEqual({ why: 'catalog-update.json is larger than 16384 bytes', remedy: AGAIN });
  const long = { ...updateFiles(), [SIGNATURE_FILE]: encode('0'.repeat(500)) };
  expect(await refusalOf(long)).toEqual({ why: 'catalog-update.json.sig is larger than 200 bytes', remedy: AGAIN });
});

test('sizes that no update has', async () => {
  const files = [{ name: CATALOG_FILE, size: 40_000_000, sha256: '0'.repeat(64) }];
  expect(await refusalOf(updateFiles({ files }))).toEqual({
    why: 'it is larger than any update: 40000000 bytes, of at most 33554432',
    remedy: AGAIN,
  });
});

test('names that lead out of the folder', async () => {
  const entry = { size: 2, sha256: sha256(encode('{}')) };
  for (const name of ['../state.json', '..', '/etc/passwd', 'a/b', 'c:x', '.hidden', 'A', '', 'a\u0000b', 7]) {
    const files = [
      { name: CATALOG_FILE, ...entry },
      { name, ...entry },
    ];
    expect(await refusalOf(updateFiles({ files }))).toEqual({
      why: `catalog-update.json is no manifest of an update: ${JSON.stringify(name)} is no plain name of a file`,
      remedy: AGAIN,
    });
  }
});

test('a newer format', async () => {
  expect(await refusalOf(updateFiles({ format: 2, files: 'elsewhere' }))).toEqual({
    why: 'it is in format 2, and this version of Stackpin reads format 1',
    remedy: NEWER,
  });
});

test('keys that a later version adds to the format are ignored', async () => {
  const files = updateFiles({ mirrors: ['https://mirror.example'], notes: 'news' });
  expect((await takeUpdate(sourceOf(files), contextWith())).kind).toBe('taken');
});

test('a catalog of a newer minor form is taken, and it is counted what is left out of it', async () => {
  const rule = { when: '*', with: 'beta', level: 'discouraged', source: 'https://example.com', checked: '2026-12-01' };
  const alpha = sample({ id: 'alpha', compatibility: [rule as never, { ...rule, level: 'tested', tested: '*' }] });
  const bytes = compileCatalog({ name: 'bundled', version: '2026.12.0', updated: '2026-12-15' }, [alpha], encode, 1);
  const outcome = await takeUpdate(sourceOf(updateFiles({}, FIRST, { [CATALOG_FILE]: bytes })), contextWith());
  expect(outcome).toMatchObject({ kind: 'taken', update: { leftOut: 1 } });
});

test('a signed catalog that cannot be used', async () => {
  const whole = catalogBytes();
  const refusedCatalog = (bytes: Uint8Array, changes: { readonly [key: string]: unknown } = {}) =>
    refusalOf(updateFiles(changes, FIRST, { [CATALOG_FILE]: bytes }));
  expect(await refusedCatalog(whole.subarray(0, whole.length - 10))).toEqual({
    why: `its catalog cannot be used: it is damaged: it has ${whole.length - 10} bytes instead of ${whole.length}`,
    remedy: AGAIN,
  });
  expect(await refusedCatalog(encode('<!DOCTYPE html>\n'))).toEqual({
    why: 'its catalog cannot be used: it is no catalog that was made for this version of Stackpin',
    remedy: AGAIN,
  });
  expect(await refusedCatalog(encode(decode(whole).replace('stackpin-catalog-2', 'stackpin-catalog-3')))).toEqual({
    why: 'its catalog cannot be used: it was made for a newer Stackpin (stackpin-catalog-3; this one reads stackpin-catalog-2)',
    remedy: NEWER,
  });
  expect(await refusedCatalog(encode(decode(whole).replace(/Beta(?=.*\n$)/, 'BETA')))).toEqual({
    why: 'its catalog cannot be used: it is damaged where it describes beta',
    remedy: AGAIN,
  });
  expect(await refusedCatalog(catalogBytes('2025.1.0', '2025-01-01'))).toEqual({
    why: 'its catalog cannot be used: it is 2025.1.0 (2025-01-01) instead of 2026.12.0 (2026-12-15)',
    remedy: AGAIN,
  });
});

const ROOM = 'Make room or give yourself permission there, and try again.';

test('a disk that is full, at the catalog or at the state', async () => {
  for (const name of ['.catalog.jsonl', STATE_FILE]) {
    const context = await used();
    const before = new Map(context.store.files);
    context.store.faults.set(name, { failed: 'there is no space left' });
    expect(await takeUpdate(sourceOf(updateFiles()), context)).toEqual({
      kind: 'refused',
      why: 'cannot write in /data/catalog: there is no space left',
      remedy: ROOM,
    });
    expect(context.store.files).toEqual(before);
  }
});

test('a disk that loses the end of what is written', async () => {
  const context = await used();
  const before = new Map(context.store.files);
  context.store.faults.set('.catalog.jsonl', (bytes) => bytes.subarray(0, 10));
  expect(await takeUpdate(sourceOf(updateFiles()), context)).toEqual({
    kind: 'refused',
    why: 'cannot write in /data/catalog: what was written there is not what is read from it',
    remedy: ROOM,
  });
  expect(context.store.files).toEqual(before);
});

test('a folder that another process keeps for itself', async () => {
  const store = { ...contextWith().store, alone: async () => ({ failed: 'another update is being written' }) };
  const outcome = await takeUpdate(sourceOf(updateFiles()), contextWith({ store }));
  expect(outcome).toEqual({
    kind: 'refused',
    why: 'cannot write in /data/catalog: another update is being written',
    remedy: ROOM,
  });
  expect(store.files.size).toBe(0);
});

test('of several at once the newest stays, in whatever order they come', async () => {
  const updates = [2026120200, 2026121500, 2026120300, 2026121400, 2026120200].map((serial) => updateFiles({ serial }));
  for (const turned of [updates, [...updates].reverse()]) {
    const context = await used();
    const outcomes = await Promise.all(turned.map((files) => takeUpdate(sourceOf(files), context)));
    expect(outcomes.some(({ kind }) => kind === 'taken')).toBe(true);
    const { highest, current } = await stateIn(context);
    expect([highest.serial, current?.serial]).toEqual([2026121500, 2026121500]);
    expect([...context.store.files.keys()].sort()).toEqual([current?.file, STATE_FILE]);
  }
});

test('a host without Ed25519', async () => {
  const unsupported = webCrypto({
    importKey: async () => {
      throw new DOMException('Unrecognized name.', 'NotSupportedError');
    },
  } as never);
  for (const crypto of [unsupported, { ...webCrypto(), verify: async () => 'unable' as const }]) {
    expect(await refusalOf(updateFiles(), { crypto })).toEqual({
      why: 'signatures cannot be checked here: the Web Crypto of this host knows no Ed25519',
      remedy: 'Use Node 20 or newer, or a current browser.',
    });
  }
});

test('a built-in key that is none signs nothing', async () => {
  const broken = { ...keyPair('test-1'), publicKey: 'ff' };
  expect(await refusalOf(updateFiles(), { trust: { ...TRUST, keys: [broken] } })).toEqual({
    why: SIGNATURE,
    remedy: AGAIN,
  });
});

test('a damaged state counts as none, and is written anew', async () => {
  const context = await used();
  context.store.files.set(STATE_FILE, encode('{"sum": 1, "state": {}}'));
  expect((await takeUpdate(sourceOf(updateFiles()), context)).kind).toBe('taken');
  expect(readState(context.store.files.get(STATE_FILE) ?? new Uint8Array(), { decode, encode })?.highest.serial).toBe(
    2026121500,
  );
});
