// `npm run package`: the extension and the npm package, of the same files, with their bills of materials and checksums; after a
// build with --production. The same commit, Node and npm give the same bytes, wherever and whenever.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSources } from './load-sources.mjs';
import { sourceDateEpoch } from './release/epoch.mjs';
import { stage } from './release/stage.mjs';

const root = new URL('..', import.meta.url);
const dist = fileURLToPath(new URL('dist/', root));
const staged = new URL('dist/package/', root);
const { name, version, publisher, description, license, repository, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);
const EXTENSION = `${name}.vsix`;
const NPM_PACKAGE = `${name}-${version}.tgz`;
const epoch = sourceDateEpoch(root);
const env = { ...process.env, SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', LC_ALL: 'C' };

/** Runs a command among the staged files; ends when it fails. */
function run(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: staged, env, encoding: 'utf8', shell });
  if (status === 0) return stdout;
  console.error(`${stdout}${stderr}${error?.message ?? ''}`);
  process.exit(1);
}

stage(root, staged);
const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', join(dist, EXTENSION), ...process.argv.slice(2)]);
const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dist]));
if (filename !== NPM_PACKAGE) renameSync(join(dist, filename), join(dist, NPM_PACKAGE));

const { bundledPackages, sbom } = await loadSources(
  root,
  `export { bundledPackages } from './scripts/release/bundledPackages.ts';
export { sbom } from './scripts/release/sbom.ts';`,
  'node',
);
const bundled = Object.entries(JSON.parse(readFileSync(join(dist, 'bundled.json'), 'utf8')));
const tools = [
  { name: 'node', version: process.versions.node },
  { name: 'npm', version: run('npm', ['--version']).trim() },
  ...['@vscode/vsce', 'esbuild'].map((tool) => ({ name: tool, version: devDependencies[tool] })),
];
/** Which bundles are in each is what .vscodeignore and .npmignore say. */
const products = [
  {
    file: EXTENSION,
    purl: `pkg:vscode-extension/${publisher}/${name}@${version}`,
    holds: (/** @type {string} */ path) => !path.startsWith('dist/cli/'),
  },
  {
    file: NPM_PACKAGE,
    purl: `pkg:npm/${name}@${version}`,
    holds: (/** @type {string} */ path) => !path.startsWith('dist/client/') && path !== 'dist/server/browser.js',
  },
];
for (const { file, purl, holds } of products) {
  const product = {
    name,
    version,
    description,
    licence: license,
    repository: repository.url.replace(/\.git$/, ''),
    purl,
    archive: readFileSync(join(dist, file)),
  };
  const packages = bundledPackages(fileURLToPath(root), Object.fromEntries(bundled.filter(([path]) => holds(path))));
  writeFileSync(join(dist, `${file}.cdx.json`), sbom({ product, packages, tools, epoch }));
}

rmSync(staged, { recursive: true });
const released = products.flatMap(({ file }) => [file, `${file}.cdx.json`]).sort();
const sums = released.map((file) => {
  const hash = createHash('sha256')
    .update(readFileSync(join(dist, file)))
    .digest('hex');
  return `${hash}  ${file}\n`;
});
writeFileSync(join(dist, 'SHA256SUMS'), sums.join(''));
console.log(`dist/ of ${new Date(epoch * 1000).toISOString()}:\n${sums.join('')}`);
