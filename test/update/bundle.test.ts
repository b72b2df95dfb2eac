/** A bundle in one file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleSource } from '../../server/src/update/bundle.ts';
import { CATALOG_FILE, isRefusal, MANIFEST_FILE, SIGNATURE_FILE } from '../../server/src/update/parts.ts';
import { takeUpdate } from '../../server/src/update/take.ts';
import { catalogBytes, contextWith, decode, encode, FIRST, oneFile, updateFiles } from './bundles.ts';

const TEXTS = { decode, encode };
const AGAIN = 'Get the update again from whoever publishes it.';
const FILES = updateFiles({}, FIRST, { [CATALOG_FILE]: catalogBytes(), 'notes.md': encode('# News\n') });
const WHOLE = oneFile(FILES);

/** What comes of bytes. */
async function outcomeOf(bytes: Uint8Array): Promise<unknown> {
  const context = contextWith();
  const source = bundleSource('new.update', bytes, TEXTS);
  const outcome = isRefusal(source) ? { kind: 'refused', ...source } : await takeUpdate(source, context);
  if (outcome.kind === 'refused') expect(context.store.files.size).toBe(0);
  return outcome;
}

test('it holds what a folder holds', async () => {
  const source = bundleSource('new.update', WHOLE, TEXTS);
  if (isRefusal(source)) throw new Error(source.why);
  const signed = await source.signed();
  if (isRefusal(signed)) throw new Error(signed.why);
  expect(signed.manifest).toEqual(FILES[MANIFEST_FILE]);
  expect(decode(signed.signature)).toBe(decode(FILES[SIGNATURE_FILE] ?? new Uint8Array()).trim());
  for (const name of [CATALOG_FILE, 'notes.md']) expect(await source.file(name, 0)).toEqual(FILES[name]);
  expect(await outcomeOf(WHOLE)).toMatchObject({ kind: 'taken', update: { source: 'new.update', serial: 2026121500 } });
});

test('what is something else, and what is of a later format', async () => {
  const why = 'new.update is no update of the catalog';
  for (const text of ['', '\n', '<!DOCTYPE html>\n', 'stackpin-catalog-update 1 x y\n', 'PK\u0003\u0004']) {
    expect(await outcomeOf(encode(text))).toEqual({ kind: 'refused', why, remedy: AGAIN });
  }
  expect(await outcomeOf(encode('stackpin-catalog-update 2 100 abc\n'))).toEqual({
    kind: 'refused',
    why: 'new.update is in a newer format than this version of Stackpin reads',
    remedy: 'Install a newer Stackpin, which brings a newer catalog with it; that also works without a network.',
  });
});

test('wherever it is cut off, it is refused', async () => {
  for (let length = 0; length < WHOLE.length; length += 7) {
    expect(await outcomeOf(WHOLE.subarray(0, length))).toMatchObject({ kind: 'refused' });
  }
  const why = 'new.update is cut off';
  expect(await outcomeOf(WHOLE.subarray(0, 400))).toEqual({ kind: 'refused', why, remedy: AGAIN });
  expect(await outcomeOf(WHOLE.subarray(0, WHOLE.length - 1))).toEqual({ kind: 'refused', why, remedy: AGAIN });
});

test('with anything behind it, it is refused', async () => {
  expect(await outcomeOf(new Uint8Array([...WHOLE, 10]))).toEqual({
    kind: 'refused',
    why: 'new.update has more in it than its manifest names',
    remedy: AGAIN,
  });
});

test('no change of a byte, and no other bytes, are taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(WHOLE.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const bytes = WHOLE.slice();
      bytes[at] = (bytes[at] ?? 0) ^ bits;
      expect(await outcomeOf(bytes)).toMatchObject({ kind: 'refused' });
    }),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect(await outcomeOf(bytes)).toMatchObject({ kind: 'refused' });
    }),
  );
});
