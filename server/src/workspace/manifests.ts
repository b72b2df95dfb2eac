/** The texts of manifests, parsed once for each state: open documents before what is on disk, one entry a file. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceFile, Unreadable } from '../composition/layers.ts';
import type { Environment, ReadFailure } from '../environment.ts';
import { parseYaml, reparse } from '../manifest/parse.ts';
import { readStacks } from '../manifest/read.ts';
import type { YamlFile } from '../manifest/tree.ts';
import { isSameLocation } from './locations.ts';
import { isOpenDocument } from './openDocument.ts';
import { recent } from './recent.ts';

/** A manifest as it was read. */
export interface ManifestFile extends SourceFile {
  readonly file: YamlFile;
  /** The document that it was read from, and its version then; undefined for what is on disk. */
  readonly open: { readonly uri: string; readonly version: number } | undefined;
}

/** Whether a file that was asked for could be read by this store. */
export function isManifestFile(file: SourceFile | Unreadable): file is ManifestFile {
  return 'file' in file;
}

export interface ManifestStore {
  /** An open document, parsed as it is now. The same object as long as it does not change. */
  open(document: TextDocument): Promise<ManifestFile>;
  /** A file by any of its paths; the same object as long as it does not change. */
  read(uri: string): Promise<ManifestFile | Unreadable>;
  /** The same without keeping it: of thousands of leaves only their bases are worth the memory. */
  peek(uri: string): Promise<ManifestFile | Unreadable>;
  /** The same, read now, whatever is known of it: for edits of files that nobody may have told of. */
  fresh(uri: string): Promise<ManifestFile | Unreadable>;
  /** An open document is not what was read of its file any more. */
  edited(uri: string): void;
  /** Drops what was parsed of an open document; it is parsed when it is asked for again. */
  drop(document: TextDocument): void;
  /** Forgets what was read by a path, and by all other paths to the same file. */
  forget(uri: string): void;
  /** Forgets all files that are not open: folders were moved. */
  clear(): void;
  /** Whether anything was read by a path, or tried to be. */
  knows(uri: string): boolean;
}

/** Paths that lead to nothing and are remembered: a path that is being typed leaves one at each key. */
const MOST_FAILED = 1000;

/** What the store asks of the open documents. */
export interface OpenDocuments {
  all(): readonly TextDocument[];
  get(uri: string): TextDocument | undefined;
}

/**
 * Makes a store.
 * @param readText gives the text of a file that is not open
 */
export function manifestStore(
  documents: OpenDocuments,
  readText: (uri: string) => Promise<string | ReadFailure>,
  environment: Pick<Environment, 'identify'>,
): ManifestStore {
  const reads = new Map<string, Promise<ManifestFile | Unreadable>>();
  const opened = new WeakMap<TextDocument, { readonly version: number; readonly parsed: ManifestFile }>();
  /** The identity of each path, and the path by which each file was met first: it is shown to people. */
  const identities = new Map<string, string>();
  const names = new Map<string, string>();

  /** A path is not spoken of any more: what it led to is forgotten, and its name, unless another path leads there. */
  const forgetPath = (uri: string): void => {
    const identity = identities.get(uri);
    reads.delete(uri);
    identities.delete(uri);
    if (identity !== undefined && ![...identities.values()].includes(identity)) names.delete(identity);
  };
  const failed = recent<true>(MOST_FAILED, forgetPath);
  const identityOf = async (uri: string): Promise<string> => {
    const known = identities.get(uri) ?? (await environment.identify(uri));
    identities.set(uri, known);
    return known;
  };
  const nameOf = async (uri: string): Promise<string> => {
    const identity = await identityOf(uri);
    const name = names.get(identity) ?? uri;
    names.set(identity, name);
    return name;
  };
  /** A document that was closed while its name was asked for leaves nothing behind: nobody would forget it. */
  const leaveClosed = ({ uri }: TextDocument): void => {
    if (documents.get(uri) === undefined && !reads.has(uri)) forgetPath(uri);
  };
  const manifestOf = (uri: string, file: YamlFile, open?: ManifestFile['open']): ManifestFile => ({
    uri,
    file,
    manifests: readStacks(file),
    open,
  });
  const openAt = async (uri: string): Promise<TextDocument | undefined> => {
    const same = documents.all().find((document) => isSameLocation(document.uri, uri));
    if (same !== undefined) return same;
    const identity = await identityOf(uri);
    for (const document of documents.all()) {
      const isSame = (await identityOf(document.uri)) === identity;
      leaveClosed(document);
      if (isSame) return document;
    }
    return undefined;
  };
  const open = async (document: TextDocument): Promise<ManifestFile> => {
    const uri = await nameOf(document.uri);
    leaveClosed(document);
    const known = opened.get(document);
    if (known?.version === document.version) return known.parsed;
    const text = isOpenDocument(document) ? document.content : document.getText();
    const file = known === undefined ? parseYaml(text) : reparse(known.parsed.file, text).file;
    const parsed = manifestOf(uri, file, { uri: document.uri, version: document.version });
    opened.set(document, { version: document.version, parsed });
    return parsed;
  };
  const readNow = async (uri: string): Promise<ManifestFile | Unreadable> => {
    const document = await openAt(uri);
    if (document !== undefined) return open(document);
    const text = await readText(uri);
    return typeof text === 'string' ? manifestOf(await nameOf(uri), parseYaml(text)) : text;
  };

  /** The paths by which a file was read. */
  const pathsTo = (uri: string): string[] => {
    const identity = identities.get(uri);
    return [...reads.keys()].filter(
      (path) => (identity !== undefined && identities.get(path) === identity) || isSameLocation(path, uri),
    );
  };

  return {
    open,
    edited: (uri) => {
      for (const path of pathsTo(uri)) reads.delete(path);
    },
    drop: (document) => {
      opened.delete(document);
    },
    read: (uri) => {
      const before = reads.get(uri);
      if (before !== undefined) {
        // Asked for, it is not the next to be forgotten.
        failed.get(uri);
        return before;
      }
      const read = readNow(uri);
      reads.set(uri, read);
      void read.then((file) => {
        if (!isManifestFile(file) && reads.get(uri) === read) failed.set(uri, true);
      });
      return read;
    },
    peek: (uri) => reads.get(uri) ?? readNow(uri),
    fresh: readNow,
    forget: (uri) => {
      // A link may lead elsewhere now, and a file that was missing may be there.
      for (const path of [...pathsTo(uri), uri]) {
        forgetPath(path);
        failed.delete(path);
      }
    },
    clear: () => {
      reads.clear();
      identities.clear();
    },
    knows: (uri) => reads.has(uri) || [...reads.keys()].some((path) => isSameLocation(path, uri)),
  };
}
