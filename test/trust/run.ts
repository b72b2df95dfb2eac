/** Runs the built programs with the network cut off and with every use of it, of other programs and of files written down. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const TRAP = fileURLToPath(new URL('trap.cjs', import.meta.url));
/** Where the programs are, and what comes with them. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the trap wrote down. */
export type Noted =
  | { readonly kind: 'use'; readonly name: string }
  | {
      readonly kind: 'program';
      readonly file: string;
      readonly args: readonly string[];
      readonly shell: boolean | string;
    }
  | { readonly kind: 'file'; readonly how: 'tell' | 'read' | 'write'; readonly call: string; readonly path: string };

export interface Trapped {
  readonly child: ChildProcess;
  /** Folder of caches that the program gets. */
  readonly cache: string;
  /** Everything so far. */
  noted(): Noted[];
}

/**
 * Begins of a command that runs another without a network. As root a namespace of the network is enough; others get one of users with it.
 * @throws where this Linux allows neither: then nothing would be shown
 */
function cutOff(): readonly string[] {
  // Elsewhere there is no such thing, and the trap alone shows it.
  if (process.platform !== 'linux') return [];
  const way = ['-n', '-rn'].find((option) => spawnSync('unshare', [option, 'true']).status === 0);
  if (way === undefined) {
    throw new Error(
      'Neither "unshare -n" nor "unshare -rn" works here. Allow namespaces of users, or run this as root.',
    );
  }
  return ['unshare', way];
}

let way: readonly string[] | undefined;

/** Starts a script of Node. */
export function startTrapped(script: string, args: readonly string[], cwd: string): Trapped {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-trap-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = join(folder, 'log');
  const cache = join(folder, 'cache');
  writeFileSync(log, '');
  way ??= cutOff();
  const [program = process.execPath, ...rest] = [...way, process.execPath, '--require', TRAP, script, ...args];
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  const env = {
    ...inherited,
    LC_ALL: 'C',
    STACKPIN_TRAP: log,
    NODE_COMPILE_CACHE: '',
    XDG_CACHE_HOME: cache,
    // Updates of the catalog are looked for there.
    XDG_DATA_HOME: join(cache, 'data'),
  };
  const child = spawn(program, rest, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const noted = (): Noted[] =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Noted);
  return { child, cache, noted };
}

export interface Finished {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly noted: readonly Noted[];
  readonly cache: string;
}

/** Runs a script to its end. */
export function runTrapped(script: string, args: readonly string[], cwd: string, input = ''): Promise<Finished> {
  const { child, cache, noted } = startTrapped(script, args, cwd);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const [o, e] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()];
      resolve({ status, out: o, err: e, noted: noted(), cache });
    });
  });
}

/** What was used of the network and of evaluation, and which programs were started. */
export function usesIn(noted: readonly Noted[]): string[] {
  return noted.flatMap((one) => {
    if (one.kind === 'use') return one.name;
    return one.kind === 'program'
      ? `${one.file} ${one.args.join(' ')}${one.shell === false ? '' : ' (in a shell)'}`
      : [];
  });
}
