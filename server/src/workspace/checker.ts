/**
 * Everything that checks documents, put together: parser, catalogs, rules. Loaded with the first document of ours (lazyChecker.ts),
 * so nothing that `initialize` needs may import it.
 */
import type { Environment, ReadFailure } from '../environment.ts';
import { baseUses } from './baseUses.ts';
import { bundledCatalog, type KeptUpdates } from './bundled.ts';
import { type CatalogComplaint, catalogStore } from './catalogs.ts';
import { driftStore } from './drift.ts';
import { isSameLocation } from './locations.ts';
import { manifestStore, type OpenDocuments } from './manifests.ts';
import { createSession, type Session, type SessionParts } from './session.ts';

/** What the checker is made of: what a session needs and is not made here, and where files come from. */
export interface CheckerParts
  extends Omit<SessionParts, 'documents' | 'catalogs' | 'manifests' | 'uses' | 'drift' | 'bundledMissing'> {
  readonly documents: SessionParts['documents'] & OpenDocuments;
  readonly environment: Pick<Environment, 'readFile' | 'readOwnFile' | 'catalogUpdates' | 'identify' | 'listFiles'>;
  /** Where the bundled catalog is; undefined when neither the host nor the client knows it. */
  readonly bundledAt: string | undefined;
  /** Updates of the catalog that the client keeps. */
  readonly updates: KeptUpdates;
  /** Is told what is wrong with the bundled catalog. */
  bundledProblem(message: string): void;
  /** Is told of users' catalogs that cannot be used. */
  catalogProblem(complaint: CatalogComplaint): void;
  /** The text of a file: an open editor's before what is on disk. */
  readText(uri: string): Promise<string | ReadFailure>;
}

export interface Checker {
  readonly session: Session;
  /**
   * Forgets what was read of files; tells whether anything was made of them.
   * @param why an edit of an open document leaves the path to it as it was
   */
  forget(uris: readonly string[], why: 'edited' | 'other'): boolean;
  /** Files were moved: what was read of those that are not open holds no more. */
  moved(): void;
  /** A manifest is gone. */
  deleted(uri: string): void;
}

/** Makes a checker; nothing is read yet. */
export function createChecker(parts: CheckerParts): Checker {
  const bundled = bundledCatalog(parts.bundledAt, parts.environment, parts.bundledProblem, parts.updates);
  const catalogs = catalogStore(bundled.open, parts.readText, parts.catalogProblem);
  const manifests = manifestStore(parts.documents, parts.readText, parts.environment);
  const uses = baseUses();
  const { listFiles, identify } = parts.environment;
  const drift = driftStore({
    ...parts,
    files: { listFiles, identify, readText: parts.readText },
    filesRead: parts.catalogsRead,
  });
  const session = createSession({ ...parts, catalogs, manifests, uses, drift, bundledMissing: bundled.isMissing });
  return {
    session,
    forget: (uris, why) => {
      const known = catalogs.uris().filter((uri) => uris.some((changed) => isSameLocation(uri, changed)));
      known.forEach(catalogs.forget);
      const bases = uris.filter(manifests.knows);
      uris.forEach(why === 'edited' ? manifests.edited : manifests.forget);
      return drift.forget(uris) || known.length + bases.length > 0;
    },
    moved: () => {
      manifests.clear();
      drift.clear();
    },
    deleted: uses.forget,
  };
}
