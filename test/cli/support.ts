/** Runs the built command line as a person does, and hosts made of nothing but memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { FolderEntry, Host } from '../../cli/src/host.ts';
import type { ReadFailure } from '../../server/src/environment.ts';
import { COMPILED } from '../support/compiled.ts';

export const STACKPIN = fileURLToPath(new URL('../../dist/cli/stackpin.js', import.meta.url));
/** A catalog of made-up software. */
export const ACME = fileURLToPath(new URL('acme.catalog.yaml', import.meta.url));
/** What a check against it takes: nothing in its answer depends on today. */
export const FIXED = ['--catalog', ACME, '--as-of', '2026-11-24'];

/** No update of the catalog that somebody has on this machine. */
const NO_DATA = '/no/such/folder';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: { readonly [name: string]: string };
  /** Another copy of the program. */
  readonly program?: string;
}

/** Runs `stackpin` and waits for its end. Neither stream is a terminal. */
export function stackpin(
  args: readonly string[],
  { cwd, input = '', env = {}, program = STACKPIN }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...inherited, LC_ALL: 'C', XDG_DATA_HOME: NO_DATA, ...env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
    // A command that has no use for its input may end before it has taken it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A folder with these files, gone after the test. */
export function folderWith(files: { readonly [path: string]: string | Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A stack manifest with these lines under `components:`. */
export function stackOf(...components: string[]): string {
  const lines = components.map((line) => `  ${line}\n`).join('');
  return `apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: shop}\ncomponents:\n${lines}`;
}

/** What a path leads to in a host of memory; what is not listed is not there. */
export type MemoryFiles = { readonly [path: string]: string | { readonly failed: string } | { readonly link: string } };

export interface MemoryHost extends Host {
  readonly written: string[];
  readonly warned: string[];
}

/** A host whose files are these, by absolute path; folders are there as far as files need them. */
export function memoryHost(files: MemoryFiles, own: Partial<Host> = {}): MemoryHost {
  const written: string[] = [];
  const warned: string[] = [];
  const followed = (path: string): string => {
    const found = files[path];
    return typeof found === 'object' && 'link' in found ? found.link : path;
  };
  const isFolder = (path: string): boolean =>
    Object.keys(files).some((file) => file.startsWith(path === '/' ? path : `${path}/`));
  const read = (path: string): Uint8Array | ReadFailure => {
    const found = files[followed(path)];
    if (found === undefined) return { failed: 'there is no such file' };
    if (typeof found === 'string') return new TextEncoder().encode(found);
    return 'failed' in found ? found : { failed: 'its symbolic links go round in circles' };
  };
  const plain = { terminal: false, colour: false, columns: undefined };
  return {
    folder: '/home',
    locale: undefined,
    bundledCatalog: COMPILED,
    templates: fileURLToPath(new URL('../../templates', import.meta.url)),
    output: plain,
    errors: plain,
    written,
    warned,
    today: () => '2026-11-24',
    // Nothing here takes time: what waits for others has its turn, and no timer goes off.
    schedule: (action, delay) => {
      if (delay === 0) setImmediate(action);
      return () => undefined;
    },
    inspect: async (path) => {
      const target = followed(path);
      if (isFolder(target)) return 'folder';
      return files[target] === undefined ? undefined : 'file';
    },
    listFolder: async (path) => {
      const own = files[path];
      if (typeof own === 'object' && 'failed' in own) return own;
      const names = Object.keys(files).flatMap((file) =>
        file.startsWith(`${path}/`) ? (file.slice(path.length + 1).split('/')[0] ?? []) : [],
      );
      return [...new Set(names)].map((name): FolderEntry => {
        const child = `${path}/${name}`;
        const found = files[child];
        const isLink = typeof found === 'object' && 'link' in found;
        return { name, kind: isLink ? 'link' : isFolder(child) ? 'folder' : 'file' };
      });
    },
    matching: async () => undefined,
    realPath: async (path) => followed(path),
    readFile: async (path) => read(path),
    readArgument: async (path) => read(path),
    readOwnFile: async (path) => (path === COMPILED && files[path] === undefined ? readFileSync(COMPILED) : read(path)),
    git: async () => ({ failed: 'not a git repository' }),
    writeFile: async () => ({ failed: 'nothing is written in memory' }),
    readInput: async () => new Uint8Array(),
    write: async (text) => void written.push(text),
    warn: (text) => void warned.push(text),
    onInterrupt: () => () => undefined,
    startServer: async () => undefined,
    ...own,
  };
}
