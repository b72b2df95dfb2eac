/** Lints catalogs that are written as text, and says what was found with its place. */
import { lintCatalogs } from '../../../server/src/catalog/lint/lint.ts';
import { pathText } from '../../../server/src/catalog/lint/problem.ts';
import { emptyCatalog } from '../../../server/src/catalog/loader.ts';
import type { Catalog, Component } from '../../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../../server/src/catalog/read.ts';
import { nodeAtPath } from '../../../server/src/manifest/pathRange.ts';

const METADATA = { name: 'bundled', version: '1', updated: '2026-11-23' };

/** A catalog of these components, as the bundled one. */
export function baseOf(...components: readonly Component[]): Catalog {
  return overlayCatalogs(emptyCatalog(METADATA), [{ metadata: METADATA, components }]);
}

/** The head of a user's catalog; its components are indented by two spaces. */
export const HEAD = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://wiki.example.com/platform"}
components:
`;

/**
 * Lints files, the last on top.
 * @param files what stands under `components` of each
 * @returns "file.yaml components.a.b[0] code severity: message", and indented below it the other places
 */
export function lintTexts(
  files: { readonly [name: string]: string },
  base: Catalog = baseOf(),
  house = false,
): string[] {
  const names = Object.keys(files);
  const read = names.map((name) => {
    const { catalog, problems, document } = readCatalog(HEAD + files[name]);
    if (catalog === undefined)
      throw new Error(problems.map(({ message, line }) => `${name}:${line}: ${message}`).join('\n'));
    return {
      name,
      catalog,
      isWritten: (path: readonly (string | number)[]) => nodeAtPath(document.root, path) !== undefined,
    };
  });
  return lintCatalogs(read, { base, house }).flatMap((problems, index) =>
    problems.flatMap(({ path, code, severity, message, related = [] }) => [
      `${names[index]} ${pathText(path)} ${code} ${severity}: ${message}`,
      ...related.map((place) => `  ${names[place.file ?? index]} ${pathText(place.path)}: ${place.message}`),
    ]),
  );
}

/** Lints one file. */
export function lintText(components: string, base?: Catalog, house?: boolean): string[] {
  return lintTexts({ 'acme.yaml': components }, base, house).map((line) =>
    line.replace(/^( *)acme\.yaml components\./, '$1'),
  );
}
