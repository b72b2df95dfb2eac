/** Catalogs that manifests name themselves, under `catalogs`. Reading them is the host's. */
import { t } from '@vscode/l10n';
import type { Catalog, UserCatalog } from '../catalog/model.ts';
import type { CatalogReading } from '../catalog/read.ts';
import { alone, compose } from '../composition/compose.ts';
import type { Layer, Origin } from '../composition/layers.ts';
import { readStack, readStacks, saysItIsOurs } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { ScalarNode, YamlFile } from '../manifest/tree.ts';
import type { AnalysisContext } from './analysis.ts';

/** What came of reading a catalog. */
export type CatalogOutcome =
  | { readonly kind: 'read'; readonly catalog: UserCatalog }
  /** @property unable the host reads no such files at all, so that nothing is known of this one */
  | { readonly kind: 'missing'; readonly why: string; readonly unable?: boolean }
  | { readonly kind: 'invalid'; readonly problems: readonly { readonly line: number; readonly message: string }[] };

/**
 * What came of a file that a manifest names. Of one that does not even say that it is a catalog nothing is told but that: a path may lead
 * to any file, and what is wrong with it would quote it.
 */
export function outcomeOfReading({ catalog, problems, document }: CatalogReading): CatalogOutcome {
  if (catalog !== undefined) return { kind: 'read', catalog };
  const { kind, ...written } = readStack(document);
  const isOurs = saysItIsOurs(written) || /^(?:stack|catalog)$/i.test(kind?.text ?? '');
  if (isOurs || document.text.trim() === '') return { kind: 'invalid', problems };
  const message = t('This is no catalog: it has no line {0}.', '"apiVersion: stackpin/v1"');
  return { kind: 'invalid', problems: [{ line: 1, message }] };
}

/** What a document adds to the catalog of its file. */
export interface DocumentCatalogs {
  /** With what the document names laid over. */
  readonly catalog: Catalog;
  /** What came of each entry, in their order; undefined where nothing is written. */
  readonly outcomes: readonly (CatalogOutcome | undefined)[];
}

/** An entry under `catalogs`. */
export interface CatalogEntry {
  readonly text: string;
  /** URI of the base that names it; undefined for the file itself. */
  readonly from: string | undefined;
}

/** How a host reads what manifests name. */
export interface CatalogReader {
  /** Reads the file that an entry names. */
  read(entry: CatalogEntry): Promise<CatalogOutcome>;
  /**
   * The catalog of the context with these files laid over, the last on top. The same answer for the same question: what is
   * parsed of a component is remembered by its object.
   * @param entries those that were read
   */
  lay(entries: readonly CatalogEntry[], catalogs: readonly UserCatalog[]): Catalog;
}

/**
 * The context of a file with what its documents name, and the bases of these below it; the same object when they name
 * nothing.
 * @param origin as `analyze` takes it
 */
export async function withOwnCatalogs(
  file: YamlFile,
  context: AnalysisContext,
  reader: CatalogReader,
  origin?: Origin,
): Promise<AnalysisContext> {
  const documents = new Map<number, DocumentCatalogs>();
  for (const manifest of readStacks(file)) {
    const { layers } = origin === undefined ? alone('', manifest) : compose(origin.uri, manifest, origin.source);
    if (layers.every((layer) => layer.manifest.catalogs.length === 0)) continue;
    documents.set(manifest.document.index, await catalogsOf(manifest, layers, reader));
  }
  return documents.size === 0 ? context : { ...context, documents };
}

async function catalogsOf(
  manifest: StackManifest,
  layers: readonly Layer[],
  reader: CatalogReader,
): Promise<DocumentCatalogs> {
  const readAll = (named: readonly ScalarNode[], from: string | undefined) =>
    Promise.all(
      named.map(async ({ text, value }) =>
        value === null || text.trim() === '' ? undefined : reader.read({ text, from }),
      ),
    );
  const entriesOf = (
    named: readonly ScalarNode[],
    from: string | undefined,
    outcomes: readonly (CatalogOutcome | undefined)[],
  ) =>
    named.flatMap(({ text }, index) => {
      const outcome = outcomes[index];
      return outcome?.kind === 'read' ? [{ text, from, catalog: outcome.catalog }] : [];
    });
  const below = layers.filter(({ via }) => via !== undefined);
  const inherited = await Promise.all(
    below.map(async (layer) => {
      const named = layer.manifest.catalogs;
      return entriesOf(named, layer.uri, await readAll(named, layer.uri));
    }),
  );
  const outcomes = await readAll(manifest.catalogs, undefined);
  const read = [...inherited.flat(), ...entriesOf(manifest.catalogs, undefined, outcomes)];
  // Of a file that is named twice the last entry counts.
  const laid = read.filter(({ catalog }, index) => !read.slice(index + 1).some((later) => later.catalog === catalog));
  return {
    catalog: reader.lay(
      laid.map(({ text, from }) => ({ text, from })),
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
