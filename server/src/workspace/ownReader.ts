/** Reads the catalogs that one open manifest names. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../analysis/analysis.ts';
import type { CatalogEntry, CatalogReader, DocumentCatalogs } from '../analysis/ownCatalogs.ts';
import type { CatalogStore } from './catalogs.ts';
import { folderOf, isOnAnotherMachine, isSameLocation, resolveLocation } from './locations.ts';

export interface OwnReader extends CatalogReader {
  /** The files that were asked for, in order. */
  readonly locations: readonly string[];
}

/**
 * Makes a reader.
 * @param uri of the manifest, in whose folder paths begin
 * @param given files that are laid already, by settings
 * @param below what all that the manifest names is laid over
 */
export function ownReader(
  uri: string,
  given: readonly string[],
  below: AnalysisContext,
  catalogs: Pick<CatalogStore, 'outcomeOf' | 'laidOver'>,
): OwnReader {
  const locations: string[] = [];
  const locate = ({ text, from = uri }: CatalogEntry): string | undefined => resolveLocation(text, folderOf(from, []));
  return {
    locations,
    async read(entry) {
      const location = locate(entry);
      if (location === undefined) {
        // Nothing is wrong with the entry: the document has no folder yet.
        return { kind: 'missing', why: t('this document is in no folder yet'), unable: true };
      }
      if (isOnAnotherMachine(location, uri)) return { kind: 'missing', why: t('it is on another machine') };
      locations.push(location);
      return catalogs.outcomeOf(location);
    },
    lay: (entries, extras) => {
      // What settings lay already is not laid twice.
      const own = extras.filter((_, index) => {
        const entry = entries[index];
        const location = entry === undefined ? undefined : locate(entry);
        return location !== undefined && !given.some((other) => isSameLocation(other, location));
      });
      return catalogs.laidOver(below.catalog, own);
    },
  };
}

/** Whether two contexts are the same to a check. */
export function isSameContext(a: AnalysisContext, b: AnalysisContext): boolean {
  if (a.catalog !== b.catalog || a.date !== b.date || a.severities !== b.severities) return false;
  const [documentsA, documentsB] = [a.documents ?? NONE, b.documents ?? NONE];
  return (
    documentsA.size === documentsB.size &&
    [...documentsA].every(([index, one]) => isSameDocument(one, documentsB.get(index)))
  );
}

const NONE: ReadonlyMap<number, DocumentCatalogs> = new Map();

function isSameDocument(a: DocumentCatalogs, b: DocumentCatalogs | undefined): boolean {
  return (
    a.catalog === b?.catalog &&
    a.outcomes.length === b.outcomes.length &&
    a.outcomes.every((outcome, index) => outcome === b.outcomes[index])
  );
}
