// `npm run bench`: builds and packs what is shipped, installs what it is measured beside, and starts the benchmark.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const args = process.argv.slice(2);

/** Runs a command of this project; ends with its status when it fails. */
function run(command, options, cwd = root) {
  const { status, error } = spawnSync(command, options, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function installPeers() {
  const stamp = 'bench/peers/node_modules/.installed-lock.json';
  const lock = readFileSync('bench/peers/package-lock.json', 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what Stackpin is measured beside (npm ci in bench/peers) ...');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], 'bench/peers');
  writeFileSync(stamp, lock);
}

mkdirSync('bench/.work', { recursive: true });
if (!args.includes('--no-build') || !existsSync('dist/server/node.js')) {
  console.error('Building and packing what is shipped ...');
  run('npm', ['run', '--silent', 'generate']);
  // Builds for production first (`vscode:prepublish`).
  run('npx', ['vsce', 'package', '--no-dependencies', '--out', 'bench/.work/stackpin.vsix']);
}
installPeers();
await build({
  entryPoints: { bench: 'bench/main.ts', worker: 'bench/worker.ts', resolver: 'bench/resolver/worker.ts' },
  bundle: true,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);`,
  },
  outdir: 'bench/.work',
  logLevel: 'warning',
});
const own = args.filter((arg) => arg !== '--no-build');
const { status } = spawnSync(process.execPath, ['bench/.work/bench.mjs', ...own], { stdio: 'inherit' });
process.exit(status ?? 1);
