import { expect, test } from 'vitest';
import type { UserCatalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { bundledCatalog, catalogOf } from '../support/compiled.ts';
import { SOURCE, sample } from './sample.ts';

const METADATA = { name: 'base', version: '1', updated: '2026-11-23' };
const base = () =>
  catalogOf(METADATA, [
    sample({
      id: 'mesh',
      name: 'Mesh',
      aliases: ['m'],
      lines: [
        { line: '1.10', released: '2026-01-01', complete: true, versions: ['1.10.0', '1.10.2'] },
        { line: '1.9', versions: ['1.9.0'] },
      ],
      compatibility: [{ when: '*', with: 'cluster', level: 'supported', supported: '>=1.30', ...SOURCE }],
    }),
    sample({ id: 'cluster', name: 'Cluster' }),
  ]);

function user(components: string): UserCatalog {
  const { catalog, problems } = readCatalog(`apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://wiki.example.com"}
components:
${components}`);
  if (catalog === undefined) throw new Error(JSON.stringify(problems));
  return catalog;
}

test('without extras the base is returned as it is', () => {
  const catalog = base();
  expect(overlayCatalogs(catalog, [])).toBe(catalog);
  expect(overlayCatalogs(catalog, [user('  {}\n')])).toBe(catalog);
});

test('the same id adds lines, versions and statements', () => {
  const catalog = overlayCatalogs(base(), [
    user(`  mesh:
    aliases: [our-mesh]
    versions:
      lines:
        - {line: "1.11", versions: [1.11.0]}
        - {line: "1.10", versions: [1.10.1], withdrawn: [{version: 1.10.0, note: Loses requests.}]}
    compatibility:
      - {when: ">=1.10", with: cluster, level: broken, breaks: "1.31.0"}
`),
  ]);
  const mesh = catalog.component('mesh');
  expect(mesh?.name).toBe('Mesh');
  expect(mesh?.versions.source).toBe('https://example.com/releases');
  expect(mesh?.versions.lines).toEqual([
    { line: '1.11', source: 'https://wiki.example.com', versions: ['1.11.0'], withdrawn: [] },
    {
      line: '1.10',
      released: '2026-01-01',
      complete: true,
      source: 'https://wiki.example.com',
      versions: ['1.10.0', '1.10.1', '1.10.2'],
      withdrawn: [
        { version: '1.10.0', note: 'Loses requests.', source: 'https://wiki.example.com', checked: '2026-11-20' },
      ],
    },
    { line: '1.9', versions: ['1.9.0'] },
  ]);
  expect(mesh?.compatibility?.map(({ level, source }) => [level, source])).toEqual([
    ['broken', 'https://wiki.example.com'],
    ['supported', 'https://example.com/releases'],
  ]);
  expect(catalog.idOfAlias('Our-Mesh')).toBe('mesh');
  expect(catalog.idOfAlias('m')).toBe('mesh');
  expect(catalog.metadata).toEqual(METADATA);
});

test('replace takes the place of the whole component', () => {
  const catalog = overlayCatalogs(base(), [
    user(`  mesh:
    replace: true
    name: Our mesh
    versions: {lines: [{line: "7.0", versions: [7.0.0]}]}
`),
  ]);
  expect(catalog.component('mesh')).toEqual({
    id: 'mesh',
    name: 'Our mesh',
    layer: 'application',
    description: '',
    status: 'active',
    versions: {
      scheme: 'semver',
      source: 'https://wiki.example.com',
      checked: '2026-11-20',
      lines: [{ line: '7.0', versions: ['7.0.0'] }],
    },
  });
  expect(catalog.summary('mesh')?.name).toBe('Our mesh');
});

test('a new component stands among the others', () => {
  const catalog = overlayCatalogs(base(), [user('  gateway: {name: Gateway, layer: ingress, provides: [ingress]}\n')]);
  expect(catalog.ids()).toEqual(['cluster', 'gateway', 'mesh']);
  expect(catalog.summary('gateway')).toEqual({
    id: 'gateway',
    name: 'Gateway',
    layer: 'ingress',
    description: '',
    status: 'active',
    aliases: [],
    provides: ['ingress'],
  });
});

test('the last catalog lies on top', () => {
  const first = user('  mesh: {name: First, description: From the first.}\n');
  const second = user('  mesh: {name: Second}\n');
  const mesh = overlayCatalogs(base(), [first, second]).component('mesh');
  expect([mesh?.name, mesh?.description]).toEqual(['Second', 'From the first.']);
  const replaced = overlayCatalogs(base(), [first, user('  mesh: {replace: true, name: Third}\n')]).component('mesh');
  expect([replaced?.name, replaced?.description]).toEqual(['Third', '']);
});

test('entries of the base stay undecoded until they are asked for', () => {
  const below = bundledCatalog();
  const catalog = overlayCatalogs(below, [user('  gateway: {name: Gateway}\n  istio: {aliases: [mesh]}\n')]);
  expect(catalog.component('gateway')?.name).toBe('Gateway');
  expect(catalog.decodedEntries()).toBe(0);
  expect(catalog.component('istio')?.name).toBe('Istio');
  expect(catalog.decodedEntries()).toBe(1);
});
