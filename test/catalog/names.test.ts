import { expect, test } from 'vitest';
import { nearestIds } from '../../server/src/catalog/names.ts';
import { bundledCatalog, catalogOf } from '../support/compiled.ts';
import { sample } from './sample.ts';

const catalog = catalogOf({ name: 'test', version: '1', updated: '2026-11-23' }, [
  sample({ id: 'kubernetes', name: 'Kubernetes', aliases: ['k8s'] }),
  sample({ id: 'kubelet', name: 'kubelet' }),
  sample({ id: 'kubectl', name: 'kubectl' }),
  sample({ id: 'apache-http-server', name: 'Apache HTTP Server', aliases: ['httpd', 'apache'] }),
  sample({ id: 'k0s', name: 'k0s' }),
  sample({ id: 'nova', name: 'Nova' }),
  sample({ id: 'nomad', name: 'Nomad' }),
]);

test.each([
  ['k8s', ['kubernetes']],
  ['k9s', ['k0s', 'kubernetes']],
  ['kuberntes', ['kubernetes']],
  ['Kubernetes', ['kubernetes']],
  ['kubelt', ['kubelet', 'kubectl']],
  ['Apache HTTP Server', ['apache-http-server']],
  ['apache_http_server', ['apache-http-server']],
  ['htpd', ['apache-http-server']],
  ['Apach', ['apache-http-server']],
  ['novaa', ['nova', 'nomad']],
])('%s may have meant %j', (name, ids) => {
  expect(nearestIds(catalog, name, 3)).toEqual(ids);
});

test('nothing far away is offered', () => {
  for (const name of ['', 'x', 'zz', 'in-house-gateway', 'reporting-db', 'k'.repeat(10_000)]) {
    expect(nearestIds(catalog, name, 3)).toEqual([]);
  }
});

test('no more are offered than asked for', () => {
  expect(nearestIds(catalog, 'kubelt', 1)).toEqual(['kubelet']);
});

test('a long name with a letter more, another letter or two is found again, among all of the bundled catalog', () => {
  const bundled = bundledCatalog();
  const ids = bundled.ids().filter((id) => id.length >= 9);
  expect(ids.length).toBeGreaterThan(100);
  for (const [index, id] of ids.entries()) {
    const [before, after] = [id.slice(0, index % id.length), id.slice(index % id.length)];
    for (const wrong of [`${before}q${after}`, `${before}q${after.slice(1)}`, `${before}qz${after.slice(1)}`]) {
      expect(nearestIds(bundled, wrong, ids.length), wrong).toContain(id);
    }
  }
});
