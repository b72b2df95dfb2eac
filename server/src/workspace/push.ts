/** Push diagnostics: for clients that do not ask. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../environment.ts';
import { type LogError, logFailure } from './handlers.ts';
import type { Session } from './session.ts';

/**
 * A change is checked as soon as nothing more is waiting to be read: the connection hands out one message a turn, so that turns
 * without a change tell that the last one was handed out.
 */
const QUIET_TURNS = 2;

/** Milliseconds after which changes are checked that go on and on. */
const LONGEST_WAIT = 50;

export interface DiagnosticsChannel {
  /** Everything may be different now: settings, a catalog, the day. */
  refresh(): void;
}

/** A check that is about to begin. */
interface Pending {
  quietTurns: number;
  cancelTurn: () => void;
  readonly cancelLimit: () => void;
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
  const forget = (uri: string): void => {
    const waiting = pending.get(uri);
    waiting?.cancelTurn();
    waiting?.cancelLimit();
    pending.delete(uri);
  };
  const begin = (uri: string): void => {
    forget(uri);
    void run(uri);
  };
  const request = (uri: string): void => {
    const waiting = pending.get(uri);
    if (waiting !== undefined) {
      waiting.quietTurns = 0;
      return;
    }
    const turn = (): void => {
      fresh.quietTurns += 1;
      if (fresh.quietTurns >= QUIET_TURNS) begin(uri);
      else fresh.cancelTurn = environment.schedule(turn, 0);
    };
    const fresh: Pending = {
      quietTurns: 0,
      cancelTurn: environment.schedule(turn, 0),
      cancelLimit: environment.schedule(() => begin(uri), LONGEST_WAIT),
    };
    pending.set(uri, fresh);
  };

  documents.onDidChangeContent(({ document }) => request(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    forget(uri);
    latest.delete(uri);
    if (!published.delete(uri)) return;
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => {
      logFailure(options.log, 'textDocument/publishDiagnostics', { uri }, error);
    });
  });
  return { refresh: () => documents.keys().forEach(request) };
}
