// Writes the pages that are derived from the sources and kept in git: docs/catalog.md, docs/settings.md, docs/editors-methods.md
// and docs/diagnostics/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { askServer } from './ask-server.mjs';
import { buildCatalog, COMPILED_CATALOG } from './build-catalog.mjs';
import { compileSchemas } from './compile-schemas.mjs';
import { loadSources } from './load-sources.mjs';

const root = new URL('..', import.meta.url);
await compileSchemas(root);
await buildCatalog(root);
const { catalogPage, diagnosticPages, FULL_CLIENT, methodsPage, openCatalog, settingsPage } = await loadSources(
  root,
  `export { catalogPage } from './scripts/pages/catalogPage.ts';
export { diagnosticPages } from './scripts/pages/diagnosticPages.ts';
export { FULL_CLIENT } from './scripts/pages/fullClient.ts';
export { methodsPage } from './scripts/pages/methodsPage.ts';
export { settingsPage } from './scripts/pages/settingsPage.ts';
export { openCatalog } from './server/src/catalog/loader.ts';`,
);
const decoder = new TextDecoder('utf-8', { fatal: true });
const catalog = openCatalog(readFileSync(new URL(COMPILED_CATALOG, root)), {
  decode: (/** @type {Uint8Array} */ bytes) => decoder.decode(bytes),
  damaged: (/** @type {string} */ id) => {
    throw new Error(`The entry of ${id} is damaged.`);
  },
});
writeFileSync(new URL('docs/catalog.md', root), catalogPage(catalog));

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const settings = readJson('package.json').contributes.configuration.properties;
writeFileSync(new URL('docs/settings.md', root), settingsPage({ settings, texts: readJson('package.nls.json') }));

const [least, most] = await askServer(root, [{}, FULL_CLIENT]);
writeFileSync(new URL('docs/editors-methods.md', root), methodsPage({ least, most }));

const folder = new URL('docs/diagnostics/', root);
const pages = await diagnosticPages(catalog);
mkdirSync(folder, { recursive: true });
// The page of a code that is gone goes with it.
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
