import { describe, expect, test } from 'vitest';
import type { PrintedPlan, PrintedStep } from '../../../server/src/resolve/plan/verify/printed.ts';
import { bundledCatalog } from '../../support/compiled.ts';
import { madeUp, planned, printed, type Stack, stackOf, verified } from './plans.ts';

const catalog = madeUp();

/** A plan that holds, as it is printed, and the stack that it is for. */
function good(
  components: string,
  target: { readonly [instance: string]: string },
): { stack: Stack; shown: PrintedPlan } {
  const stack = stackOf(catalog, components);
  return { stack, shown: printed(planned(stack, new Map(Object.entries(target)))) };
}

/** The plan with steps put in place of some of its own. */
function spliced(shown: PrintedPlan, at: number, count: number, ...steps: readonly PrintedStep[]): PrintedPlan {
  return { ...shown, steps: shown.steps.toSpliced(at, count, ...steps) };
}

/** A plan of these moves: `cluster 1.1.0 1.2.1`. */
function moves(start: { readonly [instance: string]: string }, ...lines: readonly string[]): PrintedPlan {
  let state = { ...start };
  const steps = lines.map((line): PrintedStep => {
    const [instance = '', from = '', to = '', component = instance] = line.split(' ');
    state = { ...state, [instance]: to };
    return { instance, component, from, to, state };
  });
  return { start, target: state, steps };
}

describe('the chain of a plan', () => {
  const { stack, shown } = good('  cluster: 1.1.0\n  mesh: 1.0.0\n', { cluster: '1.4.1', mesh: '3.0.0' });
  const [first, second, third] = shown.steps;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too short.');

  test('holds as it was made', () => {
    expect(verified(stack, shown)).toEqual([]);
  });

  test('a step left out', () => {
    expect(verified(stack, spliced(shown, 1, 1))).toEqual([
      'Step 2 (cluster 1.2.1 to 1.3.1) changes mesh as well, from 1.0.0 to 2.0.1.',
    ]);
  });

  test('two steps the other way round', () => {
    expect(verified(stack, spliced(shown, 0, 2, second, first))).toEqual([
      'Step 1 (mesh 1.0.0 to 2.0.1) changes cluster as well, from 1.1.0 to 1.2.1.',
      'Step 2 (cluster 1.1.0 to 1.2.1) starts from 1.1.0, and cluster was at 1.2.1.',
      'Step 2 (cluster 1.1.0 to 1.2.1) changes mesh as well, from 2.0.1 to 1.0.0.',
      'Step 3 (cluster 1.2.1 to 1.3.1) changes mesh as well, from 1.0.0 to 2.0.1.',
    ]);
  });

  test('the last step left out', () => {
    expect(verified(stack, spliced(shown, 4, 1))).toEqual([
      'The plan ends with cluster at 1.3.1, and its target is 1.4.1.',
    ]);
  });

  test('a state that hides another change', () => {
    const hiding = { ...first, state: { ...first.state, mesh: '2.0.0' } };
    expect(verified(stack, spliced(shown, 0, 1, hiding))).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.1) changes mesh as well, from 1.0.0 to 2.0.0.',
      'Step 2 (mesh 1.0.0 to 2.0.1) starts from 1.0.0, and mesh was at 2.0.0.',
    ]);
  });

  test('a state without the step, and one without a pin', () => {
    expect(verified(stack, spliced(shown, 0, 1, { ...first, state: shown.start }))).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.1) goes to 1.2.1, and its state has cluster at 1.1.0.',
      'Step 2 (mesh 1.0.0 to 2.0.1) changes cluster as well, from 1.1.0 to 1.2.1.',
    ]);
    expect(verified(stack, spliced(shown, 4, 1, { ...first, state: { cluster: '1.2.1' } }))).toEqual([
      'Step 5 (cluster 1.1.0 to 1.2.1) starts from 1.1.0, and cluster was at 1.3.1.',
      'Step 5 (cluster 1.1.0 to 1.2.1) changes mesh as well, from 3.0.0 to no version.',
      'The plan ends with cluster at 1.2.1, and its target is 1.4.1.',
      'The plan ends with mesh at no version, and its target is 3.0.0.',
    ]);
  });

  test('a step that goes nowhere', () => {
    const idle = { ...first, from: '1.2.1' };
    expect(verified(stack, spliced(shown, 1, 0, idle))).toEqual(['Step 2 (cluster 1.2.1 to 1.2.1) goes nowhere.']);
  });

  test('another start than the stack has', () => {
    expect(verified(stackOf(catalog, '  cluster: 1.2.0\n  mesh: 1.0.0\n'), shown)).toEqual([
      'The plan starts with cluster at 1.1.0, and the stack pins 1.2.0.',
    ]);
    expect(verified(stackOf(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n  store: 9.0.0\n'), shown)).toEqual([
      'The plan says nothing of store, which the stack pins.',
    ]);
    expect(verified(stackOf(catalog, '  cluster: 1.1.0\n'), shown)).toEqual([
      'The plan moves from a stack with mesh, and the stack has none.',
      'Step 2 (mesh 1.0.0 to 2.0.1) is of no pin of the stack.',
      'Step 4 (mesh 2.0.1 to 3.0.0) is of no pin of the stack.',
    ]);
  });

  test('a step of another component', () => {
    expect(verified(stack, spliced(shown, 0, 1, { ...first, component: 'mesh' }))).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.1) is called a step of mesh, and cluster is cluster.',
    ]);
  });

  test('names that objects have by themselves are no pins', () => {
    const odd = spliced(shown, 0, 1, { ...first, instance: 'constructor' });
    expect(verified(stack, odd)).toEqual([
      'Step 1 (constructor 1.1.0 to 1.2.1) starts from 1.1.0, and constructor was at no version.',
      'Step 1 (constructor 1.1.0 to 1.2.1) goes to 1.2.1, and its state has constructor at no version.',
      'Step 1 (constructor 1.1.0 to 1.2.1) changes cluster as well, from 1.1.0 to 1.2.1.',
      'Step 1 (constructor 1.1.0 to 1.2.1) is of no pin of the stack.',
    ]);
  });
});

describe('the states of a plan', () => {
  test('a pair that upstream does not support', () => {
    const stack = stackOf(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n');
    const shown = moves({ cluster: '1.1.0', mesh: '1.0.0' }, 'mesh 1.0.0 2.0.1', 'cluster 1.1.0 1.2.1');
    expect(verified(stack, shown)).toEqual([
      'After step 1, cluster 1.1.0 and mesh 2.0.1 are unsupported together: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.0.',
    ]);
  });

  test('a pair that cannot work', () => {
    const stack = stackOf(catalog, '  cluster: 1.2.0\n  plugin: 1.0.0\n');
    const shown = moves({ cluster: '1.2.0', plugin: '1.0.0' }, 'cluster 1.2.0 1.3.0', 'cluster 1.3.0 1.4.0');
    expect(verified(stack, shown)).toEqual([
      'After step 1, cluster 1.3.0 and plugin 1.0.0 are incompatible: Plugin 1.0.0 does not work with Cluster 1.3.0.',
    ]);
  });

  test('what a distribution carries', () => {
    const stack = stackOf(catalog, '  distribution: 12.0.0\n  mesh: 1.0.0\n');
    const shown = moves({ distribution: '12.0.0', mesh: '1.0.0' }, 'distribution 12.0.0 13.0.0');
    expect(verified(stack, shown)).toEqual([
      'After step 1, distribution 13.0.0 and mesh 1.0.0 are unsupported together: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
    ]);
  });

  test('two that are not run together', () => {
    const shown = moves({ viewer: '1.0.0', mesh: '2.0.0' }, 'viewer 1.0.0 2.0.0');
    expect(verified(stackOf(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n'), shown)).toEqual([
      'After step 1, viewer 2.0.0 and mesh 2.0.0 are not run together.',
    ]);
  });

  test('two that are, with something between them', () => {
    const shown = moves({ viewer: '1.0.0', mesh: '2.0.0', bridge: '1.0.0' }, 'viewer 1.0.0 2.0.0');
    expect(verified(stackOf(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n  bridge: 1.0.0\n'), shown)).toEqual([]);
  });

  test('what was as bad at the start', () => {
    const stack = stackOf(catalog, '  cluster: 1.1.0\n  mesh: 3.0.0\n');
    expect(verified(stack, moves({ cluster: '1.1.0', mesh: '3.0.0' }, 'cluster 1.1.0 1.2.0'))).toEqual([]);
  });

  test('what was bad at the start, and is worse', () => {
    const stack = stackOf(catalog, '  cluster: 1.4.0\n  runtime: 1.4.0\n  mesh: 2.0.0\n');
    const shown = moves({ cluster: '1.4.0', runtime: '1.4.0', mesh: '2.0.0' }, 'cluster 1.4.0 1.3.0');
    expect(verified(stack, shown)).toEqual([
      'After step 1, cluster 1.3.0 and runtime 1.4.0 are incompatible: Runtime 1.4.0 cannot work with Cluster 1.3.0: it needs 1.4.',
    ]);
  });
});

describe('the steps of a plan', () => {
  test('farther than one upgrade may go', () => {
    const stack = stackOf(catalog, '  cluster: 1.1.0\n');
    expect(verified(stack, moves({ cluster: '1.1.0' }, 'cluster 1.1.0 1.3.0'))).toEqual([
      'Step 1 (cluster 1.1.0 to 1.3.0) is farther than one upgrade may go.',
    ]);
  });

  test('no hop', () => {
    const stack = stackOf(catalog, '  store: 7.0.0\n');
    expect(verified(stack, moves({ store: '7.0.0' }, 'store 7.0.0 8.4.0'))).toEqual([
      'Step 1 (store 7.0.0 to 8.4.0) is farther than one upgrade may go.',
    ]);
  });

  test('back, and away from a target that is older', () => {
    const stack = stackOf(catalog, '  cluster: 1.2.0\n');
    const back = moves({ cluster: '1.2.0' }, 'cluster 1.2.0 1.1.0', 'cluster 1.1.0 1.2.1');
    expect(verified(stack, back)).toEqual([
      'Step 1 (cluster 1.2.0 to 1.1.0) goes back to an older version, which the target does not ask for.',
    ]);
    const away = moves({ cluster: '1.2.0' }, 'cluster 1.2.0 1.3.0', 'cluster 1.3.0 1.2.0', 'cluster 1.2.0 1.1.0');
    expect(verified(stack, away)).toEqual([
      'Step 1 (cluster 1.2.0 to 1.3.0) goes away from the target, which is older than the start.',
    ]);
  });

  test('of a locked pin', () => {
    const stack = stackOf(catalog, '  cluster: {version: 1.1.0, locked: true}\n');
    expect(verified(stack, moves({ cluster: '1.1.0' }, 'cluster 1.1.0 1.2.0'))).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.0) moves a pin that is locked.',
    ]);
  });

  test('outside of what the stack allows', () => {
    const stack = stackOf(catalog, '  cluster: {version: 1.1.0, allow: "1.1.x || 1.3.x"}\n');
    const shown = moves({ cluster: '1.1.0' }, 'cluster 1.1.0 1.2.0', 'cluster 1.2.0 1.3.0');
    expect(verified(stack, shown)).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.0) leaves what the stack allows, which is 1.1.x || 1.3.x.',
    ]);
  });

  test('to a version that nobody lists, or that is none', () => {
    const stack = stackOf(catalog, '  cluster: 1.1.0\n');
    const unlisted = moves({ cluster: '1.1.0' }, 'cluster 1.1.0 1.1.9', 'cluster 1.1.9 1.2.0');
    expect(verified(stack, unlisted)).toEqual([
      'Step 1 (cluster 1.1.0 to 1.1.9) stops at a version that the catalog does not list.',
    ]);
    const early = moves({ cluster: '1.1.0' }, 'cluster 1.1.0 1.2.0-rc.1', 'cluster 1.2.0-rc.1 1.2.0');
    expect(verified(stack, early)).toEqual([
      'Step 1 (cluster 1.1.0 to 1.2.0-rc.1) stops at a pre-release.',
      'Step 1 (cluster 1.1.0 to 1.2.0-rc.1) stops at a version that the catalog does not list.',
    ]);
    expect(verified(stack, moves({ cluster: '1.1.0' }, 'cluster 1.1.0 newest'))).toEqual([
      'Step 1 (cluster 1.1.0 to newest) is between versions that Cluster does not have.',
    ]);
  });

  test("of software of one's own: anything goes", () => {
    const stack = stackOf(catalog, '  own: 1.0.0\n');
    expect(verified(stack, moves({ own: '1.0.0' }, 'own 1.0.0 newest'))).toEqual([]);
  });
});

describe('rules of the bundled catalog', () => {
  const bundled = bundledCatalog();
  const check = (start: { readonly [instance: string]: string }, ...lines: readonly string[]) => {
    const components = Object.entries(start).map(([instance, version]) => `  ${instance}: "${version}"\n`);
    return verified(stackOf(bundled, components.join('')), moves(start, ...lines));
  };

  test('skew between parts', () => {
    expect(check({ kubernetes: '1.31.4' }, 'kubernetes 1.31.4 1.33.1')).toEqual([
      'Step 1 (kubernetes 1.31.4 to 1.33.1) is farther than one upgrade may go.',
      'Step 1 (kubernetes 1.31.4 to 1.33.1) leaves kube-apiserver more than 1 behind.',
      'Step 1 (kubernetes 1.31.4 to 1.33.1) leaves kube-controller-manager more than 1 behind.',
      'Step 1 (kubernetes 1.31.4 to 1.33.1) leaves kube-scheduler more than 1 behind.',
      'Step 1 (kubernetes 1.31.4 to 1.33.1) leaves cloud-controller-manager more than 1 behind.',
      'Step 1 (kubernetes 1.31.4 to 1.33.1) leaves kubectl more than 1 behind.',
    ]);
    expect(check({ istio: '1.26.1' }, 'istio 1.26.1 1.28.1')).toEqual([
      'Step 1 (istio 1.26.1 to 1.28.1) is farther than one upgrade may go.',
      'Step 1 (istio 1.26.1 to 1.28.1) leaves istio data plane more than 1 behind.',
    ]);
    expect(check({ nova: '30.0.0' }, 'nova 30.0.0 33.0.2')).toEqual([
      'Step 1 (nova 30.0.0 to 33.0.2) leaves nova-compute older than 31.',
      'Step 1 (nova 30.0.0 to 33.0.2) skips series of OpenStack that no upgrade may skip.',
    ]);
  });

  test('series', () => {
    expect(check({ openstack: '2025.1' }, 'openstack 2025.1 2026.1')).toEqual([]);
    expect(check({ openstack: '2024.2' }, 'openstack 2024.2 2025.2')).toEqual([
      'Step 1 (openstack 2024.2 to 2025.2) is farther than one upgrade may go.',
      'Step 1 (openstack 2024.2 to 2025.2) leaves openstack more than 1 behind.',
    ]);
    expect(check({ neutron: '25.0.0' }, 'neutron 25.0.0 27.0.2')).toEqual([
      'Step 1 (neutron 25.0.0 to 27.0.2) skips series of OpenStack that no upgrade may skip.',
    ]);
    expect(
      check({ nova: '29.2.0', neutron: '24.0.0' }, 'nova 29.2.0 31.0.1', 'nova 31.0.1 33.0.2', 'neutron 24.0.0 26.0.5'),
    ).toEqual([
      'After step 2, nova 33.0.2 and neutron 24.0.0 are unsupported together: OpenStack Nova 33.0.2 belongs to openstack 2026.1, as does OpenStack Neutron 28, not 24.0.0.',
      'After step 2, nova 33.0.2 and neutron 24.0.0 are 4 series of OpenStack apart, and 2 is the most.',
    ]);
  });

  test('required stops', () => {
    expect(check({ gitlab: '17.5.1' }, 'gitlab 17.5.1 17.8.0', 'gitlab 17.8.0 18.2.0')).toEqual([
      'Step 2 (gitlab 17.8.0 to 18.2.0) is farther than one upgrade may go.',
    ]);
  });

  test('a distribution in place of what it carries', () => {
    expect(check({ k3s: '1.31.4+k3s1', istio: '1.24.2' }, 'k3s 1.31.4+k3s1 1.32.1+k3s1')).toEqual([
      'After step 1, k3s 1.32.1+k3s1 and istio 1.24.2 are unsupported together: Istio 1.24.2 supports Kubernetes 1.28 to 1.31, not 1.32.1.',
    ]);
  });
});
