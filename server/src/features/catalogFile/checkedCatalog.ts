/** One version of an open catalog, linted among the catalogs that it is used with. */

import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type LocatedProblem, lintReadings } from '../../catalog/lint/lintReadings.ts';
import { overlayCatalogs } from '../../catalog/overlay.ts';
import type { CatalogReading } from '../../catalog/read.ts';
import type { LineIndex } from '../../manifest/lines.ts';
import { fileName } from '../fileName.ts';

/** A catalog file, read. */
export interface ReadCatalogFile {
  readonly uri: string;
  readonly reading: CatalogReading;
}

export interface CheckedCatalog {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  readonly reading: CatalogReading;
  /** In order of position. */
  readonly problems: readonly LocatedProblem[];
  /** What it was linted with, in the order in which they are laid, the last on top; itself among them. */
  readonly files: readonly ReadCatalogFile[];
  /** The table of all of them together, and the day. */
  readonly context: AnalysisContext;
}

/**
 * Lints an open catalog.
 * @param files what it is used with, itself among them
 * @param context the catalog in it lies below all files
 */
export function checkCatalog(
  { uri, version, reading }: ReadCatalogFile & { readonly version: number },
  files: readonly ReadCatalogFile[],
  context: AnalysisContext,
): CheckedCatalog {
  const own = files.findIndex((file) => file.reading === reading);
  const texts = files.map((file) => ({ name: fileName(file.uri), reading: file.reading }));
  return {
    uri,
    version,
    lines: reading.document.source,
    reading,
    problems: lintReadings(texts, context.catalog, own)[own] ?? [],
    files,
    context: {
      ...context,
      catalog: overlayCatalogs(
        context.catalog,
        files.map((file) => file.reading.readable),
      ),
    },
  };
}
