/** Pull diagnostics: the client asks, and is told when nothing changed. */
import {
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guardedRequest, type LogError, logFailure } from './handlers.ts';
import type { DiagnosticsChannel } from './push.ts';
import type { Session } from './session.ts';

/** What was reported last for a document: the same content keeps its id. */
interface Report {
  readonly resultId: string;
  readonly content: string;
}

/**
 * Answers `textDocument/diagnostic`. Result ids are never used twice, so that one from before a document was closed
 * and opened again is simply unknown.
 * @param refreshes the client can be told to ask again
 */
export function registerPull(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: Session,
  options: { readonly refreshes: boolean; readonly log: LogError },
): DiagnosticsChannel {
  const reports = new Map<string, Report>();
  let ids = 0;
  documents.onDidClose(({ document }) => reports.delete(document.uri));

  const reportOn = async ({
    textDocument,
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
    const { uri } = textDocument;
    const diagnostics = (await session.validate(uri))?.diagnostics ?? [];
    const content = JSON.stringify(diagnostics);
    const known = reports.get(uri);
    if (known?.content === content) {
      const { resultId } = known;
      return previousResultId === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
    }
    ids += 1;
    const resultId = String(ids);
    if (documents.get(uri) !== undefined) reports.set(uri, { resultId, content });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
  };
  const { method } = DocumentDiagnosticRequest;
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.onRequest(DocumentDiagnosticRequest.type, guardedRequest(method, empty, options.log, reportOn));
  return {
    refresh: () => {
      if (!options.refreshes) return;
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        logFailure(options.log, 'workspace/diagnostic/refresh', undefined, error);
      });
    },
  };
}
