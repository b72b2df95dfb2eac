/** The diagnostics of manifests that are not open: checked once, and again when something that they are made of changes. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { isSameLocation } from './locations.ts';
import type { ManifestIndex } from './manifestIndex.ts';
import type { FileState, Session } from './session.ts';

/** What is known of one manifest that is not open. */
export interface UnopenedReport {
  readonly uri: string;
  /** Changes with the diagnostics, and is never used twice. */
  readonly resultId: string;
  /** Kept only until they are told: undefined when they are those of the result id that was told last. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}

export interface UnopenedManifests {
  /** Counts up whenever something may be different. */
  revision(): number;
  /** Something may be different: a file, a setting, a catalog. */
  touch(uris?: readonly string[]): void;
  /**
   * Checks all manifests that are not open, one after another.
   * @param told result ids that the client has, by URI
   * @param done is given each report; may take its time
   * @param isCancelled asked between files
   */
  report(
    told: ReadonlyMap<string, string>,
    done: (report: UnopenedReport, index: number, total: number) => Promise<void> | void,
    isCancelled: () => boolean,
  ): Promise<void>;
}

interface Known {
  readonly state: FileState;
  readonly resultId: string;
  /** The diagnostics as text: whether they are others is what a result id is about. */
  readonly content: string;
}

/**
 * Makes the keeper of these.
 * @param isOpen whether a document is open: those are checked by what is in the editor
 */
export function unopenedManifests(
  index: Pick<ManifestIndex, 'list'>,
  session: Pick<Session, 'validateFile'>,
  isOpen: (uri: string) => boolean,
): UnopenedManifests {
  const known = new Map<string, Known>();
  /** Those whose own text may be different. */
  const changed = new Set<string>();
  let revision = 0;
  let ids = 0;
  return {
    revision: () => revision,
    touch: (uris = []) => {
      revision += 1;
      for (const one of known.keys()) if (uris.some((uri) => isSameLocation(uri, one))) changed.add(one);
    },
    async report(told, done, isCancelled) {
      const uris = await index.list();
      const present = new Set(uris);
      for (const uri of [...known.keys()]) if (!present.has(uri) || isOpen(uri)) known.delete(uri);
      for (const [place, uri] of uris.entries()) {
        if (isCancelled()) return;
        if (isOpen(uri)) continue;
        const before = known.get(uri);
        const isChanged = changed.delete(uri);
        const result = await session.validateFile(uri, isChanged ? undefined : before?.state);
        if (result === undefined) {
          known.delete(uri);
          continue;
        }
        if (result === 'unchanged' && before !== undefined) {
          const isTold = told.get(uri) === before.resultId;
          const diagnostics = isTold ? undefined : (JSON.parse(before.content) as Diagnostic[]);
          await done({ uri, resultId: before.resultId, diagnostics }, place, uris.length);
          continue;
        }
        if (result === 'unchanged') continue;
        const content = JSON.stringify(result.diagnostics);
        const isSame = before?.content === content;
        if (!isSame) ids += 1;
        const resultId = isSame ? before.resultId : `file-${ids}`;
        known.set(uri, { state: result.state, resultId, content });
        const diagnostics = told.get(uri) === resultId ? undefined : result.diagnostics;
        await done({ uri, resultId, diagnostics }, place, uris.length);
      }
      // Gone, or open now: what was told of them holds no more.
      for (const uri of told.keys()) {
        if (!present.has(uri) && !isOpen(uri)) {
          ids += 1;
          await done({ uri, resultId: `file-${ids}`, diagnostics: [] }, uris.length, uris.length);
        }
      }
    },
  };
}
