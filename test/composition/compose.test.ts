import { describe, expect, test } from 'vitest';
import { checkIn, type Files, toldOf } from './files.ts';

/** Pins of a file's stacks: "production: cluster 1.3.2 (base.stack.yaml), mesh 2.2.1". */
function stacksOf(files: Files, path: string): string[] {
  return checkIn(files, path).stacks.map(({ environment, pins }) => {
    const list = pins.map(({ entry, layer }) => {
      const from = layer.via === undefined ? '' : ` (${layer.uri.slice('file:///stacks/'.length)})`;
      return `${entry.instance} ${entry.version?.text ?? '?'}${from}`;
    });
    return `${environment ?? 'file'}: ${list.join(', ')}`;
  });
}

describe('what a stack is made of', () => {
  test('bases lie below, later ones above earlier ones, the file above all', () => {
    const files = {
      'one.stack.yaml': 'components:\n  cluster: 1.2.5\n  mesh: 2.0.1\n  runner: 3.0.0\n',
      'two.stack.yaml': 'components:\n  mesh: 2.1.0\n  runner: 3.1.0\n',
      'leaf.stack.yaml': 'extends: [one.stack.yaml, ./two.stack.yaml]\ncomponents:\n  runner: "3.1"\n',
    };
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual([
      'file: cluster 1.2.5 (one.stack.yaml), mesh 2.1.0 (two.stack.yaml), runner 3.1',
    ]);
  });

  test('a base of a base; null removes; instances keep apart', () => {
    const files = {
      'ground/base.stack.yaml':
        'components:\n  cluster: 1.3.2\n  edge: {component: cluster, version: 1.4.1}\n  mesh: 2.1.0\n',
      'team.stack.yaml': 'extends: ground/base.stack.yaml\ncomponents:\n  mesh: null\n',
      'leaf.stack.yaml': 'extends:\n  - team.stack.yaml\ncomponents:\n  edge: {component: cluster, version: 1.3.2}\n',
    };
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual(['file: cluster 1.3.2 (ground/base.stack.yaml), edge 1.3.2']);
  });

  test('environments lie above all files, and those of bases are the leaf’s too', () => {
    const files = {
      'base.stack.yaml':
        'components:\n  cluster: 1.4.1\n  mesh: 2.2.1\nenvironments:\n  production: {components: {cluster: 1.3.2}}\n  edge: {components: {mesh: null}}\n',
      'leaf.stack.yaml':
        'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.0\nenvironments:\n  staging: {components: {mesh: 2.2.0}}\n  production: {components: {mesh: 2.1.0}}\n',
    };
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual([
      'file: cluster 1.4.0, mesh 2.2.1 (base.stack.yaml)',
      'staging: cluster 1.4.0, mesh 2.2.0',
      'production: cluster 1.3.2 (base.stack.yaml), mesh 2.1.0',
      'edge: cluster 1.4.0',
    ]);
  });

  test('a base that two bases extend lies below both, and overrules neither', () => {
    const files = {
      'ground.stack.yaml': 'components:\n  cluster: 1.2.5\n  mesh: 2.0.1\n',
      'left.stack.yaml': 'extends: [ground.stack.yaml]\ncomponents:\n  cluster: 1.3.2\n',
      'right.stack.yaml': 'extends: [ground.stack.yaml]\ncomponents:\n  mesh: 2.1.0\n',
      'leaf.stack.yaml': 'extends: [left.stack.yaml, right.stack.yaml]\n',
    };
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual([
      'file: cluster 1.3.2 (left.stack.yaml), mesh 2.1.0 (right.stack.yaml)',
    ]);
  });

  test('a chain of a hundred files', () => {
    const files: Record<string, string> = { '0.stack.yaml': 'components:\n  cluster: 1.3.2\n' };
    for (let index = 1; index <= 100; index += 1) {
      files[`${index}.stack.yaml`] = `extends: [${index - 1}.stack.yaml]\ncomponents:\n  own-${index}: 1.0.0\n`;
    }
    const [stack] = checkIn(files, '100.stack.yaml').stacks;
    expect(stack?.pins.map(({ entry }) => entry.instance)).toHaveLength(101);
    expect(stack?.composition.problems).toEqual([]);
  });

  test('of a base with several documents the first stack counts', () => {
    const files = {
      'base.stack.yaml':
        'apiVersion: stackpin/v1\nkind: Catalog\ncomponents: {}\n---\nkind: Stack\ncomponents:\n  cluster: 1.3.2\n---\nkind: Stack\ncomponents:\n  mesh: 2.1.0\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\n',
    };
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual(['file: cluster 1.3.2 (base.stack.yaml)']);
  });
});

describe('where findings stand', () => {
  const ground = 'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n';

  test('a conflict within a base is told in the base alone', () => {
    const files = { 'base.stack.yaml': ground, 'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents: {}\n' };
    expect(toldOf(files, 'base.stack.yaml')).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.\n  base.stack.yaml: cluster: 1.4.1',
    ]);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
  });

  test('a conflict between a base and a leaf is told in the leaf, at the pin that it writes', () => {
    const files = {
      'base.stack.yaml': 'components:\n  mesh: 2.1.0\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
    };
    expect(toldOf(files, 'base.stack.yaml')).toEqual([
      'missing-requirement [mesh] Mesh 2.1.0 needs a component that provides orchestration, and this stack has none. Pin it here if it is part of this platform.',
    ]);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'unsupported [1.4.1] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.\n  base.stack.yaml: mesh: 2.1.0\n  leaf.stack.yaml: base.stack.yaml',
    ]);
  });

  test('a conflict between two bases is told at the entry that brings the later one in', () => {
    const files = {
      'one.stack.yaml': 'components:\n  mesh: 2.1.0\n',
      'two.stack.yaml': 'components:\n  cluster: 1.4.1\n',
      'leaf.stack.yaml': 'extends:\n  - one.stack.yaml\n  - two.stack.yaml\n',
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'unsupported [two.stack.yaml] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.\n  two.stack.yaml: cluster: 1.4.1\n  one.stack.yaml: mesh: 2.1.0\n  leaf.stack.yaml: one.stack.yaml',
    ]);
  });

  test('an environment of the leaf, with its name', () => {
    const files = {
      'base.stack.yaml': 'components:\n  cluster: 1.3.2\n  mesh: 2.1.0\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\nenvironments:\n  next: {components: {cluster: 1.4.1}}\n',
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'unsupported [1.4.1] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1. (in next)\n  base.stack.yaml: mesh: 2.1.0\n  leaf.stack.yaml: base.stack.yaml\n  base.stack.yaml: cluster: 1.3.2',
    ]);
  });

  test('what the file does not write, it does not tell: support, patches and needs of a base', () => {
    const files = {
      'base.stack.yaml': 'components:\n  cluster: 1.2.0\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  own: 1.0.0\n',
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'unknown-component [own] "own" is in no catalog, so nothing is known about it.',
    ]);
  });

  test('what a pin needs may stand in a base', () => {
    const files = {
      'base.stack.yaml': 'components:\n  cluster: 1.3.2\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  mesh: 2.2.1\n',
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
    expect(
      toldOf(
        { ...files, 'leaf.stack.yaml': 'extends: [gone.stack.yaml]\ncomponents:\n  mesh: 2.2.1\n' },
        'leaf.stack.yaml',
      ),
    ).toEqual([
      'missing-base [gone.stack.yaml] "gone.stack.yaml" cannot be read: there is no such file. Correct the path, or remove it.',
    ]);
  });
});

test('files with Windows line ends', () => {
  const crlf = (text: string) => `apiVersion: stackpin/v1\nkind: Stack\n${text}`.replaceAll('\n', '\r\n');
  const files = {
    'base.stack.yaml': crlf('components:\n  mesh: 2.1.0\n'),
    'leaf.stack.yaml': crlf('extends:\n  - base.stack.yaml\ncomponents:\n  cluster: 1.4.1\n'),
  };
  expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
    'unsupported [1.4.1] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.\n  base.stack.yaml: mesh: 2.1.0\n  leaf.stack.yaml: base.stack.yaml',
  ]);
});

test('what a base asks of pins holds for those of its leaves, unless they ask for something else', () => {
  const files = {
    'base.stack.yaml': 'components: {}\npolicy: {unpinned: deny, prereleases: allow}\n',
    'leaf.stack.yaml':
      'extends: [base.stack.yaml]\ncomponents:\n  runner: "3.1"\n  mesh: 2.2.0-rc.1\n  cluster: 1.4.1\n',
    'free.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  runner: "3.1"\npolicy: {unpinned: allow}\n',
  };
  const leaf = checkIn(files, 'leaf.stack.yaml').findings.map(({ severity, code }) => `${severity} ${code}`);
  expect(leaf).toContain('error unpinned');
  expect(leaf).not.toContain('warning prerelease');
  expect(toldOf(files, 'free.stack.yaml')).toEqual([]);
});

describe('how far a pin may be moved', () => {
  const base = 'components:\n  cluster: {version: 1.3.2, allow: ">=1.3 <1.4"}\n  runner: 3.1.0\n';
  const moved = (pins: string, more = '') =>
    toldOf(
      { 'base.stack.yaml': base, 'leaf.stack.yaml': `extends: [base.stack.yaml]\n${pins}${more}` },
      'leaf.stack.yaml',
    ).filter((line) => line.startsWith('override-not-allowed'));

  test('a version outside of what the base allows', () => {
    expect(moved('components:\n  cluster: 1.4.1\n')).toEqual([
      'override-not-allowed [1.4.1] Cluster 1.4.1 is not allowed here: Cluster 1.3.2, which it takes the place of, may be moved to 1.3.\n  base.stack.yaml: ">=1.3 <1.4"',
    ]);
    expect(moved('environments:\n  next: {components: {cluster: "1.4"}}\n')).toEqual([
      'override-not-allowed ["1.4"] Cluster 1.4 is not allowed here: Cluster 1.3.2, which it takes the place of, may be moved to 1.3. (in next)\n  base.stack.yaml: ">=1.3 <1.4"',
    ]);
  });

  test('a version inside, a line or a range that reaches inside, another component, what nobody limits, and what is removed', () => {
    expect(moved('components:\n  cluster: 1.3.0\n  runner: 3.0.0\n')).toEqual([]);
    expect(moved('components:\n  cluster: ">=1.3"\n')).toEqual([]);
    expect(moved('components:\n  cluster: {component: mesh, version: 2.2.1}\n')).toEqual([]);
    expect(moved('components:\n  cluster: null\n')).toEqual([]);
  });

  test('the nearest limit counts', () => {
    const files = {
      'ground.stack.yaml': base,
      'base.stack.yaml': 'extends: [ground.stack.yaml]\ncomponents:\n  cluster: {version: 1.3.1, allow: "<2"}\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
    };
    expect(toldOf(files, 'leaf.stack.yaml').filter((line) => line.startsWith('override'))).toEqual([]);
  });

  test('a limit that is no range is told where it is written, and limits nothing', () => {
    const files = {
      'base.stack.yaml': 'components:\n  cluster: {version: 1.3.2, allow: soon}\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
    };
    expect(toldOf(files, 'base.stack.yaml').filter((line) => line.startsWith('invalid-version'))).toEqual([
      'invalid-version [soon] "soon" is no range of Cluster. Write one such as ">=1.2 <2" behind "allow".',
    ]);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
  });
});

describe('what cannot be extended', () => {
  const leaf = (entries: string) => `extends:\n${entries}components:\n  runner: 3.1.0\n`;

  test('a missing file, and everything else still works', () => {
    const files = {
      'one.stack.yaml': 'components:\n  cluster: 1.3.2\n',
      'leaf.stack.yaml': leaf('  - gone.stack.yaml\n  - one.stack.yaml\n  - ""\n'),
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'missing-base [gone.stack.yaml] "gone.stack.yaml" cannot be read: there is no such file. Correct the path, or remove it.',
      'schema [""] an item of "extends" is empty. Write text, or remove it.',
    ]);
    expect(stacksOf(files, 'leaf.stack.yaml')).toEqual(['file: cluster 1.3.2 (one.stack.yaml), runner 3.1.0']);
  });

  test('what is missing further down is told there', () => {
    const files = {
      'base.stack.yaml': leaf('  - gone.stack.yaml\n'),
      'leaf.stack.yaml': leaf('  - base.stack.yaml\n'),
    };
    expect(toldOf(files, 'base.stack.yaml')).toHaveLength(1);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
  });

  test('a circle is told in every file that it leads through, at the entry that leads into it', () => {
    const files = {
      'a/one.stack.yaml': leaf('  - ../b/two.stack.yaml\n'),
      'b/two.stack.yaml': leaf('  - ../three.stack.yaml\n  - ../a/one.stack.yaml\n'),
      'three.stack.yaml': leaf('  - a/one.stack.yaml\n'),
      'leaf.stack.yaml': leaf('  - three.stack.yaml\n'),
      'self.stack.yaml': leaf('  - ./self.stack.yaml\n'),
    };
    expect(toldOf(files, 'a/one.stack.yaml')).toEqual([
      'base-cycle [../b/two.stack.yaml] This file extends itself: a/one.stack.yaml → b/two.stack.yaml → three.stack.yaml → a/one.stack.yaml. Remove one of these entries; until then this one is left out.',
    ]);
    expect(toldOf(files, 'three.stack.yaml').map((line) => line.split(' ')[0])).toEqual(['base-cycle']);
    expect(toldOf(files, 'b/two.stack.yaml').map((line) => line.split(' ')[0])).toEqual(['base-cycle', 'base-cycle']);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
    expect(toldOf(files, 'self.stack.yaml')).toEqual([
      'base-cycle [./self.stack.yaml] This file extends itself: self.stack.yaml → self.stack.yaml. Remove one of these entries; until then this one is left out.',
    ]);
  });

  test('a file outside of the workspace', () => {
    const files = {
      'platform/leaf.stack.yaml': leaf('  - ../other/base.stack.yaml\n'),
      'other/base.stack.yaml': 'components: {}\n',
    };
    expect(toldOf(files, 'platform/leaf.stack.yaml')).toEqual([
      'base-outside-workspace [../other/base.stack.yaml] "../other/base.stack.yaml" lies outside of the workspace. Only files inside it can be extended: move it here, or open the folder that holds both.',
    ]);
  });

  test.each([
    ['a catalog', 'apiVersion: stackpin/v1\nkind: Catalog\ncomponents: {}\n'],
    ['an empty file', ''],
    ['a list', '[1, 2]\n'],
    ['another kind', 'kind: Deployment\nspec: {}\n'],
  ])('%s is no stack', (_, text) => {
    const files = { 'leaf.stack.yaml': leaf('  - base.yaml\n'), 'base.yaml': text };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'not-a-stack [base.yaml] "base.yaml" is no stack manifest. One begins with "apiVersion: stackpin/v1" and "kind: Stack".',
    ]);
  });

  test('more files than a stack may have', () => {
    const files: Record<string, string> = {
      'leaf.stack.yaml': `extends: [${Array.from({ length: 1001 }, (_, index) => `${index}.yaml`).join(', ')}]\n`,
    };
    for (let index = 0; index < 1001; index += 1) files[`${index}.yaml`] = 'components: {}\n';
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([
      'missing-base [1000.yaml] This stack is made of more than 1000 files. What lies beyond is left out.',
    ]);
  });
});
