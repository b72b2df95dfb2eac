/** Tools that single tests need have folders of their own, so that nobody else has to install them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Installs what a folder of test/tools locks, where that is not there yet.
 * @returns what requires a module from there
 */
export function toolsOf(name: string): (module: string) => unknown {
  const folder = new URL(`./${name}/`, import.meta.url);
  const stamp = new URL('node_modules/.installed-lock.json', folder);
  const lock = readFileSync(new URL('package-lock.json', folder), 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    const args = ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status, stderr, error } = spawnSync('npm', args, { cwd: fileURLToPath(folder), encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm ci failed in test/tools/${name}: ${error?.message ?? ''}\n${stderr}`);
    writeFileSync(stamp, lock);
  }
  return createRequire(new URL('package.json', folder));
}
