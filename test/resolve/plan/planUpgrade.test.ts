import { describe, expect, test } from 'vitest';
import { blockedBy, madeUp, movesOf, plan, planned, stackOf, stepsOf } from './plans.ts';

const catalog = madeUp();

describe('a plan', () => {
  const made = plan(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n', { cluster: '1.4.1', mesh: '3.0.0' });

  test('takes one component one step at a time, each where its neighbours let it', () => {
    expect(stepsOf(made)).toEqual([
      'cluster 1.1.0 -> 1.2.1: Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.0. Cluster goes one minor at a time.',
      'mesh 1.0.0 -> 2.0.1: Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Comes after Cluster 1.2.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.0.',
      'cluster 1.2.1 -> 1.3.1: Comes before Mesh 3.0.0: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2.1. Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
      'mesh 2.0.1 -> 3.0.0: Comes before Cluster 1.4.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1. Comes after Cluster 1.3.1: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2.1.',
      'cluster 1.3.1 -> 1.4.1: Comes after Mesh 3.0.0: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1.',
    ]);
  });

  test('tells every state', () => {
    expect(made.steps.map(({ state }) => [...state].join(' '))).toEqual([
      'cluster,1.2.1 mesh,1.0.0',
      'cluster,1.2.1 mesh,2.0.1',
      'cluster,1.3.1 mesh,2.0.1',
      'cluster,1.3.1 mesh,3.0.0',
      'cluster,1.4.1 mesh,3.0.0',
    ]);
  });

  test('tells its sources', () => {
    expect(made.steps.map(({ sources }) => sources)).toEqual([
      ['https://mesh.example/2', 'https://cluster.example/upgrade'],
      ['https://mesh.example/1', 'https://mesh.example/2'],
      ['https://mesh.example/3', 'https://mesh.example/1'],
      ['https://mesh.example/2', 'https://mesh.example/3'],
      ['https://mesh.example/2'],
    ]);
  });

  test('tells what is not good on the way', () => {
    expect(made.steps.map(({ findings }) => findings.map(({ message }) => message))).toEqual([
      ['Support for Cluster 1.2 ended on 2026-10-01.'],
      ['Support for Cluster 1.2 ended on 2026-10-01.'],
      [],
      [],
      [],
    ]);
  });

  test('is proven', () => {
    expect({ ...made, steps: made.steps.length }).toEqual({
      found: true,
      proven: true,
      start: new Map([
        ['cluster', '1.1.0'],
        ['mesh', '1.0.0'],
      ]),
      target: new Map([
        ['cluster', '1.4.1'],
        ['mesh', '3.0.0'],
      ]),
      startIsGood: true,
      startFindings: [
        {
          code: 'end-of-life',
          instances: ['cluster'],
          message: 'Support for Cluster 1.1 ended on 2026-06-01.',
          sources: ['https://made.example'],
        },
      ],
      steps: 5,
      outOfSupport: 3,
      outOfSupportProven: true,
      blockedBy: [],
      blockedByProven: true,
    });
  });
});

describe('steps', () => {
  test('follow the hops that upstream names', () => {
    expect(stepsOf(plan(catalog, '  store: 7.0.0\n', { store: '9.1.0' }))).toEqual([
      'store 7.0.0 -> 7.2.0: Store 9.1.0 is reached from 8.4 up to but not including 9.0.',
      'store 7.2.0 -> 8.4.0: Store 9.1.0 is reached from 8.4 up to but not including 9.0. Support for Store 7 ended on 2026-07-01.',
      'store 8.4.0 -> 9.1.0: Nothing has to move before or after it.',
    ]);
  });

  test('none, where the target is another spelling of the start', () => {
    const { found, steps, target } = plan(catalog, '  cluster: v1.1.0\n', { cluster: 'v1.1.0' });
    expect({ found, steps, target }).toEqual({ found: true, steps: [], target: new Map([['cluster', '1.1.0']]) });
  });

  test('of what no catalog knows are made in one', () => {
    expect(stepsOf(plan(catalog, '  cluster: 1.1.0\n  own: 3.2.0\n', { own: '4.0.0' }))).toEqual([
      'own 3.2.0 -> 4.0.0: Nothing has to move before or after it.',
    ]);
  });

  test('mind what a distribution carries', () => {
    const target = { distribution: '14.0.0', mesh: '3.0.0' };
    expect(stepsOf(plan(catalog, '  distribution: 12.0.0\n  mesh: 1.0.0\n', target))).toEqual([
      'mesh 1.0.0 -> 2.0.1: Comes before Distribution 13.0.0: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3, which Distribution 13.0.0 carries. It is too early for Mesh 3.0.0: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2, which Distribution 12.0.0 carries.',
      'distribution 12.0.0 -> 13.0.0: Comes before Mesh 3.0.0: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2, which Distribution 12.0.0 carries. Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3, which Distribution 13.0.0 carries.',
      'mesh 2.0.1 -> 3.0.0: Comes before Distribution 14.0.0: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4, which Distribution 14.0.0 carries. Comes after Distribution 13.0.0: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2, which Distribution 12.0.0 carries.',
      'distribution 13.0.0 -> 14.0.0: Comes after Mesh 3.0.0: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4, which Distribution 14.0.0 carries.',
    ]);
  });

  test('never bring two together that are not run together', () => {
    const target = { viewer: '2.0.0', mesh: '3.0.0' };
    expect(stepsOf(plan(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n', target))).toEqual([
      'mesh 2.0.0 -> 3.0.0: Comes before Viewer 2.0.0: Mesh 2.0.0 and Viewer 2.0.0 are not run together. Both want the same port.',
      'viewer 1.0.0 -> 2.0.0: Comes after Mesh 3.0.0: Viewer 2.0.0 and Mesh 2.0.0 are not run together. Both want the same port.',
    ]);
  });

  test('bring them together where something stands between them', () => {
    const made = plan(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n  bridge: 1.0.0\n', { viewer: '2.0.0' });
    expect(movesOf(made)).toEqual(['viewer 1.0.0 -> 2.0.0']);
  });

  test('go back where the target does', () => {
    const target = { cluster: '1.2.1', mesh: '1.0.0' };
    expect(stepsOf(plan(catalog, '  cluster: 1.4.1\n  mesh: 3.0.0\n', target))).toEqual([
      'cluster 1.4.1 -> 1.3.1: The target is older than the start. Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1.',
      'mesh 3.0.0 -> 2.0.1: The target is older than the start. Comes before Cluster 1.2.1: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2.1.',
      'cluster 1.3.1 -> 1.2.1: The target is older than the start. Comes before Mesh 1.0.0: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
      'mesh 2.0.1 -> 1.0.0: The target is older than the start. Comes after Cluster 1.2.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
    ]);
  });

  test('are of each instance by itself', () => {
    const components =
      '  east: {component: cluster, version: 1.1.0}\n  west: {component: cluster, version: 1.2.0}\n  mesh: 1.0.0\n';
    expect(stepsOf(plan(catalog, components, { east: '1.3.1', west: '1.3.1', mesh: '2.0.1' }))).toEqual([
      'east 1.1.0 -> 1.2.1: Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.0. Cluster goes one minor at a time.',
      'mesh 1.0.0 -> 2.0.1: Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Comes after Cluster 1.2.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.0.',
      'east 1.2.1 -> 1.3.1: Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Support for Cluster 1.2 ended on 2026-10-01.',
      'west 1.2.0 -> 1.3.1: Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Support for Cluster 1.2 ended on 2026-10-01.',
    ]);
  });

  test('stop at nothing that the stack does not allow', () => {
    const components = '  store: {version: 7.0.0, allow: "<8 || 8.0.0 || >=9"}\n';
    expect(blockedBy(plan(catalog, components, { store: '9.1.0' }))).toEqual([
      'store 7.0.0 -> 9.1.0: No steps that upstream allows lead from Store 7.0.0 to 9.1.0, of those within <8 || 8.0.0 || >=9 that the stack allows. Store 9.1.0 is reached from 8.4 up to but not including 9.0. [https://store.example/upgrade]',
    ]);
    const wider = '  store: {version: 7.0.0, allow: "7.2.0 || 8.4.0 || >=9"}\n';
    expect(movesOf(plan(catalog, wider, { store: '9.1.0' }))).toEqual([
      'store 7.0.0 -> 7.2.0',
      'store 7.2.0 -> 8.4.0',
      'store 8.4.0 -> 9.1.0',
    ]);
  });

  test('begin with what is out of support', () => {
    const target = { viewer: '2.0.0', bridge: '1.0.0', store: '9.1.0', cluster: '1.3.1' };
    const made = plan(catalog, '  viewer: 1.0.0\n  store: 7.2.0\n  cluster: 1.2.0\n', target);
    expect(movesOf(made)).toEqual([
      'store 7.2.0 -> 8.4.0',
      'cluster 1.2.0 -> 1.3.1',
      'viewer 1.0.0 -> 2.0.0',
      'store 8.4.0 -> 9.1.0',
    ]);
    expect(made.outOfSupport).toBe(3);
  });
});

describe('a start that is not good', () => {
  const made = plan(catalog, '  cluster: 1.1.0\n  mesh: 3.0.0\n', { cluster: '1.3.1' });

  test('is said', () => {
    expect(made.startIsGood).toBe(false);
    expect(made.startFindings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unsupported: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.1.0.',
      'end-of-life: Support for Cluster 1.1 ended on 2026-06-01.',
    ]);
  });

  test('may stay as it is until it gets better', () => {
    expect(made.steps.map(({ to, findings }) => [to, ...findings.map(({ code }) => code)])).toEqual([
      ['1.2.1', 'unsupported', 'end-of-life'],
      ['1.3.1'],
    ]);
  });

  test('does not get worse', () => {
    const components = '  cluster: 1.2.0\n  mesh: 3.0.0\n  runtime: 1.2.0\n';
    expect(blockedBy(plan(catalog, components, { cluster: '1.3.1' }))).toEqual([
      'cluster 1.2.0 -> 1.3.1: Runtime 1.2.0 cannot work with Cluster 1.3.1: it needs 1.2. [https://runtime.example]',
      'runtime 1.2.0 -> 1.2.0: runtime stays at 1.2.0. Runtime 1.2.0 cannot work with Cluster 1.3.1: it needs 1.2. [https://runtime.example]',
    ]);
  });
});

describe('no plan', () => {
  test('where two would have to move at once', () => {
    const components = '  cluster: 1.3.1\n  runtime: 1.3.0\n  mesh: 2.0.0\n';
    const made = plan(catalog, components, { cluster: '1.4.1', runtime: '1.4.0', mesh: '3.0.0' });
    expect(blockedBy(made)).toEqual([
      'cluster 1.3.1 -> 1.4.1: Runtime 1.3.0 cannot work with Cluster 1.4.1: it needs 1.3. [https://runtime.example]',
      'runtime 1.3.0 -> 1.4.0: Runtime 1.4.0 cannot work with Cluster 1.3.1: it needs 1.4. [https://runtime.example]',
    ]);
    expect({ found: made.found, proven: made.proven, smallest: made.blockedByProven }).toEqual({
      found: false,
      proven: true,
      smallest: true,
    });
  });

  test('where a pin is locked', () => {
    const locked = '  cluster: {version: 1.1.0, locked: true}\n';
    expect(blockedBy(plan(catalog, locked, { cluster: '1.2.1' }))).toEqual([
      'cluster 1.1.0 -> 1.2.1: cluster is locked at 1.1.0. []',
    ]);
  });

  test('where a locked pin does not go with the target', () => {
    const components = '  cluster: 1.2.0\n  mesh: 2.0.0\n  runtime: {version: 1.2.0, locked: true}\n';
    expect(blockedBy(plan(catalog, components, { cluster: '1.3.1' }))).toEqual([
      'cluster 1.2.0 -> 1.3.1: Runtime 1.2.0 cannot work with Cluster 1.3.1: it needs 1.2. [https://runtime.example]',
      'runtime 1.2.0 -> 1.2.0: runtime is locked at 1.2.0. Runtime 1.2.0 cannot work with Cluster 1.3.1: it needs 1.2. [https://runtime.example]',
    ]);
  });

  test('where the target is outside of what the stack allows', () => {
    const components = '  cluster: {version: 1.1.0, allow: "<1.3"}\n';
    expect(blockedBy(plan(catalog, components, { cluster: '1.3.1' }))).toEqual([
      'cluster 1.1.0 -> 1.3.1: cluster may be moved within <1.3 only, and 1.3.1 is outside. []',
    ]);
  });

  test('where the target itself is not good', () => {
    const target = { cluster: '1.4.1', mesh: '2.0.1' };
    expect(blockedBy(plan(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n', target))).toEqual([
      'cluster 1.1.0 -> 1.4.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1. [https://mesh.example/2]',
      'mesh 1.0.0 -> 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1. [https://mesh.example/2]',
    ]);
  });

  test('where a pin that stays does not let another pass', () => {
    const components = '  cluster: 1.2.0\n  plugin: 1.0.0\n  mesh: 1.0.0\n';
    expect(blockedBy(plan(catalog, components, { cluster: '1.4.1', mesh: '3.0.0' }))).toEqual([
      'cluster 1.2.0 -> 1.4.1: Cluster goes one minor at a time. Plugin 1.0.0 does not work with Cluster 1.3.1. [https://cluster.example/upgrade,https://plugin.example]',
      'plugin 1.0.0 -> 1.0.0: plugin stays at 1.0.0. Plugin 1.0.0 does not work with Cluster 1.3.1. [https://plugin.example]',
    ]);
  });

  test('known at the bound', () => {
    const stack = stackOf(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n');
    const made = planned(stack, new Map([['cluster', '1.4.1']]).set('mesh', '3.0.0'), { steps: 0 });
    const { found, proven, steps, blockedBy: pins } = made;
    expect({ found, proven, steps, pins }).toEqual({ found: false, proven: false, steps: [], pins: [] });
  });
});
