import { expect, test } from 'vitest';
import { type CatalogComplaint, catalogStore } from '../../server/src/workspace/catalogs.ts';
import { testCatalog } from '../support/catalog.ts';

const HEAD =
  'apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: acme, updated: 2026-11-01, source: https://acme.example}\n';
const GATEWAY = `${HEAD}components:
  gateway:
    name: Gateway
    layer: ingress
    description: Ours.
    status: active
    versions: {scheme: semver, checked: 2026-11-01, lines: [{line: "1.0", versions: [1.0.0]}]}
`;

function store(files: Map<string, string>) {
  const bundled = testCatalog();
  const complaints: CatalogComplaint[] = [];
  const reads: string[] = [];
  const catalogs = catalogStore(
    async () => bundled,
    async (uri) => {
      reads.push(uri);
      return files.get(uri) ?? { failed: 'there is no such file' };
    },
    (complaint) => complaints.push(complaint),
  );
  return { bundled, catalogs, complaints, reads };
}

test('a file is laid over the bundled catalog, and read once', async () => {
  const { bundled, catalogs, complaints, reads } = store(new Map([['file:///a', GATEWAY]]));
  expect(await catalogs.catalogFor([])).toBe(bundled);
  const catalog = await catalogs.catalogFor(['file:///a']);
  expect(catalog.ids()).toEqual([...bundled.ids(), 'gateway'].sort());
  // The same object again: what was parsed of a component is remembered by its object.
  expect(await catalogs.catalogFor(['file:///a'])).toBe(catalog);
  expect(reads).toEqual(['file:///a']);
  expect(complaints).toEqual([]);
});

test('a file that changed is read again when it is forgotten', async () => {
  const files = new Map([['file:///a', GATEWAY]]);
  const { catalogs } = store(files);
  const before = await catalogs.catalogFor(['file:///a']);
  files.set('file:///a', GATEWAY.replace('gateway:', 'edge:'));
  expect(await catalogs.catalogFor(['file:///a'])).toBe(before);
  catalogs.forget('file:///a');
  const after = await catalogs.catalogFor(['file:///a']);
  expect([after.component('gateway'), after.component('edge')?.name]).toEqual([undefined, 'Gateway']);
});

test('a file that cannot be used is left out and told once, until it is wrong in another way', async () => {
  const files = new Map([['file:///a', GATEWAY]]);
  const { catalogs, complaints } = store(files);
  const ask = async () => {
    catalogs.forget('file:///b');
    return (await catalogs.catalogFor(['file:///b', 'file:///a'])).component('gateway')?.name;
  };
  expect([await ask(), await ask()]).toEqual(['Gateway', 'Gateway']);
  expect(complaints).toEqual([{ uri: 'file:///b', messages: ['It cannot be read: there is no such file.'] }]);
  files.set('file:///b', '');
  await ask();
  expect(complaints.slice(1)).toEqual([
    {
      uri: 'file:///b',
      messages: [
        'Line 1: This document is empty. A catalog begins with "apiVersion: stackpin/v1" and "kind: Catalog", and describes its components under "components".',
      ],
    },
  ]);
  files.set('file:///b', `${HEAD}components: {}\n`);
  await ask();
  files.delete('file:///b');
  await ask();
  expect(complaints).toHaveLength(3);
});
