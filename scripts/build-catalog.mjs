// Reads catalog/ and writes the one file that the server and the command line load (see server/src/catalog/compiled.ts).
// The files are read by the same code that reads users' catalogs, so that both mean the same.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadSources } from './load-sources.mjs';

/** What a bundled component has to say, while a user's may leave it to the component it adds to. */
const REQUIRED = ['name', 'layer', 'description', 'status', 'versions'];

/** Where the compiled catalog is written; build.mjs puts a copy into dist/. */
export const COMPILED_CATALOG = 'server/generated/bundled.catalog.jsonl';

/** What the programs know of it without reading it: its serial, which an update has to exceed. */
const ABOUT_CATALOG = 'server/generated/bundled-catalog.json';

/**
 * Writes the compiled catalog. Needs server/generated/validate-catalog.js.
 * @param {URL} root of the repository
 * @throws {Error} naming file, line and what to do, when a file does not fit the format
 */
export async function buildCatalog(root) {
  const { readCatalog, compileCatalog, serialOfDay } = await loadSources(
    root,
    `export { readCatalog } from './server/src/catalog/read.ts';
export { compileCatalog } from './server/src/catalog/compile.ts';
export { serialOfDay } from './server/src/update/serial.ts';`,
  );
  const problems = [];
  const read = (/** @type {string} */ name) => {
    const { catalog, problems: found } = readCatalog(readFileSync(new URL(`catalog/${name}`, root), 'utf8'));
    for (const { message, line } of found) problems.push(`catalog/${name}:${line}: ${message}`);
    return catalog;
  };
  const metadata = read('bundled.yaml')?.metadata;
  const components = [];
  for (const name of readdirSync(new URL('catalog/components/', root)).sort()) {
    for (const component of read(`components/${name}`)?.components ?? []) {
      const file = `catalog/components/${name}`;
      if (`${component.id}.yaml` !== name)
        problems.push(`${file}: holds "${component.id}". Name the file after its component.`);
      const missing = REQUIRED.filter((key) => component[key] === undefined);
      if (missing.length > 0) problems.push(`${file}: "${component.id}" lacks ${missing.join(', ')}. Add it.`);
      components.push(component);
    }
  }
  if (problems.length > 0) throw new Error(`The catalog does not fit its format.\n${problems.join('\n')}`);
  const encoder = new TextEncoder();
  const bytes = compileCatalog(metadata, components, (text) => encoder.encode(text));
  writeFileSync(new URL(COMPILED_CATALOG, root), bytes);
  const { version, updated } = metadata;
  const about = { serial: serialOfDay(updated), version, updated };
  writeFileSync(new URL(ABOUT_CATALOG, root), `${JSON.stringify(about)}\n`);
}
