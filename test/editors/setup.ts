/** Installs the editors that the tests drive, packs the extension, and unpacks what was packed. Skips nothing silently. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { CHROMIUM, CODE_SERVER, EDITORS, EMACS, EXTENSION, FONT, IN_HOST, NEOVIM, ROOT, VSIX, WORK } from './paths.ts';

/** Runs a command to its end; throws with what it printed when it fails. */
function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(' ')} failed in ${cwd}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
}

function installPrograms(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0)
    throw new Error(`The editor tests need programs that are not there. Install: sudo apt-get install ${names}`);
  console.log(`Installing ${names} ...`);
  run('apt-get', ['update', '-q'], ROOT);
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], ROOT);
}

function installEditors(): void {
  const programs: readonly (readonly [name: string, path: string])[] = [
    ['chromium', CHROMIUM],
    ['neovim', NEOVIM],
    ['emacs-nox', EMACS],
    ['fonts-wqy-microhei', FONT],
  ];
  installPrograms(programs.flatMap(([name, path]) => (existsSync(path) ? [] : [name])));
  // Emacs brings Eglot from 29 on.
  const lacks = (feature: string): boolean =>
    spawnSync(EMACS, ['--batch', '--eval', `(progn (package-initialize) (require '${feature}))`]).status !== 0;
  installPrograms(['eglot', 'yaml-mode'].filter(lacks).map((feature) => `elpa-${feature}`));
}

/** The stamp holds the lock file that the packages were installed from. */
function installPackages(): void {
  const stamp = join(EDITORS, 'node_modules/.installed-lock.json');
  const lock = readFileSync(join(EDITORS, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the editors (npm ci in test/editors) ...');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], EDITORS);
  // VS Code's server brings its own list of packages; its lock file does not match it, so that `npm ci` refuses.
  run('npm', ['install', '--ignore-scripts', '--omit=dev', '--no-save', '--no-audit', '--no-fund'], CODE_SERVER);
  writeFileSync(stamp, lock);
}

async function packExtension(): Promise<void> {
  // Installed just now, so it cannot be imported at the top.
  const { unzipSync } = await import('fflate');
  console.log('Packing the extension ...');
  // As it is released.
  run('npm', ['run', 'package'], ROOT);
  rmSync(EXTENSION, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(VSIX)))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const target = join(EXTENSION, name.slice('extension/'.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

export async function setup(): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  installEditors();
  installPackages();
  run('npx', ['tsc', '-p', EDITORS], ROOT);
  await packExtension();
  // The tests inside the web host have to lie under the extension's folder, and to need nothing but `vscode`.
  for (const outfile of [IN_HOST, join(EXTENSION, 'in-host.js')]) {
    await build({
      entryPoints: [join(EDITORS, 'in-host/index.ts')],
      bundle: true,
      format: 'cjs',
      platform: 'browser',
      external: ['vscode'],
      outfile,
      logLevel: 'warning',
    });
  }
}
