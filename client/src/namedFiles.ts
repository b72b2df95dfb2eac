/**
 * Files for a language server that has none: in a browser, and in a workspace that is on no disk. What the open manifests name (bases
 * and catalogs, and what those name) is read by the editor, and told to the server as if it were open in it.
 */
import { Disposable, type TextDocument, Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Middleware,
} from 'vscode-languageclient';
import { LANGUAGES } from './languages.ts';
import { namedPaths } from './namedPaths.ts';

/** Files that are told at most; a manifest that names more is no platform. */
const MOST_FILES = 200;
/** Milliseconds after the last edit before it is looked at what the manifest names now. */
const QUIET = 300;
/** Bytes of the largest file that is told. */
const MOST_BYTES = 1_000_000;

export interface NamedFiles {
  /** To go between the client and the server: a file is told as open by one of us at a time. */
  readonly middleware: Pick<Middleware, 'didOpen' | 'didChange' | 'didClose'>;
  /** The files of before are gone with the server of before. */
  start(client: BaseLanguageClient): void;
  dispose(): void;
}

/**
 * Makes it.
 * @param isUnread whether the server itself cannot read a file
 */
export function namedFiles(isUnread: (uri: Uri) => boolean): NamedFiles {
  const told = new Set<string>();
  let client: BaseLanguageClient | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = async (uri: Uri): Promise<void> => {
    const key = uri.toString();
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === key);
    if (isOpen || told.has(key) || told.size >= MOST_FILES || !isUnread(uri)) return;
    if (workspace.getWorkspaceFolder(uri) === undefined) return;
    told.add(key);
    try {
      const bytes = await workspace.fs.readFile(uri);
      if (bytes.length > MOST_BYTES || !told.has(key)) return;
      const text = new TextDecoder().decode(bytes);
      const languageId = /\.catalog\.ya?ml$/.test(uri.path) ? 'stack-catalog' : 'stack-manifest';
      const textDocument = { uri: key, languageId, version: 0, text };
      await client?.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      await tellNamed(uri, text);
    } catch {
      // No such file, or none that can be read: then nothing is known of it.
      told.delete(key);
    }
  };
  const tellNamed = async (uri: Uri, text: string): Promise<void> => {
    for (const path of namedPaths(text)) await tell(Uri.joinPath(uri, '..', path));
  };
  const take = async (uri: Uri): Promise<void> => {
    if (told.delete(uri.toString()))
      await client?.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri.toString() } });
  };
  const look = (document: TextDocument): void => {
    if (LANGUAGES.includes(document.languageId) && isUnread(document.uri))
      void tellNamed(document.uri, document.getText());
  };
  const again = async (uri: Uri): Promise<void> => {
    const wasTold = told.has(uri.toString());
    await take(uri);
    if (wasTold) await tell(uri);
    else workspace.textDocuments.forEach(look);
  };
  const watcher = workspace.createFileSystemWatcher('**/*.{yaml,yml}');
  const watching = Disposable.from(
    watcher,
    watcher.onDidChange(again),
    watcher.onDidCreate(again),
    watcher.onDidDelete(take),
  );
  return {
    middleware: {
      didOpen: async (document, next) => {
        await take(document.uri);
        await next(document);
        look(document);
      },
      didChange: async (event, next) => {
        await next(event);
        clearTimeout(waiting);
        waiting = setTimeout(() => look(event.document), QUIET);
      },
      didClose: async (document, next) => {
        await next(document);
        workspace.textDocuments.forEach(look);
      },
    },
    start: (running) => {
      told.clear();
      client = running;
      workspace.textDocuments.forEach(look);
    },
    dispose: () => watching.dispose(),
  };
}
