/** Where a fix writes a version: whole documents before and after. */
import { expect, test } from 'vitest';
import { allFixed, offered, offeredIn } from './fixes.ts';

const PATH = 'shop.stack.yaml';

test('a version with an anchor: where it is written, for all that refer to it, or instead of the alias alone', () => {
  const text = `components:
  cluster: &platform 1.4.1 # kept
  mesh: 2.1.0
environments:
  edge:
    components:
      cluster: *platform
`;
  expect(offered(text, 'unsupported')).toEqual({
    'Set mesh to 2.2.1: resolves 2 findings': text.replace('mesh: 2.1.0', 'mesh: 2.2.1'),
    'Set cluster to 1.3.2 here: resolves 1 finding, leaves end-of-life-soon': text.replace('*platform', '1.3.2'),
    'Set &platform to 1.3.2: resolves 2 findings, leaves end-of-life-soon': text.replace('1.4.1', '1.3.2'),
  });
});

test('pins that share a text keep sharing it where all is fixed, quotes and comments as they were', () => {
  const text = `components:
  old: {component: mesh, version: &mesh "2.1.0"} # first
  cluster: 1.4.1
  mesh: *mesh # second
`;
  expect(allFixed({ [PATH]: text }, PATH)).toEqual({
    title: 'Set &mesh to 2.2.1: resolves 1 finding',
    after: {
      [PATH]: `components:
  old: {component: mesh, version: &mesh "2.2.1"} # first
  cluster: 1.4.1
  mesh: *mesh # second
`,
    },
    left: [],
    proven: true,
  });
});

test('a version that comes by a merge key is changed where it is written', () => {
  const text = `x-defaults: &defaults {version: 2.1.0, locked: false}
components:
  cluster: 1.4.1
  mesh:
    <<: *defaults # shared
`;
  expect(offered(text, 'unsupported')).toEqual({
    'Set mesh to 2.2.1: resolves 1 finding': text.replace('version: 2.1.0', 'version: 2.2.1'),
    'Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon': text.replace('1.4.1', '1.3.2'),
  });
});

test('a pin that stands beside a merge key is changed itself, and what is merged is left alone', () => {
  const text = `components: &base
  cluster: 1.4.1
  mesh: 2.2.1
environments:
  edge:
    components:
      <<: *base
      mesh: 2.1.0 # edge
`;
  expect(offered(text, 'unsupported')).toEqual({
    'Set mesh to 2.2.1 in edge: resolves 1 finding': text.replace('2.1.0 # edge', '2.2.1 # edge'),
  });
});

test('an inherited pin: over it in this file, or in the base', () => {
  const files = {
    'base.stack.yaml': 'components:\n  mesh: 2.1.0 # by the platform team\n',
    [PATH]: 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
  };
  expect(offeredIn(files, PATH, 'unsupported')).toEqual([
    {
      title: 'Set mesh to 2.2.1 in this file: resolves 1 finding',
      after: { [PATH]: 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n  mesh: 2.2.1\n' },
    },
    {
      title: 'Set mesh to 2.2.1 in base.stack.yaml: resolves 1 finding',
      after: { 'base.stack.yaml': 'components:\n  mesh: 2.2.1 # by the platform team\n' },
    },
    {
      title: 'Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon',
      after: { [PATH]: 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.3.2\n' },
    },
  ]);
});

test("an environment's own pin is changed there", () => {
  const text = `components:
  cluster: 1.3.2
  mesh: 2.1.0
environments:
  edge:
    components:
      cluster: 1.4.1 # new hardware
`;
  expect(offered(text, 'unsupported')).toEqual({
    'Set mesh to 2.2.1: resolves 1 finding': text.replace('2.1.0', '2.2.1'),
    'Set cluster to 1.3.2 in edge: resolves 1 finding, leaves end-of-life-soon': text.replace('1.4.1', '1.3.2'),
  });
});

test('line ends and a leading v stay as they are', () => {
  const text = 'components:\r\n  cluster: 1.4.1\r\n  mesh: "v2.1.0"\r\n  runner: 3.0.0\r\n';
  expect(offered(text, 'unsupported')).toEqual({
    'Set mesh to 2.2.1: resolves 1 finding': text.replace('v2.1.0', 'v2.2.1'),
    'Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon': text.replace('1.4.1', '1.3.2'),
  });
});

test('a range is pinned where another change would make it admit what does not go', () => {
  const text = `components:
  runner: {version: 3.1.0}
  other-runner: {component: runner, version: 3.x}
  mesh: {version: 2.2.1}
  distro: 1.4.1+d1
`;
  expect(allFixed({ [PATH]: text }, PATH)).toEqual({
    title: 'Set 4 pins: resolves 2 findings',
    after: {
      [PATH]: `components:
  runner: {version: 3.0.0}
  other-runner: {component: runner, version: 3.0.0}
  mesh: {version: 2.1.0}
  distro: 1.2.5+d2
`,
    },
    left: [],
    proven: false,
  });
});
