import { describe, expect, test } from 'vitest';
import type { Targets } from '../../../server/src/resolve/plan/plan.ts';
import { newestTargets, supportedTargets } from '../../../server/src/resolve/plan/targets/newestTargets.ts';
import { setTargets, stackTargets } from '../../../server/src/resolve/plan/targets/setTargets.ts';
import { bundledCatalog } from '../../support/compiled.ts';
import { LIMITS, madeUp, stackOf, TODAY } from './plans.ts';

const catalog = madeUp();
const context = { catalog, date: TODAY };

/** What became of it, in lines. */
function told(targets: Targets): readonly string[] {
  switch (targets.kind) {
    case 'targets':
      return [...[...targets.target].map(([instance, version]) => `${instance} ${version}`), ...targets.notes];
    case 'refused':
      return targets.problems;
    case 'blocked':
      return targets.blockedBy.map(({ instance, from, to, statement }) => `${instance} ${from} -> ${to}: ${statement}`);
  }
}

function set(components: string, wanted: { readonly [name: string]: string }, bundled = catalog): readonly string[] {
  const running = stackOf(bundled, components);
  return told(setTargets(running, new Map(Object.entries(wanted)), { catalog: bundled, date: TODAY }, LIMITS));
}

describe('versions that are asked for', () => {
  test('others move as far as they have to', () => {
    const components = '  cluster: 1.2.0\n  mesh: 1.0.0\n  store: 7.0.0\n';
    expect(set(components, { cluster: '1.4.0' })).toEqual(['cluster 1.4.0', 'mesh 3.0.0', 'store 7.0.0']);
  });

  test('of a line or a range the newest that fits', () => {
    expect(set('  cluster: 1.2.0\n  mesh: 1.0.0\n', { cluster: '1.3' })).toEqual(['cluster 1.3.1', 'mesh 2.0.1']);
    expect(set('  cluster: 1.2.0\n  mesh: {version: 2.0.0, locked: true}\n', { cluster: '>=1.2' })).toEqual([
      'cluster 1.3.1',
      'mesh 2.0.0',
    ]);
  });

  test('by the key, or for all pins of a component', () => {
    const components = '  east: {component: cluster, version: 1.1.0}\n  west: {component: cluster, version: 1.2.0}\n';
    expect(set(components, { east: '1.3.0' })).toEqual(['east 1.3.0', 'west 1.2.0']);
    expect(set(components, { cluster: '1.3.0' })).toEqual(['east 1.3.0', 'west 1.3.0']);
  });

  test("of software of one's own", () => {
    expect(set('  own: 1.0.0\n  cluster: 1.2.0\n', { own: '2.0.0' })).toEqual(['own 2.0.0', 'cluster 1.2.0']);
  });

  test('mistakes are told', () => {
    const components = '  cluster: {version: 1.2.0, allow: "<1.4"}\n  mesh: {version: 1.0.0, locked: true}\n';
    expect(set(components, { clutser: '1.3.0', mesh: '2.0.0' })).toEqual([
      'The stack has no "clutser": name a key under components, or a component that it pins.',
      'mesh is locked at 1.0.0.',
    ]);
    expect(set(components, { cluster: '1.4.0' })).toEqual([
      'cluster may be moved within <1.4 only, and 1.4.0 is outside.',
    ]);
    expect(set(components, { cluster: '1.9' })).toEqual(['No version of Cluster that could be used is known in 1.9.']);
    expect(set(components, { cluster: '<1.0' })).toEqual([
      'No version of Cluster that could be used is known in <1.0.',
    ]);
    expect(set(components, { cluster: 'new one' })).toEqual([
      '"new one" is no version, release line or range of Cluster.',
    ]);
  });

  test('what cannot be is told with what is in the way', () => {
    const components = '  cluster: 1.2.0\n  plugin: 1.0.0\n  mesh: 1.0.0\n';
    expect(set(components, { cluster: '1.3.0' })).toEqual([
      'cluster 1.2.0 -> 1.3.0: Plugin 1.0.0 does not work with Cluster 1.3.0.',
      'plugin 1.0.0 -> 1.0.0: plugin stays at 1.0.0. Plugin 1.0.0 does not work with Cluster 1.3.0.',
    ]);
    const locked = '  cluster: 1.2.0\n  mesh: {version: 1.0.0, locked: true}\n';
    expect(set(locked, { cluster: '1.4.0' })).toEqual([
      'cluster 1.2.0 -> 1.4.0: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.4.0.',
      'mesh 1.0.0 -> 1.0.0: mesh is locked at 1.0.0. Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.4.0.',
    ]);
  });

  test('a pair that was as bad may stay so', () => {
    expect(set('  cluster: 1.1.0\n  mesh: 3.0.0\n  viewer: 1.0.0\n', { viewer: '2.0.0' })).toEqual([
      'cluster 1.1.0',
      'mesh 3.0.0',
      'viewer 2.0.0',
    ]);
  });

  test('on the bundled catalog', () => {
    const components = '  kubernetes: 1.31.4\n  istio: 1.24.2\n  cert-manager: 1.16.2\n  postgresql: "17.5"\n';
    expect(set(components, { kubernetes: '1.34' }, bundledCatalog())).toEqual([
      'kubernetes 1.34.11',
      'istio 1.30.3',
      'cert-manager 1.20.3',
      'postgresql 17.5',
    ]);
  });

  test('nothing is known at the bound', () => {
    const running = stackOf(catalog, '  cluster: 1.2.0\n  mesh: 1.0.0\n');
    const wanted = new Map([['cluster', '1.4.0']]);
    expect(setTargets(running, wanted, context, { steps: 100_000, isCancelled: () => true })).toEqual({
      kind: 'blocked',
      blockedBy: [],
      proven: false,
    });
  });
});

describe('another stack', () => {
  test('is taken over where it has the same pins', () => {
    const running = stackOf(catalog, '  cluster: 1.2.0\n  mesh: 1.0.0\n  store: 7.0.0\n');
    const other = stackOf(catalog, '  cluster: 1.3.1\n  store: {component: mesh, version: 2.0.0}\n  viewer: 1.0.0\n');
    expect(told(stackTargets(running, other))).toEqual([
      'cluster 1.3.1',
      'mesh 1.0.0',
      'store 7.0.0',
      'mesh is not in the target: the plan keeps it where it is, and to remove it is no step of it.',
      'store is store here and mesh in the target: the plan keeps it, and to replace it is no step of it.',
      'viewer is only in the target: to add it is no step of the plan.',
    ]);
  });
});

describe('the newest', () => {
  const newest = (components: string, bundled = catalog) =>
    told(newestTargets(stackOf(bundled, components), { catalog: bundled, date: TODAY }, LIMITS));

  test('that go together', () => {
    expect(newest('  cluster: 1.1.0\n  mesh: 1.0.0\n  store: 7.0.0\n')).toEqual([
      'cluster 1.4.1',
      'mesh 3.0.0',
      'store 9.1.0',
    ]);
    expect(newest('  cluster: 1.2.0\n  runtime: 1.2.0\n  mesh: {version: 2.0.0, allow: "<3"}\n')).toEqual([
      'cluster 1.3.1',
      'runtime 1.3.0',
      'mesh 2.0.1',
    ]);
  });

  test('without what is locked, and never back', () => {
    expect(newest('  cluster: {version: 1.2.0, locked: true}\n  mesh: 1.0.0\n')).toEqual([
      'cluster 1.2.0',
      'mesh 2.0.1',
    ]);
    expect(newest('  cluster: 1.9.0\n')).toEqual(['cluster 1.9.0']);
  });

  test('a pair that is not good becomes so where it can, and is no worse where it cannot', () => {
    const components = '  cluster: 1.1.0\n  mesh: {version: 3.0.0, locked: true}\n';
    expect(newest(components)).toEqual(['cluster 1.4.1', 'mesh 3.0.0']);
    const bad = '  cluster: {version: 1.1.0, allow: "<1.3"}\n  mesh: {version: 3.0.0, locked: true}\n';
    expect(newest(bad)).toEqual(['cluster 1.1.0', 'mesh 3.0.0']);
    const queue = '  rabbitmq: 4.3.5\n  erlang: 26.2.5.21\n';
    expect(newest(queue, bundledCatalog())).toEqual(['rabbitmq 4.3.5', 'erlang 27.3.4.16']);
    // What cannot be mended leaves the others good.
    const hopeless = '  kubernetes: {version: 1.28.2, locked: true}\n  istio: {version: 1.30.3, locked: true}\n';
    expect(newest(hopeless + queue, bundledCatalog())).toEqual([
      'kubernetes 1.28.2',
      'istio 1.30.3',
      'rabbitmq 4.3.5',
      'erlang 27.3.4.16',
    ]);
  });

  test('on the bundled catalog', () => {
    const components = '  kubernetes: 1.33.4\n  istio: 1.26.2\n  cilium: 1.17.1\n  rabbitmq: 4.0.5\n  erlang: "26.2"\n';
    expect(newest(components, bundledCatalog())).toEqual([
      'kubernetes 1.36.4',
      'istio 1.30.3',
      'cilium 1.20.1',
      'rabbitmq 4.3.5',
      'erlang 27.3.4.16',
    ]);
  });
});

describe('in support until a day', () => {
  const until = (components: string, day: string, bundled = catalog) =>
    told(supportedTargets(stackOf(bundled, components), day, { catalog: bundled, date: TODAY }, LIMITS));

  test('only what has to move moves, and what goes with it', () => {
    expect(until('  cluster: 1.2.0\n  mesh: 1.0.0\n  bridge: 1.0.0\n', '2026-12-31')).toEqual([
      'cluster 1.3.1',
      'mesh 2.0.1',
      'bridge 1.0.0',
      'Nothing is known of the support of cluster, mesh, bridge: the plan takes it that it goes on.',
    ]);
  });

  test('a pin that cannot last is in the way', () => {
    expect(until('  cluster: {version: 1.1.0, allow: "<1.3"}\n', '2026-12-31')).toEqual([
      'cluster 1.1.0 -> 1.2.1: No version of Cluster that it may take is known to be in support until 2026-12-31. Cluster 1.2.1 is the longest, until 2026-10-01.',
    ]);
    expect(until('  cluster: {version: 1.1.0, locked: true}\n', '2026-12-31')).toEqual([
      'cluster 1.1.0 -> 1.1.0: cluster is locked at 1.1.0. Cluster 1.1.0 is in support until 2026-06-01.',
    ]);
  });

  test('on the bundled catalog', () => {
    const components = '  kubernetes: 1.33.4\n  istio: 1.26.2\n  postgresql: "14.5"\n';
    expect(until(components, '2027-03-31', bundledCatalog())).toEqual([
      'istio 1.26.2 -> 1.30.3: No version of Istio that it may take is known to be in support until 2027-03-31. Istio 1.30.3 is the longest, until 2026-11-30.',
    ]);
    expect(until(components, '2030-01-01', bundledCatalog())).toEqual([
      'kubernetes 1.33.4 -> 1.37.1: No version of Kubernetes that it may take is known to be in support until 2030-01-01. Kubernetes 1.37.1 is the longest, until 2027-10-28.',
    ]);
  });
});
