/** Completion scripts: what a shell offers, where it is installed, and what stands in them everywhere. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { folderWith, stackpin } from './support.ts';

const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

async function script(shell: string): Promise<string> {
  const { status, out, err } = await stackpin(['completion', shell]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

test.each(['bash', 'zsh', 'fish'].filter(isInstalled))('%s reads its script', async (shell) => {
  const { status, stderr } = spawnSync(shell, ['-n'], { input: await script(shell), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

describe.runIf(isInstalled('bash'))('bash', () => {
  /** What is offered for the last word of a line. */
  async function offered(...words: readonly string[]): Promise<string[]> {
    const cwd = folderWith({ 'a.stack.yaml': '', 'with space.stack.yaml': '', 'sub/b.yaml': '' });
    const quoted = ['stackpin', ...words].map((word) => `'${word}'`).join(' ');
    const run = `${await script('bash')}
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _stackpin; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', run], { cwd, encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line !== '');
  }

  test.each([
    [['ch'], ['check']],
    [
      ['catalog', ''],
      ['list', 'show', 'coverage', 'lint', 'update'],
    ],
    [
      ['check', '--format', ''],
      ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'],
    ],
    [['check', '--fail-on', 'w'], ['warning']],
    [['catalog', 'list', '--form'], ['--format']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', '--quiet', 'with'], ['with space.stack.yaml']],
    [['plan', 'a.stack.yaml', '--to', 'a'], ['a.stack.yaml']],
    [['versions', 'a'], []],
    [['check', '--as-of', ''], []],
  ])('offers after %j', async (words, wanted) => {
    expect(await offered(...words)).toEqual(wanted);
  });

  test('offers every option of a command', async () => {
    const { out } = await stackpin(['plan', '--help']);
    expect((await offered('plan', '--')).sort()).toEqual(
      [...new Set(out.match(/^ +(?:-\w, )?(--[a-z-]+)/gm))].map((line) => line.replace(/.* /, '')).sort(),
    );
  });
});

test('zsh: the options of a command, its files, and the commands of a group', async () => {
  const text = await script('zsh');
  const [, init = ''] = text.split('\n_stackpin_init() {\n');
  expect(init.slice(0, init.indexOf('}'))).toBe(`  _arguments -s \\
    '--template[which one]: : ' \\
    '--list[name the templates]' \\
    '-o[write it to this file]: :_files' \\
    '--output[write it to this file]: :_files' \\
    '--force[take the place of a file that is there]' \\
    '-h[print this help]' \\
    '--help[print this help]'
`);
  expect(text).toContain("      'show:show a component'\n");
  expect(text).toContain("'1: :(bash zsh fish)'");
});

test('fish: the same', async () => {
  const lines = (await script('fish')).split('\n');
  expect(lines.filter((line) => line.includes("from init'"))).toEqual([
    "complete -c stackpin -n '__fish_seen_subcommand_from init' -l template -x -d 'which one'",
    "complete -c stackpin -n '__fish_seen_subcommand_from init' -l list -d 'name the templates'",
    "complete -c stackpin -n '__fish_seen_subcommand_from init' -s o -l output -r -F -d 'write it to this file'",
    "complete -c stackpin -n '__fish_seen_subcommand_from init' -l force -d 'take the place of a file that is there'",
    "complete -c stackpin -n '__fish_seen_subcommand_from init' -s h -l help -d 'print this help'",
  ]);
  expect(lines).toContain(
    "complete -c stackpin -n '__fish_seen_subcommand_from catalog; and not __fish_seen_subcommand_from list show coverage lint update' -f -a show -d 'show a component'",
  );
});
