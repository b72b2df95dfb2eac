/**
 * The names in all manifests of the workspace. Of those that are not open they are kept, without their trees, until the file is
 * another one: a question for symbols comes with every letter that somebody types.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileNames, LinkedFiles } from '../features/navigate/linkedFiles.ts';
import { basePaths } from './bases.ts';
import { DocumentChanged } from './handlers.ts';
import { kindOf } from './kinds.ts';
import { isSameLocation, isWithin } from './locations.ts';
import type { ManifestIndex } from './manifestIndex.ts';
import type { ManifestFile } from './manifests.ts';
import { navigateFeatures } from './programParts.ts';
import type { Session } from './session.ts';

export interface ManifestNames {
  /** All manifests: those below the workspace folders, and those that are open. */
  files(session: Session, isCancelled: () => boolean): Promise<readonly FileNames[]>;
  /**
   * The same, and what they extend, whatever it is called.
   * @param isForEdit whether places of them will be edited: where nobody tells of changes, all is read again
   * @throws DocumentChanged when an open one changed meanwhile
   */
  linked(session: Session, isForEdit: boolean, isCancelled: () => boolean): Promise<LinkedFiles>;
  /** Reads files again that are to be edited, those that are not open. @returns whether any is another one */
  refresh(session: Session, uris: readonly string[]): Promise<boolean>;
  /** Files that may be others now. */
  forget(uris: readonly string[]): void;
  /** All may be others now. */
  clear(): void;
}

/** What is asked of the open documents. */
interface OpenDocuments {
  all(): readonly TextDocument[];
  get(uri: string): TextDocument | undefined;
}

// How a manifest's names are read is loaded with the first question.

/**
 * Makes it.
 * @param folders URIs of the workspace folders now
 * @param isTold whether the client tells of files that change
 */
export function manifestNames(
  index: Pick<ManifestIndex, 'list'>,
  documents: OpenDocuments,
  folders: () => readonly string[],
  isTold: boolean,
): ManifestNames {
  const kept = new Map<string, FileNames | undefined>();
  const known = new WeakMap<ManifestFile, FileNames>();

  const read = async (uri: string, session: Session, isFresh: boolean): Promise<FileNames | undefined> => {
    const { stackNames } = await navigateFeatures();
    const file = await session.manifestFile(uri, isFresh);
    if (file === undefined) return undefined;
    const { open, manifests, file: tree } = file;
    const stacks = () => stackNames(manifests, tree.source);
    const names = known.get(file) ?? {
      uri: open?.uri ?? uri,
      name: file.uri,
      version: open?.version ?? null,
      stacks: stacks(),
    };
    known.set(file, names);
    return names;
  };
  const unopened = async (uri: string, session: Session, isFresh: boolean): Promise<FileNames | undefined> => {
    if (!isFresh && kept.has(uri)) return kept.get(uri);
    const names = await read(uri, session, isFresh);
    // Opened meanwhile, it is read as an open one the next time.
    if (names === undefined || names.version === null) kept.set(uri, names);
    return names;
  };
  const gather = async (session: Session, isFresh: boolean, isCancelled: () => boolean): Promise<FileNames[]> => {
    const found: FileNames[] = [];
    const open = documents.all().filter((document) => kindOf(document) === 'manifest');
    const isOpen = (uri: string) =>
      documents.get(uri) !== undefined || open.some((one) => isSameLocation(one.uri, uri));
    for (const uri of await index.list()) {
      if (isCancelled()) return [];
      const names = isOpen(uri) ? undefined : await unopened(uri, session, isFresh);
      if (names !== undefined) found.push(names);
    }
    for (const { uri } of open) {
      const names = await read(uri, session, false);
      if (names !== undefined) found.push(names);
    }
    // Links and other spellings lead to one file.
    const once = new Map(found.map((names) => [names.name, names]));
    return [...once.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  };

  const linked: ManifestNames['linked'] = async (session, isForEdit, isCancelled) => {
    const isFresh = isForEdit && !isTold;
    const files = await gather(session, isFresh, isCancelled);
    const byName = new Map(files.flatMap((file) => [[file.name, file] as const, [file.uri, file] as const]));
    const byPlace = new Map<string, FileNames | undefined>();
    const locate = (file: FileNames, path: string): string | undefined => {
      const { resolve, isInside } = basePaths(file.uri, folders());
      const location = path.trim() === '' ? undefined : resolve(path, file.name);
      return location !== undefined && isInside(location) ? location : undefined;
    };
    // What is found on the way is looked through as well.
    for (const file of files) {
      for (const { text } of file.stacks.flatMap((stack) => stack.extends)) {
        const location = locate(file, text);
        if (location === undefined || byPlace.has(location) || isCancelled()) continue;
        const direct = byName.get(location);
        const names = direct ?? (await read(location, session, isForEdit));
        const same = names === undefined ? undefined : (byName.get(names.name) ?? names);
        byPlace.set(location, same);
        if (same === undefined || byName.has(same.name)) continue;
        byName.set(same.name, same);
        files.push(same);
      }
    }
    for (const { uri, version } of files) {
      if (version !== null && documents.get(uri)?.version !== version)
        throw new DocumentChanged(`${uri} changed while the answer was made.`);
    }
    return {
      files,
      baseOf: (file, { text }) => {
        const location = locate(file, text);
        return location === undefined ? undefined : byPlace.get(location);
      },
    };
  };

  return {
    files: (session, isCancelled) => gather(session, false, isCancelled),
    linked,
    async refresh(session, uris) {
      let isOther = false;
      for (const uri of uris) {
        if (!kept.has(uri)) continue;
        const before = JSON.stringify(kept.get(uri)?.stacks);
        const now = await unopened(uri, session, true);
        if (JSON.stringify(now?.stacks) !== before) isOther = true;
      }
      return isOther;
    },
    forget: (uris) => {
      for (const one of kept.keys())
        if (uris.some((uri) => isSameLocation(uri, one) || isWithin(one, uri))) kept.delete(one);
    },
    clear: () => kept.clear(),
  };
}
