/** Findings as the editor holds them. */
import { type Diagnostic, languages, type Uri } from 'vscode';

/** What this extension found in a document. */
export function findingsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'stackpin');
}

/** The code of a finding, as docs/diagnostics names it. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
