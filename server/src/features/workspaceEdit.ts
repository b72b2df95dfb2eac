/** Changes of the checked file, and of bases of it, as the edit that a client applies. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../analysis/finding.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

/** An edit of the file alone names the version that it is for; of a base nobody here knows one. */
export function workspaceEdit(
  { uri, version, lines }: CheckedDocument,
  changes: readonly TextChange[],
  { documentChanges }: ClientTraits['codeActions'],
): WorkspaceEdit {
  const files = new Map<string, TextEdit[]>();
  for (const { range, newText, layer } of changes) {
    const file = layer?.uri ?? uri;
    const place = toRange(layer?.manifest.document.source ?? lines, range);
    const edits = files.get(file) ?? [];
    edits.push({ range: place, newText });
    files.set(file, edits);
  }
  if (!documentChanges) return { changes: Object.fromEntries(files) };
  return {
    documentChanges: [...files].map(([file, edits]) => ({
      textDocument: { uri: file, version: file === uri ? version : null },
      edits,
    })),
  };
}
