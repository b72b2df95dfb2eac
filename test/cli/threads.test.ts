/** Many files on several threads: the same report, whatever becomes of the threads. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Host, Threads } from '../../cli/src/host.ts';
import { run } from '../../cli/src/program.ts';
import { ACME, FIXED, folderWith, memoryHost, stackOf, stackpin } from './support.ts';

/** Files with and without findings, with bases that nobody names, one that cannot be read and one in two environments. */
function tree(count: number): { [path: string]: string | Uint8Array } {
  const files: { [path: string]: string | Uint8Array } = {
    'bases/first.yaml': stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0'),
    'bases/second.yaml': `${stackOf('acme-mesh: 2.0.0')}extends: [first.yaml]\n`,
    'stacks/binary.stack.yaml': new Uint8Array([0x89, 0x50]),
  };
  const texts = [
    stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0'),
    stackOf('acme-cluster: 1.4.0', 'acme-mesh: 2.0.0'),
    `${stackOf('acme-cluster: 1.4.1')}extends: [../bases/second.yaml]\n`,
    `${stackOf('acme-cluster: 1.2.0')}environments:\n  edge:\n    components: {acme-mesh: 1.9.0}\n`,
    `${stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0')}acknowledge:\n  - {code: incompatible, reason: known}\n`,
    'components: [\n',
  ];
  for (let index = 0; index < count; index += 1)
    files[`stacks/${String(index).padStart(3, '0')}.stack.yaml`] = texts[index % texts.length] ?? '';
  return files;
}

describe('the report', () => {
  test.each(['json', 'pretty', 'sarif', 'junit', 'gitlab', 'github'])(
    'as %s is the same, byte by byte',
    async (format) => {
      const cwd = folderWith(tree(60));
      const args = ['check', '--format', format, ...FIXED];
      const alone = await stackpin([...args, '--threads', '1'], { cwd });
      expect(alone.err).toBe(
        'stackpin: cannot read stacks/binary.stack.yaml: it is no UTF-8 text; save it as UTF-8.\n',
      );
      expect(alone.out.length).toBeGreaterThan(1000);
      expect(await stackpin([...args, '--threads', '3'], { cwd })).toEqual(alone);
    },
  );

  test('in Chinese, with a configuration, and with standard input among the files', async () => {
    const cwd = folderWith({
      ...tree(20),
      '.git/HEAD': '',
      'stackpin.config.yaml': 'catalogs: [acme.catalog.yaml]\nseverity: {unsupported: error}\n',
      'acme.catalog.yaml': readFileSync(ACME),
    });
    const args = ['check', 'stacks', '-', '--as-of', '2026-11-24'];
    const more = { cwd, input: stackOf('acme-mesh: 2.0.0'), env: { LC_ALL: 'zh_CN.UTF-8' } };
    const alone = await stackpin([...args, '--threads', '1'], more);
    expect(alone.out).toContain('<stdin>');
    expect(alone.out).toContain('个错误');
    expect(await stackpin([...args, '--threads', '4'], more)).toEqual(alone);
  });
});

describe('threads of memory', () => {
  const names = Array.from({ length: 40 }, (_, index) => `/home/${index + 10}.stack.yaml`);
  const files = {
    ...Object.fromEntries(names.map((name) => [name, stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0')])),
    '/home/acme.catalog.yaml': readFileSync(ACME, 'utf8'),
  };
  const args = ['check', '--catalog', 'acme.catalog.yaml', '--as-of', '2026-11-24', '--format', 'json'];

  async function checked(more: readonly string[], own: Partial<Host>) {
    const host = memoryHost(files, own);
    const status = await run([...args, ...more], host);
    return { status, out: host.written.join(''), err: host.warned.join('') };
  }

  test('one that dies is told, and its files are checked all the same', async () => {
    const dying: Threads = {
      cores: 2,
      start: (_, { ended }) => ({
        post: () => void setTimeout(() => ended('out of memory'), 1),
        stop: () => undefined,
      }),
    };
    const alone = await checked(['--threads', '1'], {});
    const told = 'stackpin: a thread ended early (out of memory); what it was given is checked again.\n';
    // This thread is one of the two.
    expect(await checked(['--threads', '2'], { threads: dying })).toEqual({ ...alone, err: told });
    expect(await checked(['--threads', '3'], { threads: dying })).toEqual({ ...alone, err: told + told });
  });

  test('are as many as the machine has cores where there are many files, and none where there are few', async () => {
    let started = 0;
    const counting: Threads = {
      cores: 3,
      start: (_, { ended }) => {
        started += 1;
        return { post: () => ended('no'), stop: () => undefined };
      },
    };
    /** Threads beside the one that is there, for so many files. */
    const startedFor = async (count: number): Promise<number> => {
      started = 0;
      const many = Object.fromEntries(Array.from({ length: count }, (_, index) => [`/home/${index}.stack.yaml`, '']));
      await run(['check', '.'], memoryHost(many, { threads: counting }));
      return started;
    };
    expect([await startedFor(40), await startedFor(199), await startedFor(200), await startedFor(1000)]).toEqual([
      0, 0, 1, 2,
    ]);
  });

  test('an interruption reports what is finished, says so, and ends with 130', async () => {
    let interrupt: (by: 'SIGINT') => void = () => undefined;
    let read = 0;
    const whole = memoryHost(files);
    const own: Partial<Host> = {
      onInterrupt: (react) => {
        interrupt = react;
        return () => undefined;
      },
      readArgument: async (path) => {
        if (path.endsWith('.stack.yaml') && ++read === 3) interrupt('SIGINT');
        return whole.readArgument(path);
      },
    };
    const { status, out, err } = await checked(['--threads', '1'], own);
    expect({ status, err }).toEqual({
      status: 130,
      err: 'stackpin: stopped after 3 of 40 files: the report is partial.\n',
    });
    expect(JSON.parse(out).files.map(({ path }: { readonly path: string }) => path)).toEqual([
      '10.stack.yaml',
      '11.stack.yaml',
      '12.stack.yaml',
    ]);
  });
});

test.each(['0', '-1', 'many', '1000'])('--threads %s is refused', async (count) => {
  expect(await stackpin(['check', `--threads=${count}`])).toEqual({
    status: 2,
    out: '',
    err: `stackpin: option '--threads <number>' argument '${count}' is invalid. Write a whole number from 1 to 256.\nRun "stackpin check --help" to see its options.\n`,
  });
});
