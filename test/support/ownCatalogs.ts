/** Reads what manifests name under `catalogs` from a folder, as hosts do. */
import { existsSync, readFileSync } from 'node:fs';
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import { type CatalogReader, withOwnCatalogs } from '../../server/src/analysis/ownCatalogs.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';

/** The context of a manifest that stands in a folder. */
export function contextIn(folder: URL, file: YamlFile, context: AnalysisContext): Promise<AnalysisContext> {
  const reader: CatalogReader = {
    read: async (entry) => {
      const path = new URL(entry, folder);
      if (!existsSync(path)) return { kind: 'missing', why: 'there is no such file' };
      const { catalog, problems } = readCatalog(readFileSync(path, 'utf8'));
      return catalog === undefined ? { kind: 'invalid', problems } : { kind: 'read', catalog };
    },
    lay: (_, catalogs) => overlayCatalogs(context.catalog, catalogs),
  };
  return withOwnCatalogs(file, context, reader);
}
