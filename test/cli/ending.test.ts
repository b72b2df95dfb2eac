/** A run that is ended before it is done: what was checked until then is reported, and the exit status says it. */
import { execFileSync, spawn } from 'node:child_process';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXED, folderWith, STACKPIN, stackOf, stackpin } from './support.ts';

const FILES = 40;
const nameOf = (index: number): string => `${String(index).padStart(3, '0')}.stack.yaml`;
/** The file that is never read to its end. */
const ENDLESS = 25;

/** Starts a check of files of which reading one does not end, and waits until it is at that. A pipe is read where it is named. */
async function startedAt(threads: number, ...more: readonly string[]) {
  const names = Array.from({ length: FILES }, (_, index) => nameOf(index));
  const text = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
  const cwd = folderWith(
    Object.fromEntries(names.filter((name) => name !== nameOf(ENDLESS)).map((name) => [name, text])),
  );
  execFileSync('mkfifo', [join(cwd, nameOf(ENDLESS))]);
  const args = ['check', ...names, '--format', 'json', '--threads', String(threads), ...FIXED, ...more];
  const child = spawn(process.execPath, [STACKPIN, ...args], { cwd, env: { ...process.env, LC_ALL: 'C' } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (status, signal) => resolve(status ?? signal)),
  );
  // Opens when somebody reads it.
  const pipe: FileHandle = await open(join(cwd, nameOf(ENDLESS)), 'w');
  return { cwd, child, pipe, ended: async () => ({ status: await ended, out, err }) };
}

/** The names of the files in a report. */
function filesIn(out: string): readonly string[] {
  return JSON.parse(out).files.map(({ path }: { readonly path: string }) => path);
}

describe.runIf(process.platform !== 'win32')('a check that is ended', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s on one thread reports every file up to that at which it was, and ends with %i',
    async (signal, code) => {
      const { child, pipe, ended } = await startedAt(1);
      child.kill(signal);
      // It is told while it waits: what it waits for comes after it.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await pipe.close();
      const { status, out, err } = await ended();
      expect([status, err]).toEqual([code, 'stackpin: stopped after 26 of 40 files: the report is partial.\n']);
      expect(filesIn(out)).toEqual(Array.from({ length: 26 }, (_, index) => nameOf(index)));
    },
  );

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s on several threads reports what each has done, in order, and ends with %i',
    async (signal, code) => {
      const { child, pipe, ended } = await startedAt(3);
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await pipe.close();
      const { status, out, err } = await ended();
      const done = filesIn(out);
      expect([status, err]).toEqual([
        code,
        `stackpin: stopped after ${done.length} of 40 files: the report is partial.\n`,
      ]);
      expect(done).toEqual([...done].sort());
      expect(new Set(done).size).toBe(done.length);
    },
  );

  test('twice ends at once', async () => {
    const { child, pipe, ended } = await startedAt(1);
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGINT');
    const { status, out } = await ended();
    expect([status, out]).toEqual(['SIGINT', '']);
    await pipe.close();
  });

  test('writes no baseline', async () => {
    const { cwd, child, pipe, ended } = await startedAt(1, '--write-baseline', 'known.json');
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await pipe.close();
    expect((await ended()).status).toBe(130);
    expect((await stackpin(['check', '--baseline', 'known.json', nameOf(0)], { cwd })).err).toBe(
      'stackpin: cannot read the baseline known.json: there is no such file. "--write-baseline known.json" writes one.\n',
    );
  });
});

test.each([1, 2])(
  'a reader that goes away, on %i threads: no complaint, and the status that the check has',
  async (threads) => {
    const text = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
    // More than a pipe takes.
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 200 }, (_, index) => [nameOf(index), text])));
    const args = [STACKPIN, 'check', '--format', 'json', '--threads', String(threads), ...FIXED];
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, LC_ALL: 'C' } });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
    expect([status, err]).toEqual([1, '']);
  },
);
