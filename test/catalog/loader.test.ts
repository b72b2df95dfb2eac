import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openCatalog } from '../../server/src/catalog/loader.ts';
import { bundledCatalog, COMPILED, catalogOf, compiled } from '../support/compiled.ts';
import { sample } from './sample.ts';

const METADATA = { name: 'test', version: '1', updated: '2026-11-24' };

test('opening the catalog decodes nothing; each entry is decoded when it is asked for, once', () => {
  const catalog = bundledCatalog();
  expect(catalog.decodedEntries()).toBe(0);
  expect(catalog.ids()).toContain('kubernetes');
  expect(catalog.summary('istio')?.layer).toBe('service-mesh');
  expect(catalog.idOfAlias('K8s')).toBe('kubernetes');
  expect(catalog.decodedEntries()).toBe(0);

  const istio = catalog.component('istio');
  expect(istio?.name).toBe('Istio');
  expect(catalog.component('kubernetes')?.name).toBe('Kubernetes');
  expect(catalog.component('istio')).toBe(istio);
  expect(catalog.decodedEntries()).toBe(2);
});

test('names of JavaScript objects are no components', () => {
  const catalog = bundledCatalog();
  for (const id of ['__proto__', 'constructor', 'toString', 'no-such-component', '']) {
    expect(catalog.component(id)).toBeUndefined();
    expect(catalog.summary(id)).toBeUndefined();
    expect(catalog.idOfAlias(id)).toBeUndefined();
  }
});

test('the catalog says which one it is, and the index agrees with the entries', () => {
  const catalog = bundledCatalog();
  expect(catalog.metadata).toEqual({ name: 'bundled', version: '2026.11.0', updated: '2026-11-24' });
  expect([...catalog.ids()].sort()).toEqual(catalog.ids());
  for (const id of catalog.ids()) {
    const component = catalog.component(id);
    expect({ id: component?.id, name: component?.name, status: component?.status }).toEqual({
      id,
      name: catalog.summary(id)?.name,
      status: catalog.summary(id)?.status,
    });
  }
});

test('every line of the file is JSON: head, index, and one component each', () => {
  const [, index = '', ...entries] = readFileSync(COMPILED, 'utf8').trimEnd().split('\n');
  const { components } = JSON.parse(index) as { components: { id: string }[] };
  expect(entries.map((entry) => (JSON.parse(entry) as { id: string }).id)).toEqual(components.map(({ id }) => id));
});

test('the catalog adds less than 1 MB to the packed extension', () => {
  // vsce packs at zlib's default level.
  expect(deflateRawSync(readFileSync(COMPILED)).length).toBeLessThan(1_000_000);
});

test('a catalog is made of components in any order, with names in any script', () => {
  const beta = sample({ id: 'beta', name: 'Бета — β', aliases: ['b'] });
  const catalog = catalogOf(METADATA, [beta, sample({ id: 'alpha', description: 'Größer.' })]);
  expect(catalog.ids()).toEqual(['alpha', 'beta']);
  expect(catalog.component('beta')).toEqual(beta);
  expect(catalog.component('alpha')?.description).toBe('Größer.');
  expect(catalog.idOfAlias('b')).toBe('beta');
});

test('a catalog of no components can be opened', () => {
  expect(catalogOf(METADATA, []).ids()).toEqual([]);
});

/** Opens bytes as a host does that keeps what it is told. */
function attempt(bytes: Uint8Array) {
  const damaged: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const result = openCatalog(bytes, {
    decode: (some) => decoder.decode(some),
    damaged: (id) => damaged.push(id),
  });
  return { result, damaged };
}

const whole = compiled(METADATA, [sample({ id: 'alpha' }), sample({ id: 'beta' }), sample({ id: 'gamma' })]);

test.each([
  ['nothing', new Uint8Array()],
  ['another file', new TextEncoder().encode('apiVersion: stackpin/v1\nkind: Catalog\n')],
  ['JSON without a head', new TextEncoder().encode('null\n{}\n')],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 10, 0])],
  ['another form', new TextEncoder().encode('{"format":"stackpin-catalog-0","index":2,"sum":0}\n{}\n')],
])('%s is refused', (_, bytes) => {
  expect(attempt(bytes).result).toEqual({ failed: 'it is no catalog that was made for this version of Stackpin' });
});

test('a catalog that was cut off anywhere is refused, and so is one with more behind it', () => {
  for (let length = 0; length < whole.length; length += 1) {
    const { failed } = attempt(whole.subarray(0, length)).result as { failed: string };
    expect(failed).toMatch(
      /^it is (no catalog that was made for this version of Stackpin|damaged: its index is not what was written|damaged: it has \d+ bytes instead of \d+)$/,
    );
  }
  expect(attempt(whole.subarray(0, whole.length - 1)).result).toEqual({
    failed: `it is damaged: it has ${whole.length - 1} bytes instead of ${whole.length}`,
  });
  expect(attempt(new Uint8Array([...whole, 10])).result).toEqual({
    failed: `it is damaged: it has ${whole.length + 1} bytes instead of ${whole.length}`,
  });
});

test('no changed byte goes unseen: the catalog is refused, or that component is told and is not there', () => {
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = whole.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { result, damaged } = attempt(bytes);
    if ('failed' in result) continue;
    const missing = result.ids().filter((id) => result.component(id) === undefined);
    expect(damaged).toEqual(missing);
    // The ends of the entries' lines carry nothing.
    if (whole[at] !== 10) expect(missing).toHaveLength(1);
    expect(result.component(missing[0] ?? '')).toBeUndefined();
    expect(damaged).toHaveLength(missing.length);
  }
});
