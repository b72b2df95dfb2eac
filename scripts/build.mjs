// Bundles the server, the client and the command line into dist/, and puts the catalog beside them, once for all. Nothing is
// required from node_modules at run time.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED_CATALOG } from './build-catalog.mjs';
import { build, writeBundled } from './bundled.mjs';
import { writeManPage } from './man-page.mjs';
import { writeNotices } from './notices.mjs';
import { bundlePacks } from './packs.mjs';
import { writeTranslations } from './translations.mjs';

const production = process.argv.includes('--production');
const root = fileURLToPath(new URL('..', import.meta.url));
/** Where a file of a package is. Not by resolving it, which follows links. */
const installed = (/** @type {string} */ path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  // What is built depends on the paths of the files. They are the same wherever the project is, and wherever node_modules leads.
  preserveSymlinks: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
};
/**
 * Libraries require these as they are loaded, for what a server over standard input and output never does; each costs more
 * than all of ours. They come with their first use. Who copies their names as it is loaded would get none: that only the server's
 * libraries do not, of those that it uses.
 * @type {import('esbuild').Plugin}
 */
const lateBuiltins = {
  name: 'late-builtins',
  setup(builder) {
    builder.onResolve({ filter: /^(?:child_process|crypto|net|os)$/ }, ({ path, kind, namespace }) =>
      namespace === 'late' || kind !== 'require-call' ? undefined : { path, namespace: 'late' },
    );
    builder.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${path}')[name] });`,
    }));
  },
};
/**
 * What a script exports is copied, name by name, for each module that imports it. These export some 600 names, of which few are
 * used: an object that only inherits from theirs has none to copy.
 * @type {import('esbuild').Plugin}
 */
const inheritedExports = {
  name: 'inherited-exports',
  setup(builder) {
    builder.onResolve({ filter: /^vscode-language(?:server|client)(?:\/(?:node|browser))?$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'inherited' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'inherited' }, ({ path }) => ({
      contents: `module.exports = Object.create(require('${path}'));`,
      resolveDir: root,
    }));
  },
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The same code as ES modules: only what is used of them is bundled.
  alias: {
    yaml: installed('yaml/browser/index.js'),
    // The ES module asks for parts of it by a path that a script does not have.
    tinyglobby: installed('tinyglobby/dist/index.cjs'),
    // The other one loads Node's file system for what is not used of it.
    '@vscode/l10n': installed('@vscode/l10n/dist/browser.js'),
  },
  plugins: [lateBuiltins, inheritedExports],
};
/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  plugins: [inheritedExports],
};
const shebang = { js: '#!/usr/bin/env node' };

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
cpSync(
  new URL(`../${COMPILED_CATALOG}`, import.meta.url),
  new URL('../dist/catalog/bundled.catalog.jsonl', import.meta.url),
);
writeTranslations(new URL('../', import.meta.url));
/** Writes a program in parts, and the entry that loads them. It names their content, which is what caches of them belong to. */
async function program(
  /** @type {string} */ entry,
  /** @type {string} */ outfile,
  /** @type {readonly import('./packs.mjs').Pack[]} */ packs,
  /** The entry of its threads, which loads the same parts. @type {string | undefined} */ thread = undefined,
) {
  const files = await bundlePacks(node, dirname(outfile), packs);
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(`../${file}`, import.meta.url)));
  const define = { ...node.define, BUILD_ID: JSON.stringify(hash.digest('hex').slice(0, 16)) };
  await build({ ...node, entryPoints: [entry], outfile, banner: shebang, define });
  if (thread === undefined) return;
  await build({ ...node, entryPoints: [thread], outfile: join(dirname(outfile), 'worker.js'), define });
}

await Promise.all([
  program('server/src/node.ts', 'dist/server/node.js', [
    { file: 'main.js', roots: ['server/src/nodeServer.ts'] },
    { file: 'checker.js', roots: ['server/src/workspace/checker.ts'] },
    { file: 'features.js', roots: ['server/src/features/manifestFeatures.ts'] },
    { file: 'structure.js', roots: ['server/src/features/structure/structureFeatures.ts'] },
    { file: 'navigation.js', roots: ['server/src/features/navigate/navigateFeatures.ts'] },
    { file: 'plans.js', roots: ['server/src/features/plan/planText.ts'] },
    { file: 'report.js', roots: ['server/src/features/report/reportHtml.ts'] },
    {
      file: 'catalogs.js',
      roots: [
        'server/src/catalog/read.ts',
        'server/src/features/catalogFile/checkedCatalog.ts',
        'server/src/features/catalogFile/catalogFeatures.ts',
      ],
    },
    { file: 'drift.js', roots: ['server/src/workspace/driftSources.ts', 'server/src/features/drift/answers.ts'] },
    { file: 'catalogTokens.js', roots: ['server/src/features/structure/catalogTokens.ts'] },
  ]),
  build({ ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' }),
  // The editor has those modules of Node loaded, and its client copies what they export.
  bundlePacks({ ...node, plugins: [inheritedExports], external: ['vscode'] }, 'dist/client', [
    { file: 'node.js', roots: ['client/src/node.ts'] },
    { file: 'languageClient.js', roots: ['client/src/nodeClient.ts'] },
  ]),
  build({
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client/browser.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  // It runs in the panel of the report.
  build({ ...browser, entryPoints: ['client/page/report.ts'], outfile: 'dist/client/reportPage.js', format: 'iife' }),
  // The language server is not bundled twice: `stackpin lsp` loads the file beside it by a computed path.
  program(
    'cli/src/main.ts',
    'dist/cli/stackpin.js',
    [
      { file: 'main.js', roots: ['cli/src/cliMain.ts'] },
      { file: 'commands.js', roots: ['cli/src/commands.ts'] },
      { file: 'reports.js', roots: ['cli/src/report/forCi.ts'] },
      { file: 'import.js', roots: ['cli/src/import/importing.ts'] },
      { file: 'glob.js', roots: ['cli/src/files/glob.node.ts'] },
      { file: 'catalogs.js', roots: ['server/src/catalog/read.ts', 'cli/src/catalog/lint.ts'] },
      {
        file: 'update.js',
        roots: ['cli/src/catalog/update/update.ts', 'cli/src/catalog/update/updating.node.ts'],
      },
    ],
    'cli/src/workerEntry.ts',
  ),
]);
writeBundled(new URL('..', import.meta.url), 'dist/bundled.json');
await writeNotices(new URL('..', import.meta.url), 'dist/bundled.json');
await writeManPage(new URL('..', import.meta.url));
