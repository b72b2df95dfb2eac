/** What was there before: a baseline, and a revision of git. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXED, folderWith, stackOf, stackpin } from './support.ts';

const BROKEN = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
const OLD = stackOf('acme-cluster: 1.2.0');
const check = (cwd: string, ...args: string[]) => stackpin(['check', ...FIXED, ...args], { cwd });
/** The lines of a report that tell findings, and its figures without the line about the catalog. */
const told = (out: string) => out.split('\n').filter((line) => /: \w+\[|^\d+ files?,|^compared/.test(line));

describe('a baseline', () => {
  test('what it names is left out and does not fail, also when lines move; what is new does', async () => {
    const cwd = folderWith({ 'a.stack.yaml': BROKEN, 'b.stack.yaml': OLD });
    const written = await check(cwd, '--write-baseline', 'known.json');
    expect([written.status, told(written.out)]).toEqual([
      0,
      [
        'a.stack.yaml:6:14: error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
        'b.stack.yaml:5:17: warning[end-of-life]: Support for Acme Cluster 1.2 ended on 2026-03-01.',
        '2 files, 2 stacks: 1 error, 1 warning',
      ],
    ]);
    const [fingerprint] = /[0-9a-f]{32}/.exec(readFileSync(join(cwd, 'known.json'), 'utf8')) ?? [];
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'))).toEqual({
      version: 1,
      fingerprints: 1,
      files: {
        'a.stack.yaml': [
          {
            fingerprint,
            code: 'incompatible',
            message: 'Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
          },
        ],
        'b.stack.yaml': [
          {
            fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
            code: 'end-of-life',
            message: 'Support for Acme Cluster 1.2 ended on 2026-03-01.',
          },
        ],
      },
    });

    writeFileSync(join(cwd, 'a.stack.yaml'), BROKEN.replace('components:', '# moved\n\ncomponents:'));
    writeFileSync(join(cwd, 'b.stack.yaml'), stackOf('acme-cluster: 1.4.1'));
    const again = await check(cwd, '--baseline', 'known.json');
    expect([again.status, told(again.out)]).toEqual([
      0,
      ['2 files, 2 stacks: nothing found', 'compared with known.json: 1 known finding left out, 1 gone'],
    ]);

    writeFileSync(join(cwd, 'b.stack.yaml'), BROKEN);
    expect((await check(cwd, '--baseline', 'known.json')).status).toBe(1);
  });

  test('it is used from any folder, and in JSON the counts tell of it', async () => {
    const cwd = folderWith({ 'deep/a.stack.yaml': BROKEN });
    await check(cwd, '--write-baseline', 'known.json');
    const { status, out } = await check(join(cwd, 'deep'), '--baseline', '../known.json', '--format', 'json');
    expect([status, JSON.parse(out).summary]).toEqual([
      0,
      { files: 1, stacks: 1, errors: 0, warnings: 0, information: 0, hints: 0, acknowledged: 0, known: 1, gone: 0 },
    ]);
  });

  test('one that is not there, or is none, ends the check with words', async () => {
    const cwd = folderWith({ 'a.stack.yaml': BROKEN, 'other.json': '{"version": 2}' });
    expect(await check(cwd, '--baseline', 'gone.json')).toEqual({
      status: 2,
      out: '',
      err: 'stackpin: cannot read the baseline gone.json: there is no such file. "--write-baseline gone.json" writes one.\n',
    });
    expect(await check(cwd, '--baseline', 'other.json')).toEqual({
      status: 2,
      out: '',
      err: 'stackpin: other.json is no baseline of this release of Stackpin. "--write-baseline other.json" writes a new one.\n',
    });
  });
});

/** A repository whose one commit holds the files. */
function repository(files: { readonly [path: string]: string }): string {
  const cwd = folderWith(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  return cwd;
}

describe('a revision', () => {
  test('only what came since is told and fails; what is gone is counted', async () => {
    const cwd = repository({ 'a.stack.yaml': BROKEN, 'b.stack.yaml': OLD });
    const same = await check(cwd, '--changed-since', 'main');
    expect([same.status, told(same.out)]).toEqual([
      0,
      ['2 files, 2 stacks: nothing found', 'compared with main: 2 known findings left out, 0 gone'],
    ]);
    writeFileSync(join(cwd, 'a.stack.yaml'), stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.0.0'));
    writeFileSync(join(cwd, 'new.stack.yaml'), BROKEN);
    const { status, out } = await check(cwd, '--changed-since', 'main');
    expect([status, told(out)]).toEqual([
      1,
      [
        'a.stack.yaml:6:14: warning[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.',
        'new.stack.yaml:6:14: error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
        '3 files, 3 stacks: 1 error, 1 warning',
        'compared with main: 1 known finding left out, 1 gone',
      ],
    ]);
  });

  test('a change of a base tells in what extends it', async () => {
    const extending = 'apiVersion: stackpin/v1\nkind: Stack\nextends: [base.yaml]\ncomponents:\n  acme-mesh: 1.9.0\n';
    const cwd = repository({ 'base.yaml': stackOf('acme-cluster: 1.2.0'), 'shop.stack.yaml': extending });
    writeFileSync(join(cwd, 'base.yaml'), stackOf('acme-cluster: 1.4.1'));
    const { out } = await check(cwd, '--changed-since', 'HEAD');
    expect(told(out)).toEqual([
      'shop.stack.yaml:5:14: error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
      '2 files, 2 stacks: 1 error',
      'compared with HEAD: 0 known findings left out, 1 gone',
    ]);
  });

  test('one that git does not know, and a folder without a repository, end the check with words', async () => {
    const cwd = repository({ 'a.stack.yaml': BROKEN });
    expect(await check(cwd, '--changed-since', '--help')).toMatchObject({
      status: 2,
      err: 'stackpin: cannot compare with "--help": git knows no such revision.\n',
    });
    const { status, err } = await check(folderWith({ 'a.stack.yaml': BROKEN }), '--changed-since', 'main');
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^stackpin: cannot compare with "main": not a git repository/),
    ]);
  });
});

describe('over several threads', () => {
  /** Files over a base that nobody names, each of them with findings of its own, and two that accept some. */
  const tree = (mesh: string): { readonly [path: string]: string } => ({
    'bases/base.yaml': stackOf('acme-cluster: 1.4.1'),
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `stacks/${index + 10}.stack.yaml`,
        index % 3 === 0
          ? `apiVersion: stackpin/v1\nkind: Stack\nextends: [../bases/base.yaml]\ncomponents:\n  acme-mesh: ${mesh}\n`
          : stackOf('acme-cluster: 1.2.0', `acme-mesh: ${mesh}`),
      ]),
    ),
  });

  test.each(['pretty', 'json', 'sarif'])('a baseline gives the same as on one, as %s', async (format) => {
    const cwd = folderWith(tree('1.9.0'));
    const on = async (threads: number) => {
      const file = `known-${threads}.json`;
      await check(cwd, '--write-baseline', file, '--threads', String(threads));
      return readFileSync(join(cwd, file), 'utf8');
    };
    expect(await on(3)).toBe(await on(1));
    writeFileSync(join(cwd, 'stacks/12.stack.yaml'), BROKEN);
    writeFileSync(join(cwd, 'stacks/20.stack.yaml'), stackOf());
    const args = ['--baseline', 'known-1.json', '--format', format];
    const alone = await check(cwd, ...args, '--threads', '1');
    expect(alone.status).toBe(1);
    expect(await check(cwd, ...args, '--threads', '3')).toEqual(alone);
  });

  test('a revision gives the same as on one, also where a base was changed', async () => {
    const cwd = repository(tree('1.9.0'));
    writeFileSync(join(cwd, 'bases/base.yaml'), stackOf('acme-cluster: 1.4.0'));
    writeFileSync(join(cwd, 'stacks/11.stack.yaml'), BROKEN);
    const alone = await check(cwd, '--changed-since', 'main', '--threads', '1');
    expect([alone.status, told(alone.out).slice(-2)]).toEqual([
      1,
      [
        '31 files, 31 stacks: 1 error, 1 hint (see --verbose)',
        'compared with main: 29 known findings left out, 1 gone',
      ],
    ]);
    expect(await check(cwd, '--changed-since', 'main', '--threads', '3')).toEqual(alone);
  });
});
