/** scripts/sign-catalog.mjs: keys are made and replaced, and what it signs is taken by a program that has these keys. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleSource } from '../../server/src/update/bundle.ts';
import { isRefusal, type UpdateKey } from '../../server/src/update/parts.ts';
import { takeUpdate } from '../../server/src/update/take.ts';
import { catalogBytes, contextWith, decode, encode, sourceOf } from '../update/bundles.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/sign-catalog.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stackpin-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

function script(...args: readonly string[]) {
  const { STACKPIN_SIGNING_KEY: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args, '--keys', at('keys.json')], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout.replaceAll(folder, '$'), err: stderr.replaceAll(folder, '$') };
}

const keys = (): UpdateKey[] => JSON.parse(readFileSync(at('keys.json'), 'utf8')).keys;
const today = new Date().toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

beforeAll(() => {
  writeFileSync(at('catalog.jsonl'), catalogBytes('2020.1.0', '2020-01-15'));
  script('new-keys', at('private'));
});

test('two keys with different days, whose private halves nobody else can read', () => {
  expect(keys().map(({ id, from, until }) => [id, from, until.slice(0, 4)])).toEqual([
    [`${year}-1`, today, `${year + 2}`],
    [`${year}-2`, today, `${year + 4}`],
  ]);
  expect(readdirSync(at('private')).sort()).toEqual([`${year}-1.pem`, `${year}-2.pem`]);
  for (const name of readdirSync(at('private'))) expect(statSync(join(at('private'), name)).mode & 0o777).toBe(0o600);
  // A key is never written over.
  const before = keys();
  expect(script('new-keys', at('private'))).toMatchObject({ status: 1, err: expect.stringContaining('EEXIST') });
  expect(keys()).toEqual(before);
});

test('what it signs is taken, as a folder and as one file', async () => {
  const key = join(at('private'), `${year}-1.pem`);
  expect(script('sign', at('out'), '--private', key, '--catalog', at('catalog.jsonl'), '--count', '3')).toEqual({
    status: 0,
    out: `$/out: catalog 2020.1.0 (2020-01-15), serial 2020011503, key ${year}-1.\n`,
    err: '',
  });
  const names = ['bundled.catalog.jsonl', 'catalog-update.json', 'catalog-update.json.sig'];
  expect(readdirSync(at('out')).sort()).toEqual([...names, 'stackpin-catalog-2020011503.update']);
  const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(at('out'), name)))]));
  const context = () => contextWith({ trust: { keys: keys(), bundledSerial: 1 }, today });
  expect(await takeUpdate(sourceOf(files), context())).toMatchObject({ kind: 'taken', update: { serial: 2020011503 } });
  const one = new Uint8Array(readFileSync(join(at('out'), 'stackpin-catalog-2020011503.update')));
  const source = bundleSource('one', one, { decode, encode });
  if (isRefusal(source)) throw new Error(source.why);
  expect(await takeUpdate(source, context())).toMatchObject({ kind: 'taken', update: { serial: 2020011503 } });
});

test('what nobody would take is not signed', () => {
  const key = join(at('private'), `${year}-1.pem`);
  const sign = (...args: readonly string[]) => script('sign', at('bad'), '--catalog', at('catalog.jsonl'), ...args);
  expect(sign()).toMatchObject({ status: 1, err: expect.stringContaining('No private key: write --private FILE') });
  expect(sign('--private', key, '--days=-3')).toMatchObject({
    status: 1,
    err: expect.stringContaining('Nobody would take it: it could be taken until'),
  });
  expect(sign('--private', key, '--next', 'soon')).toMatchObject({
    status: 1,
    err: expect.stringContaining(
      'No such update can be signed: catalog-update.json is no manifest of an update: "next" is wrong or missing.',
    ),
  });
  expect(script('sign', at('bad'), '--private', key, '--catalog', at('keys.json'))).toMatchObject({
    status: 1,
    err: expect.stringContaining(
      'The catalog cannot be used: it is no catalog that was made for this version of Stackpin.',
    ),
  });
  expect(readdirSync(folder)).not.toContain('bad');
});

test('the key that ends first is replaced, and signs nothing any more', () => {
  const [, second] = keys();
  expect(script('next-key', at('private')).status).toBe(0);
  expect(keys().map(({ id }) => id)).toEqual([`${year}-2`, `${year}-3`]);
  expect(keys()[0]).toEqual(second);
  const key = join(at('private'), `${year}-1.pem`);
  expect(script('sign', at('bad'), '--private', key, '--catalog', at('catalog.jsonl'))).toMatchObject({
    status: 1,
    err: expect.stringContaining(`$/private/${year}-1.pem belongs to no key of`),
  });
});

test('without a command it says what there is', () => {
  expect(script()).toMatchObject({ status: 2, err: expect.stringContaining('sign-catalog.mjs new-keys FOLDER') });
});
