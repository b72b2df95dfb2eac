// `npm test`: installs what is missing, builds, checks types, lint and layering, then runs every test, the editors included.
import { spawnSync } from 'node:child_process';
import { installIfNeeded } from './install.mjs';

/** Runs a command of this project; ends with its status when it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

installIfNeeded();
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'check']);
run('npx', ['vitest', 'run', ...process.argv.slice(2)]);
