/** Catalogs that manifests name themselves, under `catalogs`. Reading them is the host's. */
import type { Catalog, UserCatalog } from '../catalog/model.ts';
import { readStacks } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { YamlFile } from '../manifest/tree.ts';
import type { AnalysisContext } from './analysis.ts';

/** What came of reading a catalog. */
export type CatalogOutcome =
  | { readonly kind: 'read'; readonly catalog: UserCatalog }
  /** @property unable the host reads no such files at all, so that nothing is known of this one */
  | { readonly kind: 'missing'; readonly why: string; readonly unable?: boolean }
  | { readonly kind: 'invalid'; readonly problems: readonly { readonly line: number; readonly message: string }[] };

/** What a document adds to the catalog of its file. */
export interface DocumentCatalogs {
  /** With what the document names laid over. */
  readonly catalog: Catalog;
  /** What came of each entry, in their order; undefined where nothing is written. */
  readonly outcomes: readonly (CatalogOutcome | undefined)[];
}

/** How a host reads what manifests name. */
export interface CatalogReader {
  /** Reads the file that an entry names. */
  read(entry: string): Promise<CatalogOutcome>;
  /**
   * The catalog of the context with these files laid over, the last on top. The same answer for the same question: what is
   * parsed of a component is remembered by its object.
   * @param entries those that were read
   */
  lay(entries: readonly string[], catalogs: readonly UserCatalog[]): Catalog;
}

/** The context of a file with what its documents name; the same object when they name nothing. */
export async function withOwnCatalogs(
  file: YamlFile,
  context: AnalysisContext,
  reader: CatalogReader,
): Promise<AnalysisContext> {
  const naming = readStacks(file).filter(({ catalogs }) => catalogs.length > 0);
  if (naming.length === 0) return context;
  const documents = new Map<number, DocumentCatalogs>();
  for (const manifest of naming) documents.set(manifest.document.index, await catalogsOf(manifest, reader));
  return { ...context, documents };
}

async function catalogsOf({ catalogs }: StackManifest, reader: CatalogReader): Promise<DocumentCatalogs> {
  const outcomes = await Promise.all(
    catalogs.map(async ({ text, value }) => (value === null || text.trim() === '' ? undefined : reader.read(text))),
  );
  const read = catalogs.flatMap(({ text }, index) => {
    const outcome = outcomes[index];
    return outcome?.kind === 'read' ? [{ text, catalog: outcome.catalog }] : [];
  });
  // Of a file that is named twice the last entry counts.
  const laid = read.filter(({ catalog }, index) => !read.slice(index + 1).some((later) => later.catalog === catalog));
  return {
    catalog: reader.lay(
      laid.map(({ text }) => text),
      laid.map(({ catalog }) => catalog),
    ),
    outcomes,
  };
}

const contexts = new WeakMap<DocumentCatalogs, AnalysisContext>();

/**
 * The context that holds for one document of a file.
 * @param document its position in the YAML stream, from 0
 */
export function contextOf(context: AnalysisContext, document: number): AnalysisContext {
  const own = context.documents?.get(document);
  if (own === undefined) return context;
  const known = contexts.get(own);
  if (known !== undefined) return known;
  const made = { ...context, catalog: own.catalog };
  contexts.set(own, made);
  return made;
}
