// `npm start`: installs what is missing, builds, and checks the example stacks as of the day they name.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { installIfNeeded } from './install.mjs';

const ON_PURPOSE = 'examples/broken.stack.yaml';
const root = new URL('..', import.meta.url);

/** The examples, by name, with the day as of which each was written. */
function examples() {
  const names = readdirSync(new URL('examples/', root)).filter((name) => name.endsWith('.stack.yaml'));
  return names.sort().map((name) => {
    const path = `examples/${name}`;
    const [, day] = /^# Checked as of (\d{4}-\d{2}-\d{2})\./.exec(readFileSync(new URL(path, root), 'utf8')) ?? [];
    if (day === undefined) fail(`${path} does not begin with its day. Write "# Checked as of YYYY-MM-DD." first.`);
    return { path, day };
  });
}

/** Checks files as of one day; gives the exit status of the command line. */
function check(day, paths) {
  const args = ['dist/cli/stackpin.js', 'check', ...paths, '--as-of', day];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 2;
}

function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}

installIfNeeded();
console.log('Building (npm run build) ...');
const build = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (build.status !== 0) fail(`${build.stdout}${build.stderr}The build failed; its output is above.`);

const all = examples();
for (const day of new Set(all.map((example) => example.day))) {
  const paths = all.filter((example) => example.day === day && example.path !== ON_PURPOSE).map(({ path }) => path);
  if (paths.length === 0) continue;
  console.log(`\nChecking the stacks in examples/ as of ${day} (stackpin check):\n`);
  const status = check(day, paths);
  if (status !== 0) fail('The examples should have no errors; see above.', status);
}
const broken = all.find(({ path }) => path === ON_PURPOSE);
if (broken !== undefined) {
  console.log(`\nChecking ${ON_PURPOSE}, which is broken on purpose to show what findings look like:\n`);
  const status = check(broken.day, [ON_PURPOSE]);
  if (status === 2) fail(`${ON_PURPOSE} could not be checked; see above.`, status);
  console.log(`\n${ON_PURPOSE} is broken on purpose; the other examples have no errors.`);
}
console.log('To check a manifest of your own: node dist/cli/stackpin.js check FILE');
