import { describe, expect, test } from 'vitest';
import { findInputs, isManifestName } from '../../cli/src/files/find.ts';
import { type MemoryFiles, memoryHost } from './support.ts';

/** The names found, and the problems. */
async function found(files: MemoryFiles, paths: readonly string[] = ['.'], folder = '/home') {
  const { inputs, problems } = await findInputs(paths, memoryHost(files, { folder }));
  return { names: inputs.map(({ name }) => name), problems };
}

describe('which names are stack manifests', () => {
  test.each(['a.stack.yaml', 'a.stack.yml', '.stack.yaml', 'stackpin.yaml', 'stackpin.yml'])('%s is one', (name) => {
    expect(isManifestName(name)).toBe(true);
  });
  test.each([
    'stack.yaml',
    'mystackpin.yaml',
    'a.stack.yaml.bak',
    'a.stack.json',
    'stackpin.lock.yaml',
    'a.STACK.YAML',
  ])('%s is none', (name) => {
    expect(isManifestName(name)).toBe(false);
  });
});

describe('folders', () => {
  test('are walked in alphabetical order, for manifest names only', async () => {
    const files = {
      '/home/z.stack.yaml': '',
      '/home/sub/deep/stackpin.yml': '',
      '/home/sub/values.yaml': '',
      '/home/a.stack.yml': '',
      '/home/stack.yaml': '',
    };
    expect(await found(files)).toEqual({
      names: ['a.stack.yml', 'sub/deep/stackpin.yml', 'z.stack.yaml'],
      problems: [],
    });
  });

  test('.git and node_modules are never entered, unless they are named', async () => {
    const files = {
      '/home/.git/a.stack.yaml': '',
      '/home/node_modules/p/b.stack.yaml': '',
      '/home/sub/node_modules/c.stack.yaml': '',
      '/home/d.stack.yaml': '',
    };
    expect((await found(files)).names).toEqual(['d.stack.yaml']);
    expect((await found(files, ['node_modules'])).names).toEqual(['node_modules/p/b.stack.yaml']);
  });

  test('one without a manifest is a problem that names what was looked for', async () => {
    const files = { '/home/sub/values.yaml': '', '/home/a.stack.yaml': '' };
    expect(await found(files, ['sub', 'a.stack.yaml'])).toEqual({
      names: ['a.stack.yaml'],
      problems: [
        'no stack manifest in sub: looked for *.stack.yaml, *.stack.yml, stackpin.yaml and stackpin.yml that .gitignore does ' +
          'not leave out. Name a file to have it checked whatever it is called.',
      ],
    });
  });

  test('one that cannot be listed is a problem, and the rest is still found', async () => {
    const files = {
      '/home/secret': { failed: 'permission denied' },
      '/home/secret/a.stack.yaml': '',
      '/home/b.stack.yaml': '',
    };
    expect(await found(files)).toEqual({
      names: ['b.stack.yaml'],
      problems: ['cannot read the folder secret: permission denied.'],
    });
  });

  test('one called like a manifest is a folder all the same', async () => {
    expect((await found({ '/home/x.stack.yaml/y.stack.yaml': '' })).names).toEqual(['x.stack.yaml/y.stack.yaml']);
  });
});

describe('named files', () => {
  test('are taken whatever their name, in the order given, each once', async () => {
    const files = { '/home/values.txt': '', '/home/a.stack.yaml': '', '/home/sub/b.stack.yaml': '' };
    expect((await found(files, ['values.txt', 'sub', './a.stack.yaml', '.'])).names).toEqual([
      'values.txt',
      'sub/b.stack.yaml',
      'a.stack.yaml',
    ]);
  });

  test('outside the working directory keep a relative name', async () => {
    expect((await found({ '/other/a.stack.yaml': '' }, ['/other/a.stack.yaml'])).names).toEqual([
      '../other/a.stack.yaml',
    ]);
  });

  test('that .gitignore leaves out are checked, since they were asked for', async () => {
    const files = { '/home/.git/HEAD': '', '/home/.gitignore': '*.stack.yaml\n', '/home/a.stack.yaml': '' };
    expect((await found(files, ['a.stack.yaml'])).names).toEqual(['a.stack.yaml']);
  });

  test('standard input is <stdin>, and read once', async () => {
    expect((await found({}, ['-', '-'])).names).toEqual(['<stdin>']);
  });
});

describe('links', () => {
  test('to a manifest are followed, and one file is checked once', async () => {
    const files = { '/home/a.stack.yaml': '', '/home/b.stack.yaml': { link: '/home/a.stack.yaml' } };
    expect((await found(files)).names).toEqual(['a.stack.yaml']);
  });

  test('to folders are not entered, so that a loop ends', async () => {
    const files = {
      '/home/sub/a.stack.yaml': '',
      '/home/sub/loop': { link: '/home/sub' },
      '/home/sub/loop.stack.yaml': { link: '/home' },
    };
    expect((await found(files)).names).toEqual(['sub/a.stack.yaml']);
  });

  test('that lead nowhere are handed on, so that reading them says what is wrong', async () => {
    expect((await found({ '/home/a.stack.yaml': { link: '/home/gone' } })).names).toEqual(['a.stack.yaml']);
  });
});

describe('.gitignore', () => {
  test('holds at every level, and the innermost rule decides', async () => {
    const files = {
      '/home/.git/HEAD': '',
      '/home/.gitignore': '# made by the build\nbuild/\n*.old.stack.yaml\n',
      '/home/build/a.stack.yaml': '',
      '/home/b.old.stack.yaml': '',
      '/home/sub/.gitignore': '!keep.old.stack.yaml\n/c.stack.yaml\n',
      '/home/sub/keep.old.stack.yaml': '',
      '/home/sub/drop.old.stack.yaml': '',
      '/home/sub/c.stack.yaml': '',
      '/home/sub/deep/c.stack.yaml': '',
    };
    expect((await found(files)).names).toEqual(['sub/deep/c.stack.yaml', 'sub/keep.old.stack.yaml']);
  });

  test('of the folders above holds too, up to the root of the repository', async () => {
    const files = {
      '/.gitignore': 'd.stack.yaml\n',
      '/repo/.git/info/exclude': 'mine.stack.yaml\n',
      '/repo/.gitignore': '/sub/gen/\n',
      '/repo/sub/gen/a.stack.yaml': '',
      '/repo/sub/b.stack.yaml': '',
      '/repo/sub/mine.stack.yaml': '',
      '/repo/sub/d.stack.yaml': '',
    };
    expect((await found(files, ['.'], '/repo/sub')).names).toEqual(['b.stack.yaml', 'd.stack.yaml']);
  });

  test('does not leave out a folder that was named', async () => {
    const files = {
      '/home/.git/HEAD': '',
      '/home/.gitignore': 'build/\n',
      '/home/build/a.stack.yaml': '',
      '/home/build/tmp/.gitignore': '*\n',
      '/home/build/tmp/b.stack.yaml': '',
    };
    expect((await found(files, ['build'])).names).toEqual(['build/a.stack.yaml']);
  });

  test('that brings a folder back brings back what is in it', async () => {
    const files = {
      '/home/.git/HEAD': '',
      '/home/.gitignore': 'build/\n',
      '/home/sub/.gitignore': '!build/\n',
      '/home/sub/build/a.stack.yaml': '',
      '/home/build/b.stack.yaml': '',
    };
    expect((await found(files)).names).toEqual(['sub/build/a.stack.yaml']);
  });

  test('tells upper case from lower case, as git does', async () => {
    const files = { '/home/.gitignore': 'A.stack.yaml\n', '/home/a.stack.yaml': '' };
    expect((await found(files)).names).toEqual(['a.stack.yaml']);
  });
});
