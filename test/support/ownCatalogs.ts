/** Reads what manifests extend, and the catalogs that they name, from a folder, as hosts do. */
import { existsSync, readFileSync } from 'node:fs';
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import { type CatalogReader, withOwnCatalogs } from '../../server/src/analysis/ownCatalogs.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import type { Origin } from '../../server/src/composition/layers.ts';
import { loadBases } from '../../server/src/composition/load.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';

/**
 * Where a manifest stands among the files that it extends.
 * @param workspace bases stand inside it
 */
export async function originOf(uri: URL, file: YamlFile, workspace: URL): Promise<Origin> {
  const { source } = await loadBases(
    { uri: uri.href, manifests: readStacks(file) },
    {
      resolve: (path, from) => new URL(path, from).href,
      isInside: (location) => location.startsWith(workspace.href),
      read: async (location) =>
        existsSync(new URL(location))
          ? { uri: location, manifests: readStacks(parseYaml(readFileSync(new URL(location), 'utf8'))) }
          : { failed: 'there is no such file' },
    },
  );
  return { uri: uri.href, source };
}

/** The context of a manifest with the catalogs that it and its bases name. */
export function contextIn(origin: Origin, file: YamlFile, context: AnalysisContext): Promise<AnalysisContext> {
  const reader: CatalogReader = {
    read: async ({ text, from = origin.uri }) => {
      const path = new URL(text, from);
      if (!existsSync(path)) return { kind: 'missing', why: 'there is no such file' };
      const { catalog, problems } = readCatalog(readFileSync(path, 'utf8'));
      return catalog === undefined ? { kind: 'invalid', problems } : { kind: 'read', catalog };
    },
    lay: (_, catalogs) => overlayCatalogs(context.catalog, catalogs),
  };
  return withOwnCatalogs(file, context, reader, origin);
}
