/** The checker, loaded when there is something to check: a client that opens nothing of ours pays for nothing of it. */
import type { Checker, CheckerParts } from './checker.ts';
import { DocumentChanged } from './handlers.ts';
import { type DocumentKind, kindOf } from './kinds.ts';
import type { Session } from './session.ts';

export interface LazyChecker {
  /** A session that loads the checker at the first question about a document of ours. */
  readonly session: Session;
  /** The checker, if it was needed already. Before, nothing was read that could be forgotten. */
  made(): Checker | undefined;
}

/** Makes one; nothing is loaded yet. */
export function lazyChecker(parts: CheckerParts): LazyChecker {
  const { documents } = parts;
  let checker: Checker | undefined;
  let loading: Promise<Checker> | undefined;
  const load = async (): Promise<Checker> => {
    try {
      const { createChecker } = await import('./checker.ts');
      checker = createChecker(parts);
      return checker;
    } catch (error) {
      // The next question tries again.
      loading = undefined;
      throw error;
    }
  };
  const session = async (): Promise<Session> => {
    if (checker !== undefined) return checker.session;
    loading ??= load();
    return (await loading).session;
  };
  /** The session, unless a document is of another kind. A question is about the document as it was when it was asked. */
  const sessionFor = async (uri: string, kind: DocumentKind): Promise<Session | undefined> => {
    const document = documents.get(uri);
    if (document === undefined || kindOf(document) !== kind) return undefined;
    const { version } = document;
    const loaded = await session();
    if (documents.get(uri) !== document || document.version !== version)
      throw new DocumentChanged(`${uri} changed before the answer was made.`);
    return loaded;
  };
  return {
    session: {
      traits: parts.traits,
      showsInlayHints: async (uri) => (await session()).showsInlayHints(uri),
      showsSupportHints: async (uri) => (await session()).showsSupportHints(uri),
      contextFor: async (uri) => (await session()).contextFor(uri),
      checked: async (uri) => (await sessionFor(uri, 'manifest'))?.checked(uri),
      checkedCatalog: async (uri) => (await sessionFor(uri, 'catalog'))?.checkedCatalog(uri),
      manifestFile: async (uri, isFresh) => (await session()).manifestFile(uri, isFresh),
      catalogFiles: async (uri) => (await session()).catalogFiles(uri),
      isTaken: async (uri) => (await session()).isTaken(uri),
      drift: async (checked) => (await session()).drift(checked),
      loadedFor: async (checked, load) => (await session()).loadedFor(checked, load),
      validateFile: async (uri, before) => (await session()).validateFile(uri, before),
      validate: async (uri) => {
        const document = documents.get(uri);
        return document === undefined || kindOf(document) === 'other' ? undefined : (await session()).validate(uri);
      },
    },
    made: () => checker,
  };
}
