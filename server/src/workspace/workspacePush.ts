/** Findings in files that are not open, for clients that do not ask: published when they are others than before. */
import type { Connection } from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { type LogError, logFailure } from './handlers.ts';
import type { IndexProgress } from './indexProgress.ts';
import type { UnopenedManifests } from './unopened.ts';

/** Milliseconds without a change before files that nobody looks at are checked. */
const QUIET = 300;

export interface WorkspacePush {
  /** Something may be different. */
  changed(): void;
  /** What shows for a file is another's doing now: it was opened or closed. */
  forget(uri: string): void;
}

/** Makes the publisher. A change while it works starts it again. */
export function workspacePush(
  connection: Pick<Connection, 'sendDiagnostics'>,
  unopened: UnopenedManifests,
  isOpen: (uri: string) => boolean,
  environment: Pick<Environment, 'schedule'>,
  progress: IndexProgress,
  log: LogError,
): WorkspacePush {
  const told = new Map<string, string>();
  /** Those that show something, and have to be cleared when they no longer do. */
  const filled = new Set<string>();
  let cancel: (() => void) | undefined;
  let works = false;
  let again = false;

  const run = async (): Promise<void> => {
    works = true;
    again = false;
    try {
      await unopened.report(
        told,
        async ({ uri, resultId, diagnostics }, place, total) => {
          progress.show(place, total);
          if (diagnostics === undefined || isOpen(uri)) return;
          told.set(uri, resultId);
          if (diagnostics.length === 0 && !filled.delete(uri)) return;
          if (diagnostics.length > 0) filled.add(uri);
          await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
        },
        () => again,
      );
      if (!again) progress.end();
    } catch (error) {
      logFailure(log, 'textDocument/publishDiagnostics', undefined, error);
    }
    works = false;
    if (again) wait();
  };
  const wait = (): void => {
    cancel?.();
    cancel = environment.schedule(() => {
      cancel = undefined;
      void run();
    }, QUIET);
  };
  return {
    changed: () => {
      again = true;
      if (!works) wait();
    },
    // Opened and closed at once, it still shows what was told of it before: that has to be cleared then.
    forget: (uri) => {
      told.delete(uri);
    },
  };
}
