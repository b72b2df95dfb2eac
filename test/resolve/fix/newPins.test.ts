/** Fixes that pin another component: what is missing, and what takes the place of what has ended. */
import { describe, expect, test } from 'vitest';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { checkIn } from '../../composition/files.ts';
import { offered, offeredIn } from './fixes.ts';

/** Whether each of the fixes of a code is preferred. */
function preferred(body: string, code: string): boolean[] {
  const analysis = checkIn({ 'shop.stack.yaml': body }, 'shop.stack.yaml');
  const found = analysis.findings.filter((one) => one.code === code);
  return found.flatMap((finding) => fixesFor(fixing(analysis), finding).map((fix) => fix.preferred));
}

describe('a missing requirement', () => {
  test('is added at the newest version that fits the others, each component that would do', () => {
    const body = (more: string) => `components:\n  # ours\n  mesh: 2.2.1 # pinned\n${more}# the end\n`;
    expect(offered(body(''), 'missing-requirement')).toEqual({
      'Add cluster 1.4.1: resolves 1 finding': body('  cluster: 1.4.1\n'),
      'Add distro 1.4.1+d1: resolves 1 finding': body('  distro: 1.4.1+d1\n'),
    });
  });

  test('in no version that something else is found of', () => {
    // Of the lines that Mesh 2.1 supports, Cluster 1.3 is out of support soon, and 1.2 is.
    expect(offered('components: {mesh: 2.1.0}', 'missing-requirement')).toEqual({
      'Add distro 1.2.5+d2: resolves 1 finding': 'components: {mesh: 2.1.0, distro: 1.2.5+d2}',
    });
  });

  test('in the environments that lack it', () => {
    const body = (one: string, two: string) =>
      `components: {bridge: 1.0.0}\nenvironments:\n  lab: {components: {mesh: 2.2.1${one}}}\n  edge: {components: {mesh: 2.2.1${two}}}\n`;
    expect(Object.keys(offered(body(', cluster: 1.4.1', ''), 'missing-requirement'))).toEqual([
      'Add cluster 1.4.1 in edge: resolves 1 finding',
      'Add distro 1.4.1+d1 in edge: resolves 1 finding',
    ]);
    expect(offered(body(', cluster: 1.4.1', ''), 'missing-requirement')).toMatchObject({
      'Add distro 1.4.1+d1 in edge: resolves 1 finding': body(', cluster: 1.4.1', ', distro: 1.4.1+d1'),
    });
  });

  test('not what the file takes out', () => {
    expect(Object.keys(offered('components: {mesh: 2.2.1, cluster: null}\n', 'missing-requirement'))).toEqual([
      'Add distro 1.4.1+d1: resolves 1 finding',
    ]);
  });

  test('not where there is no good place for it', () => {
    expect(
      offered('components: &all\n  mesh: 2.2.1\nenvironments: {edge: {components: *all }}\n', 'missing-requirement'),
    ).toEqual({
      'Add cluster 1.4.1: resolves 1 finding':
        'components: &all\n  mesh: 2.2.1\n  cluster: 1.4.1\nenvironments: {edge: {components: *all }}\n',
      'Add distro 1.4.1+d1: resolves 1 finding':
        'components: &all\n  mesh: 2.2.1\n  distro: 1.4.1+d1\nenvironments: {edge: {components: *all }}\n',
    });
    expect(
      offered('components: *all\nenvironments: {edge: {components: {mesh: 2.2.1}}}\n', 'missing-requirement'),
    ).toEqual({});
  });
});

describe('a component that has ended', () => {
  test('is replaced where it stands, with everything around it left as it is', () => {
    expect(offered("components:\n  # old\n  oldie: '0.9.0' # soon\n  bridge: 1.0.0\n", 'retired-component')).toEqual({
      'Replace oldie by runner 3.1.0: resolves 1 finding':
        "components:\n  # old\n  runner: '3.1.0' # soon\n  bridge: 1.0.0\n",
    });
  });

  test('under a name of its own, by what it is', () => {
    expect(
      offered('components: {starter: {component: oldie, version: v0.9.0, notes: soon}}\n', 'retired-component'),
    ).toEqual({
      'Replace starter by runner 3.1.0: resolves 1 finding':
        'components: {starter: {component: runner, version: v3.1.0, notes: soon}}\n',
    });
  });

  test('of which nothing new is found', () => {
    expect(offered('components:\n  cluster: 1.2.5\n  oldie: 0.9.0\n', 'retired-component')).toEqual({
      'Replace oldie by runner 3.0.0: resolves 1 finding': 'components:\n  cluster: 1.2.5\n  runner: 3.0.0\n',
    });
    // Runner 3.1 needs an older Mesh, and is tested with no Cluster that is older.
    expect(offered('components:\n  cluster: 1.4.1\n  mesh: 2.2.1\n  oldie: 0.9.0\n', 'retired-component')).toEqual({});
  });

  test.each([
    ['locked', 'components: {oldie: {version: 0.9.0, locked: true}}\n'],
    ['with a chart', 'components: {oldie: {version: 0.9.0, chart: {name: oldie}}}\n'],
    ['with limits of its own', 'components: {oldie: {version: 0.9.0, allow: "*"}}\n'],
    ['where its successor is removed', 'components: {oldie: 0.9.0}\nenvironments: {a: {components: {runner: null}}}\n'],
    ['beside its successor', 'components: {oldie: 0.9.0, runner: 3.1.0}\n'],
    [
      'of which an environment has another version',
      'components: {oldie: 0.9.0}\nenvironments: {a: {components: {oldie: 0.9.0}}}\n',
    ],
    ['whose text another reads', 'components: {oldie: &v 0.9.0, bridge: *v }\n'],
  ])('stays: %s', (_, body) => {
    expect(offered(body, 'retired-component')).toEqual({});
  });

  test('by its alias', () => {
    // A version that it does not have is told of it too.
    expect(offered('components: {bridge: &v 1.0.0, oldie: *v }\n', 'retired-component')).toEqual({
      'Replace oldie by runner 3.1.0: resolves 2 findings': 'components: {bridge: &v 1.0.0, runner: 3.1.0 }\n',
    });
  });
});

test('of a base, nothing is replaced from above', () => {
  const files = {
    'shop.stack.yaml': 'extends: [base.stack.yaml]\ncomponents: {mesh: 2.2.1, cluster: 1.4.1}\n',
    'base.stack.yaml': 'components: {oldie: 0.9.0}\n',
  };
  expect(() => offeredIn(files, 'shop.stack.yaml', 'retired-component')).toThrow('No finding');
});

test('none is preferred: a person decides', () => {
  expect(preferred('components: {oldie: 0.9.0}\n', 'retired-component')).toEqual([false]);
  expect(preferred('components: {mesh: 2.2.1}\n', 'missing-requirement')).toEqual([false, false]);
});
