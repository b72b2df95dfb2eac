// Writes dist/man/stackpin.1, which npm installs with the package.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadSources } from './load-sources.mjs';
import { sourceDateEpoch } from './release/epoch.mjs';

/** @param {URL} root of the repository */
export async function writeManPage(root) {
  const { manPage } = await loadSources(root, "export { manPage } from './scripts/man/manPage.ts';", 'node');
  const { version, homepage } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const day = new Date(sourceDateEpoch(root) * 1000).toISOString().slice(0, 10);
  const page = manPage({ version, day, homepage, cliPage: readFileSync(new URL('docs/cli.md', root), 'utf8') });
  mkdirSync(new URL('dist/man/', root), { recursive: true });
  writeFileSync(new URL('dist/man/stackpin.1', root), page);
}
