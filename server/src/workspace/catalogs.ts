/** Users' catalogs, read once and laid over the bundled one. */
import { t } from '@vscode/l10n';
import { type CatalogOutcome, outcomeOfReading } from '../analysis/ownCatalogs.ts';
import type { Catalog, UserCatalog } from '../catalog/model.ts';
import { overlayCatalogs } from '../catalog/overlay.ts';
import type { CatalogReading } from '../catalog/read.ts';
import type { ReadFailure } from '../environment.ts';
import { catalogReading } from './programParts.ts';

/** What is wrong with one catalog file: what a person should read first, and the rest for the log. */
export interface CatalogComplaint {
  readonly uri: string;
  /** In order of position; never empty. */
  readonly messages: readonly string[];
}

export interface CatalogStore {
  /** The bundled catalog with these files over it, the last on top; files that cannot be used are left out and complained of. */
  catalogFor(uris: readonly string[]): Promise<Catalog>;
  /** What came of reading a file, without a complaint. */
  outcomeOf(uri: string): Promise<CatalogOutcome>;
  /** A file as it was read, whatever is wrong with it; undefined when it cannot be read at all. */
  readingOf(uri: string): Promise<CatalogReading | undefined>;
  /** A catalog with files laid over it: the same object for the same question. */
  laidOver(base: Catalog, extras: readonly UserCatalog[]): Catalog;
  /** The files that were asked for so far. */
  uris(): readonly string[];
  /** Forgets what was read of a file; the next question reads it again. */
  forget(uri: string): void;
}

/** A file: its reading, or why there is none. */
type Read = { readonly reading: CatalogReading } | ReadFailure;

/**
 * Makes a store.
 * @param bundled is asked when a catalog is needed, and not before; always gives the same object
 * @param readText gives the text of a file: an open editor's before what is on disk
 * @param complain is called once for each state of a file that cannot be used
 */
export function catalogStore(
  bundled: () => Promise<Catalog>,
  readText: (uri: string) => Promise<string | ReadFailure>,
  complain: (complaint: CatalogComplaint) => void,
): CatalogStore {
  const files = new Map<string, Promise<Read>>();
  const outcomes = new WeakMap<Read, CatalogOutcome>();
  const complaints = new Map<string, string>();
  const laidOver = overlayMemory();

  const read = async (uri: string): Promise<Read> => {
    const text = await readText(uri);
    if (typeof text !== 'string') return text;
    // Loaded with the first catalog of a user: most people have none.
    const { readCatalog } = await catalogReading();
    return { reading: readCatalog(text) };
  };
  const fileOf = (uri: string): Promise<Read> => {
    const known = files.get(uri) ?? read(uri);
    files.set(uri, known);
    return known;
  };
  const outcomeOf = async (uri: string): Promise<CatalogOutcome> => {
    const file = await fileOf(uri);
    // The same file has to give the same object: what was checked with it is kept by it.
    const known = outcomes.get(file) ?? outcomeFrom(file);
    outcomes.set(file, known);
    return known;
  };
  const complainOnce = (uri: string, messages: readonly string[]): void => {
    const state = messages.join('\n');
    if (complaints.get(uri) === state) return;
    complaints.set(uri, state);
    if (messages.length > 0) complain({ uri, messages });
  };
  const usable = async (uri: string): Promise<UserCatalog | undefined> => {
    const outcome = await outcomeOf(uri);
    complainOnce(uri, complaintsOf(outcome));
    return outcome.kind === 'read' ? outcome.catalog : undefined;
  };

  return {
    async catalogFor(uris) {
      if (uris.length === 0) return bundled();
      const [base, ...extras] = await Promise.all([bundled(), ...uris.map(usable)]);
      return laidOver(
        base,
        extras.filter((one) => one !== undefined),
      );
    },
    outcomeOf,
    async readingOf(uri) {
      const file = await fileOf(uri);
      return 'reading' in file ? file.reading : undefined;
    },
    laidOver,
    uris: () => [...files.keys()],
    forget: (uri) => {
      files.delete(uri);
    },
  };
}

function outcomeFrom(file: Read): CatalogOutcome {
  if (!('reading' in file)) {
    return { kind: 'missing', why: file.failed, ...(file.unable === true ? { unable: true } : {}) };
  }
  return outcomeOfReading(file.reading);
}

function complaintsOf(outcome: CatalogOutcome): string[] {
  switch (outcome.kind) {
    case 'read':
      return [];
    case 'missing':
      return [t('It cannot be read: {0}.', outcome.why)];
    case 'invalid':
      return outcome.problems.map(({ line, message }) => t('Line {0}: {1}', line, message));
  }
}

/** Overlays that are remembered: what is parsed of a component is kept by its object. */
const MOST_OVERLAYS = 50;

/** Lays catalogs over another and remembers the latest. */
function overlayMemory(): CatalogStore['laidOver'] {
  let known: { readonly base: Catalog; readonly extras: readonly UserCatalog[]; readonly catalog: Catalog }[] = [];
  return (base, extras) => {
    if (extras.length === 0) return base;
    const found = known.find((one) => one.base === base && isSame(one.extras, extras));
    if (found !== undefined) return found.catalog;
    const catalog = overlayCatalogs(base, extras);
    known = [{ base, extras, catalog }, ...known.slice(0, MOST_OVERLAYS - 1)];
    return catalog;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
