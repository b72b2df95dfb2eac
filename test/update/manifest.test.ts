/** `catalog-update.json`: what is read of it, and that its schema says the same. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimedKey, readManifest } from '../../server/src/update/manifest.ts';
import { CATALOG_FILE } from '../../server/src/update/parts.ts';
import { catalogBytes, manifestOf, sha256 } from './bundles.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../../schemas/catalog-update.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv2020({ strictTypes: false }).compile(SCHEMA);

const GOOD = manifestOf({ [CATALOG_FILE]: catalogBytes() }, { next: '2027-01-20' });
const AGAIN = 'Get the update again from whoever publishes it.';

test('a manifest is read as it is written', () => {
  const bytes = catalogBytes();
  expect(readManifest(JSON.stringify(GOOD))).toEqual({
    serial: 2026121500,
    created: '2026-12-16',
    expires: '2027-12-31',
    next: '2027-01-20',
    key: 'test-1',
    catalog: { version: '2026.12.0', updated: '2026-12-15' },
    files: [{ name: CATALOG_FILE, size: bytes.length, sha256: sha256(bytes) }],
  });
  expect(fits(GOOD)).toBe(true);
});

const entry = { name: CATALOG_FILE, size: 1, sha256: 'a'.repeat(64) };

test.each([
  [{ format: '1' }, '"format" is wrong or missing'],
  [{ format: undefined }, '"format" is wrong or missing'],
  [{ serial: 0 }, '"serial" is wrong or missing'],
  [{ serial: 1.5 }, '"serial" is wrong or missing'],
  [{ serial: '2026121500' }, '"serial" is wrong or missing'],
  [{ serial: 2 ** 53 }, '"serial" is wrong or missing'],
  [{ created: '2026-13-01' }, '"created" is wrong or missing'],
  [{ created: 20261201 }, '"created" is wrong or missing'],
  [{ expires: null }, '"expires" is wrong or missing'],
  [{ next: 'soon' }, '"next" is wrong or missing'],
  [{ key: '../keys' }, '"key" is wrong or missing'],
  [{ catalog: { version: '1\n2', updated: '2026-12-15' } }, '"catalog" is wrong or missing'],
  [{ catalog: [] }, '"catalog" is wrong or missing'],
  [{ files: {} }, '"files" is wrong or missing'],
  [{ files: [null] }, '"files" is wrong or missing'],
  [{ files: [] }, 'it names no bundled.catalog.jsonl'],
  [{ files: [{ ...entry, name: 'other.jsonl' }] }, 'it names no bundled.catalog.jsonl'],
  [{ files: [{ ...entry, size: -1 }] }, 'the size or the hash of bundled.catalog.jsonl is wrong'],
  [{ files: [{ ...entry, sha256: 'A'.repeat(64) }] }, 'the size or the hash of bundled.catalog.jsonl is wrong'],
  [{ files: [{ ...entry, name: '../x' }] }, '"../x" is no plain name of a file'],
  [{ files: Array.from({ length: 9 }, (_, at) => ({ ...entry, name: `${at}` })) }, 'it names more than 8 files'],
])('%j is told, and fits the schema as little', (changes, what) => {
  const manifest = JSON.parse(JSON.stringify({ ...GOOD, ...changes }));
  expect(readManifest(JSON.stringify(manifest))).toEqual({
    why: `catalog-update.json is no manifest of an update: ${what}`,
    remedy: AGAIN,
  });
  expect(fits(manifest)).toBe(false);
});

test('a name that is there twice, and text that is no JSON', () => {
  const why = 'catalog-update.json is no manifest of an update: ';
  const twice = JSON.stringify({ ...GOOD, files: [entry, entry] });
  expect(readManifest(twice)).toEqual({ why: `${why}it names bundled.catalog.jsonl twice`, remedy: AGAIN });
  for (const text of ['', '[]', 'null', '{', '<html>', '"x"']) {
    expect(readManifest(text)).toEqual({ why: `${why}it is no JSON object`, remedy: AGAIN });
    expect(claimedKey(text)).toBeUndefined();
  }
});

test('whatever is written, it is read or refused, and the schema agrees', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('2026-02-30', '__proto__', 1e21, -0));
  const key = fc.constantFrom('format', 'serial', 'created', 'expires', 'next', 'key', 'catalog', 'files');
  fc.assert(
    fc.property(fc.dictionary(key, odd, { noNullPrototype: true }), (changes) => {
      const manifest = JSON.parse(JSON.stringify({ ...GOOD, ...changes }));
      const read = readManifest(JSON.stringify(manifest));
      // The schema knows no calendar, and counts no bytes of all files.
      if (!('why' in read)) expect(fits(manifest)).toBe(true);
      else expect(fits(manifest) && !/\d{4}-\d\d-\d\d/.test(JSON.stringify(changes))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
