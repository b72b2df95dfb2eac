/** `workspace/diagnostic`: findings in files that are not open, for clients that ask. */
import {
  type Connection,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { guardedRequest, type LogError } from './handlers.ts';
import type { IndexProgress } from './indexProgress.ts';
import type { UnopenedManifests, UnopenedReport } from './unopened.ts';

/** Reports that are sent together, so that the first findings show before the last file is checked. */
const CHUNK = 50;

/** Answers the request. A client that asks again while nothing has changed is answered at once. */
export function registerWorkspacePull(
  connection: Pick<Connection, 'onRequest' | 'sendProgress'>,
  unopened: UnopenedManifests,
  environment: Pick<Environment, 'schedule'>,
  progress: IndexProgress,
  log: LogError,
): void {
  const { method, type } = WorkspaceDiagnosticRequest;
  /** The revision that was answered last in full. */
  let answered = -1;
  const breath = () => new Promise<void>((resolve) => environment.schedule(resolve, 0));
  const handle = async (
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    isCancelled: () => boolean,
  ): Promise<WorkspaceDiagnosticReport> => {
    const revision = unopened.revision();
    if (revision === answered && previousResultIds.length > 0) return { items: [] };
    const told = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    await unopened.report(
      told,
      async (report, place, total) => {
        progress.show(place, total);
        items.push(itemOf(report));
        if (items.length % CHUNK !== 0) return;
        if (partialResultToken !== undefined) {
          await connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, { items });
          items = [];
        }
        // Typing goes before.
        await breath();
      },
      isCancelled,
    );
    if (!isCancelled()) {
      answered = revision;
      progress.end();
    }
    return { items };
  };
  connection.onRequest(
    type,
    guardedRequest(method, { items: [] }, log, (params: WorkspaceDiagnosticParams, token) =>
      handle(params, () => token.isCancellationRequested),
    ),
  );
}

function itemOf({ uri, resultId, diagnostics }: UnopenedReport): WorkspaceDocumentDiagnosticReport {
  return diagnostics === undefined
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...diagnostics] };
}
