import { expect, test } from 'vitest';
import bundle from '../../server/generated/catalog.js';
import { bundleOf, openCatalog } from '../../server/src/catalog/loader.ts';
import { sample } from './sample.ts';

const METADATA = { name: 'test', version: '1', updated: '2026-11-23' };

test('opening the bundle decodes nothing; each entry is decoded when it is asked for, once', () => {
  const catalog = openCatalog(bundle);
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
  const catalog = openCatalog(bundle);
  for (const id of ['__proto__', 'constructor', 'toString', 'no-such-component', '']) {
    expect(catalog.component(id)).toBeUndefined();
    expect(catalog.summary(id)).toBeUndefined();
    expect(catalog.idOfAlias(id)).toBeUndefined();
  }
});

test('the bundle says which catalog it is, and the index agrees with the entries', () => {
  const catalog = openCatalog(bundle);
  expect(catalog.metadata).toEqual({ name: 'bundled', version: '2026.11.0', updated: '2026-11-23' });
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

test('a bundle is made of components in any order', () => {
  const beta = sample({ id: 'beta', aliases: ['b'] });
  const catalog = openCatalog(bundleOf(METADATA, [beta, sample({ id: 'alpha' })]));
  expect(catalog.ids()).toEqual(['alpha', 'beta']);
  expect(catalog.component('beta')).toEqual(beta);
  expect(catalog.idOfAlias('b')).toBe('beta');
});
