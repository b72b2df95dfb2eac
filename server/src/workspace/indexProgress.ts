/** Tells how far the first check of a large workspace has come. */
import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';

/** Fewer manifests are checked before anybody would read it. */
const LARGE = 200;

/** Manifests between two reports. */
const STEP = 25;

export interface IndexProgress {
  /** So many of so many are done. Only the first run is told. */
  show(done: number, total: number): void;
  end(): void;
}

/**
 * Makes the teller.
 * @param shows whether the client shows progress that a server begins
 */
export function indexProgress(connection: Pick<Connection, 'window'>, shows: boolean): IndexProgress {
  let isOver = !shows;
  let progress: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;
  return {
    show(done, total) {
      if (isOver || total < LARGE) return;
      if (progress === undefined) {
        progress = connection.window.createWorkDoneProgress();
        progress
          .then((one) => one.begin('Stackpin', 0, t('{0} of {1} manifests', 0, total), false))
          .catch(() => undefined);
      }
      if (done % STEP !== 0) return;
      progress
        .then((one) => one.report(Math.round((done / total) * 100), t('{0} of {1} manifests', done, total)))
        .catch(() => undefined);
    },
    end() {
      isOver = true;
      progress?.then((one) => one.done()).catch(() => undefined);
      progress = undefined;
    },
  };
}
