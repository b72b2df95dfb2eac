// Installs the project's packages when they are missing or older than the lock file, so that `npm start` and `npm test`
// work in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const OLDEST_NODE = 20;
const root = new URL('..', import.meta.url);

/** Ends the process with a message when Node is too old or the packages cannot be installed. */
export function installIfNeeded() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    console.error(`Stackpin needs Node.js ${OLDEST_NODE} or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const lock = new URL('package-lock.json', root);
  const installed = new URL('node_modules/.package-lock.json', root);
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) ...');
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${stdout}${stderr}npm ci failed. Check that the npm registry can be reached, then try again.`);
  process.exit(1);
}
