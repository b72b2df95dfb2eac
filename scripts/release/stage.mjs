// One folder with what both packages are made of. What they hold depends on nothing else: not on the permissions that files have
// here, nor on what else lies about.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** What .vscodeignore and .npmignore choose from, and they. */
const STAGED = [
  '.npmignore',
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'client',
  'dist/catalog',
  'dist/cli',
  'dist/client',
  'dist/l10n',
  'dist/man',
  'dist/server',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'schemas',
  'templates',
];

/**
 * Fills the folder.
 * @param {URL} root of the repository, after a build
 * @param {URL} stage the folder; what was in it is gone
 */
export function stage(root, stage) {
  rmSync(stage, { recursive: true, force: true });
  const manifest = readFileSync(new URL('package.json', root), 'utf8');
  // Whoever unpacks the archive by hand can run them too; npm sees to it by itself as it installs.
  const programs = Object.values(JSON.parse(manifest).bin);
  const put = (/** @type {string} */ path, /** @type {string | Uint8Array} */ content) => {
    const target = new URL(path, stage);
    mkdirSync(new URL('.', target), { recursive: true });
    writeFileSync(target, content);
    chmodSync(target, programs.includes(path) ? 0o755 : 0o644);
  };
  for (const path of STAGED.flatMap((path) => filesIn(root, path))) put(path, readFileSync(new URL(path, root)));
  put('ThirdPartyNotices.txt', readFileSync(new URL('dist/ThirdPartyNotices.txt', root)));
  put('package.json', published(manifest));
}

/** The path itself, or the files below it, from the root. @returns {string[]} */
function filesIn(/** @type {URL} */ root, /** @type {string} */ path) {
  if (!statSync(new URL(path, root)).isDirectory()) return [path];
  return readdirSync(new URL(`${path}/`, root))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}

/** package.json without what is of use in the repository alone: how it is built, and what with. */
function published(/** @type {string} */ manifest) {
  const { scripts: _, devDependencies: __, ...rest } = JSON.parse(manifest);
  return `${JSON.stringify(rest, undefined, 2)}\n`;
}
