/** Lints open catalogs, each once for the same state of everything that it is linted with. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysisContext } from '../analysis/analysis.ts';
import type { CatalogReading } from '../catalog/read.ts';
import type { CheckedCatalog, ReadCatalogFile } from '../features/catalogFile/checkedCatalog.ts';
import type { CatalogStore } from './catalogs.ts';
import { isSameLocation } from './locations.ts';
import { catalogChecks, catalogReading } from './programParts.ts';

export interface CatalogLinter {
  /**
   * Lints a catalog as it is now.
   * @param together addresses of the files that it is laid with, itself among them
   * @param below what all of them are laid over
   */
  check(document: TextDocument, together: readonly string[], below: AnalysisContext): Promise<CheckedCatalog>;
  /** Forgets a catalog that was closed. */
  forget(uri: string): void;
}

interface Kept {
  readonly document: TextDocument;
  readonly version: number;
  readonly reading: CatalogReading;
  last?: { readonly checked: CheckedCatalog; readonly below: AnalysisContext };
}

/** Makes a linter. */
export function catalogLinter(catalogs: Pick<CatalogStore, 'readingOf'>): CatalogLinter {
  const kept = new Map<string, Kept>();
  const readNow = async (document: TextDocument): Promise<Kept> => {
    const { readCatalog } = await catalogReading();
    const known = kept.get(document.uri);
    if (known?.document === document && known.version === document.version) return known;
    const made: Kept = { document, version: document.version, reading: readCatalog(document.getText()) };
    kept.set(document.uri, made);
    return made;
  };
  return {
    async check(document, together, below) {
      const { uri } = document;
      const others = await Promise.all(
        together.map(async (one) => (isSameLocation(one, uri) ? 'itself' : catalogs.readingOf(one))),
      );
      const own = await readNow(document);
      const { checkCatalog } = await catalogChecks();
      const files = together.flatMap((one, index): ReadCatalogFile[] => {
        const reading = others[index];
        if (reading === undefined) return [];
        return [reading === 'itself' ? { uri, reading: own.reading } : { uri: one, reading }];
      });
      const { last } = own;
      if (last !== undefined && isSame(last.checked.files, files) && isSameBelow(last.below, below))
        return last.checked;
      const checked = checkCatalog({ uri, version: own.version, reading: own.reading }, files, below);
      own.last = { checked, below };
      return checked;
    },
    forget: (uri) => {
      kept.delete(uri);
    },
  };
}

function isSame(a: readonly ReadCatalogFile[], b: readonly ReadCatalogFile[]): boolean {
  return a.length === b.length && a.every((file, index) => file.reading === b[index]?.reading);
}

function isSameBelow(a: AnalysisContext, b: AnalysisContext): boolean {
  return a.catalog === b.catalog && a.date === b.date && a.severities === b.severities;
}
