/** Push diagnostics: for clients that do not ask. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../environment.ts';
import { type LogError, logFailure } from './handlers.ts';
import type { Session } from './session.ts';

/** The first change is checked at once; those that follow within this time (milliseconds) are checked together at its end. */
const WINDOW = 100;

export interface DiagnosticsChannel {
  /** Everything may be different now: settings, a catalog, the day. */
  refresh(): void;
}

interface Pending {
  readonly cancel: () => void;
  changed: boolean;
}

/**
 * Checks every document when it opens or changes, and publishes what was found as long as the document is still the
 * one that was checked. A closed document is cleared.
 */
export function registerPush(
  connection: Pick<Connection, 'sendDiagnostics'>,
  documents: TextDocuments<TextDocument>,
  session: Session,
  environment: Pick<Environment, 'schedule'>,
  options: { readonly versioned: boolean; readonly log: LogError },
): DiagnosticsChannel {
  const pending = new Map<string, Pending>();
  /** Number of the newest check of each document: an older one that ends later says nothing. */
  const latest = new Map<string, number>();
  const published = new Set<string>();
  let checks = 0;

  const run = async (uri: string): Promise<void> => {
    checks += 1;
    const check = checks;
    latest.set(uri, check);
    try {
      const result = await session.validate(uri);
      if (latest.get(uri) !== check) return;
      if (result === undefined) {
        if (published.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
        return;
      }
      const { version, diagnostics } = result;
      if (documents.get(uri)?.version !== version) return;
      published.add(uri);
      await connection.sendDiagnostics({ uri, diagnostics, ...(options.versioned ? { version } : {}) });
    } catch (error) {
      logFailure(options.log, 'textDocument/publishDiagnostics', { uri }, error);
    }
  };
  const request = (uri: string): void => {
    const waiting = pending.get(uri);
    if (waiting !== undefined) {
      waiting.changed = true;
      return;
    }
    const cancel = environment.schedule(() => {
      const changed = pending.get(uri)?.changed === true;
      pending.delete(uri);
      if (changed) request(uri);
    }, WINDOW);
    pending.set(uri, { cancel, changed: false });
    void run(uri);
  };

  documents.onDidChangeContent(({ document }) => request(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    pending.get(uri)?.cancel();
    pending.delete(uri);
    latest.delete(uri);
    if (!published.delete(uri)) return;
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => {
      logFailure(options.log, 'textDocument/publishDiagnostics', { uri }, error);
    });
  });
  return { refresh: () => documents.keys().forEach(request) };
}
