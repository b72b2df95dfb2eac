// Bundles the server, the client and the command line into dist/, and puts the catalog beside them, once for all. Nothing is
// required from node_modules at run time.
import { cpSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { COMPILED_CATALOG } from './build-catalog.mjs';

const production = process.argv.includes('--production');
const root = new URL('..', import.meta.url).pathname;
/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
const shebang = { js: '#!/usr/bin/env node' };

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
cpSync(
  new URL(`../${COMPILED_CATALOG}`, import.meta.url),
  new URL('../dist/catalog/bundled.catalog.jsonl', import.meta.url),
);
await Promise.all([
  build({ ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js', banner: shebang }),
  build({ ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' }),
  build({ ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client/node.js', external: ['vscode'] }),
  build({
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client/browser.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  // The language server is not bundled twice: `stackpin lsp` loads the file beside it by a computed path.
  build({
    ...node,
    entryPoints: ['cli/src/main.ts'],
    outfile: 'dist/cli/stackpin.js',
    banner: shebang,
  }),
]);
