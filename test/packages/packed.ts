/** Packs the project in a copy of its own, so that nobody's build is disturbed. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from './entry.ts';
import { readTgz } from './tgz.ts';
import { readZip } from './zip.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
export const EXTENSION = 'stackpin.vsix';
export const NPM_PACKAGE = `stackpin-${VERSION}.tgz`;
/** 2026-11-24T10:20:30Z */
export const EPOCH = 1_795_515_630;

/** What nothing that is packed is made of. */
const ELSEWHERE = /^(?:bench|docs\/images|examples|test)\//;

/**
 * Copies the project as it is and packs it there, as `npm run package` does.
 * @param folder where the copy goes
 * @param mask of the permissions that all files get
 * @param env beside that of this process
 * @returns the folder of what was made
 */
export async function packed(folder: string, mask: number, env: { readonly [name: string]: string }): Promise<string> {
  return made('package', folder, mask, env);
}

/** Builds a copy as one builds to work on it: the names in the bundles are those of the sources. */
export async function built(folder: string): Promise<string> {
  return made('build', folder, 0o022, {});
}

async function made(
  script: 'package' | 'build',
  folder: string,
  mask: number,
  env: { readonly [name: string]: string },
): Promise<string> {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const files = listed.stdout
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)));
  for (const file of files.filter((file) => file !== 'node_modules' && !ELSEWHERE.test(file))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(folder, file));
    chmodSync(join(folder, file), 0o666 & ~mask);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { [script]: command } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
  const { output, status } = await ended(`umask ${mask.toString(8)}; ${command}`, folder, env);
  if (status !== 0) throw new Error(output);
  return join(folder, 'dist');
}

function ended(command: string, cwd: string, env: { readonly [name: string]: string }) {
  const full = { ...process.env, SOURCE_DATE_EPOCH: String(EPOCH), ...env };
  return new Promise<{ readonly output: string; readonly status: number | null }>((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd, env: full });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ output: Buffer.concat(chunks).toString(), status }));
  });
}

/** The files of both packages, by their paths in the project. */
export function contents(dist: string): { readonly extension: Map<string, Entry>; readonly npm: Map<string, Entry> } {
  const below = (entries: readonly Entry[], folder: string): Map<string, Entry> =>
    new Map(entries.map((entry) => [entry.path.replace(folder, ''), entry]));
  return {
    extension: below(readZip(readFileSync(join(dist, EXTENSION))), 'extension/'),
    npm: below(readTgz(readFileSync(join(dist, NPM_PACKAGE))), 'package/'),
  };
}
