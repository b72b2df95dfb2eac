/** Installs the tools that these tests hand our output to. Skips nothing silently. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const TOOLS = fileURLToPath(new URL('./', import.meta.url));

/** Where the SARIF Multitool is: the package for each system exports the path of its program. */
export function multitool(): string {
  const system = { darwin: 'darwin', win32: 'win32' }[process.platform as string] ?? 'linux';
  return createRequire(import.meta.url)(`@microsoft/sarif-multitool-${system}`) as string;
}

/** The stamp holds the lock file that the packages were installed from. */
export function setup(): void {
  const stamp = `${TOOLS}node_modules/.installed-lock.json`;
  const lock = readFileSync(`${TOOLS}package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the tools that read our output (npm ci in test/tools) ...');
  const { status, stdout, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: TOOLS,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${TOOLS}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  // Its install script does the same; none is run here.
  chmodSync(multitool(), 0o755);
  writeFileSync(stamp, lock);
}
