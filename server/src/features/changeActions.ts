/** Code actions that change texts: that of the document, and those of its bases. */
import type { CodeAction, CodeActionKind, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../analysis/finding.ts';
import type { Layer } from '../composition/layers.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

type Traits = ClientTraits['codeActions'];

/** Kinds are paths: a client that asks for `quickfix` wants `quickfix.x` too, and the empty kind stands for all. */
export function asksFor(kind: CodeActionKind, only: readonly CodeActionKind[]): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The edit that makes some changes of a document and of its bases. */
export function workspaceEdit(
  { uri, version, lines, openAs }: CheckedDocument,
  changes: readonly TextChange[],
  { documentChanges }: Traits,
): WorkspaceEdit {
  const perFile = new Map<Layer | undefined, TextChange[]>();
  for (const change of changes) perFile.set(change.layer, [...(perFile.get(change.layer) ?? []), change]);
  const files = [...perFile].map(([layer, own]) => {
    const index = layer?.manifest.document.source ?? lines;
    const edits = own.map(({ range, newText }): TextEdit => ({ range: toRange(index, range), newText }));
    // A file that is not open has no version: what is on disk counts.
    const textDocument =
      layer === undefined ? { uri, version } : (openAs?.(layer.uri) ?? { uri: layer.uri, version: null });
    return { textDocument, edits };
  });
  return documentChanges
    ? { documentChanges: files }
    : { changes: Object.fromEntries(files.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

/** An action of some kind that makes some changes. */
export function changeAction(
  checked: CheckedDocument,
  title: string,
  kind: CodeActionKind,
  changes: readonly TextChange[],
  traits: Traits,
): CodeAction & { edit: WorkspaceEdit } {
  return { title, kind, edit: workspaceEdit(checked, changes, traits) };
}
