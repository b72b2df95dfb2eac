// Writes dist/ThirdPartyNotices.txt, of what the build has bundled.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSources } from './load-sources.mjs';

/**
 * @param {URL} root of the repository
 * @param {string} bundled path of what `writeBundled` wrote
 */
export async function writeNotices(root, bundled) {
  const { bundledPackages, notices } = await loadSources(
    root,
    `export { bundledPackages } from './scripts/release/bundledPackages.ts';
export { notices } from './scripts/release/notices.ts';`,
    'node',
  );
  const packages = bundledPackages(fileURLToPath(root), JSON.parse(readFileSync(new URL(bundled, root), 'utf8')));
  writeFileSync(new URL('dist/ThirdPartyNotices.txt', root), notices(packages));
}
