/** Edits that a server offers: they fit into the text that they are about, and do not run into each other. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Change } from './steps.ts';

/**
 * A text after changes, as LSP says: one after another, and places behind the end are the end. (`TextDocument.update` of the library
 * loses count of the lines after a change behind the last line.)
 */
export function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, { range, text: inserted }) => {
    if (range === undefined) return inserted;
    const document = TextDocument.create('', '', 0, before);
    const offsets = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return before.slice(0, Math.min(...offsets)) + inserted + before.slice(Math.max(...offsets));
  }, text);
}

/**
 * Applies all edits of an answer.
 * @param document the one that was asked about
 * @param textOf the text of any other
 * @returns how many edits there were
 */
export function checkEdits(
  result: unknown,
  document: TextDocument | undefined,
  textOf: (uri: string) => string | undefined,
): number {
  if (typeof result !== 'object' || result === null) return 0;
  const list: unknown[] = Array.isArray(result) ? result : ((result as { items?: unknown[] }).items ?? [result]);
  const plain = list.filter(isTextEdit);
  let count = 0;
  if (plain.length > 0 && document !== undefined) count += apply(document.uri, document.getText(), plain);
  for (const one of list) {
    if (typeof one !== 'object' || one === null) continue;
    const { edit, changes, documentChanges, textEdit, textEdits, additionalTextEdits } = one as {
      edit?: WorkspaceEdit;
      textEdit?: unknown;
      textEdits?: TextEdit[];
      additionalTextEdits?: TextEdit[];
    } & WorkspaceEdit;
    count += ofWorkspace(edit ?? { ...(changes && { changes }), ...(documentChanges && { documentChanges }) }, textOf);
    if (document === undefined) continue;
    const text = document.getText();
    for (const each of [textEdits, additionalTextEdits])
      if (each !== undefined) count += apply(document.uri, text, each);
    const ranged = textEdit as { newText?: string; range?: Range; insert?: Range; replace?: Range } | undefined;
    for (const range of [ranged?.range, ranged?.insert, ranged?.replace]) {
      if (range !== undefined) count += apply(document.uri, text, [{ range, newText: ranged?.newText ?? '' }]);
    }
  }
  return count;
}

function isTextEdit(value: unknown): value is TextEdit {
  return typeof value === 'object' && value !== null && 'newText' in value && 'range' in value;
}

function ofWorkspace({ changes, documentChanges }: WorkspaceEdit, textOf: (uri: string) => string | undefined): number {
  let count = 0;
  const made = new Set<string>();
  for (const change of documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind === 'create') made.add(change.uri);
      continue;
    }
    const { uri } = change.textDocument;
    count += apply(uri, made.has(uri) ? '' : textOf(uri), change.edits as TextEdit[]);
  }
  for (const [uri, edits] of Object.entries(changes ?? {})) count += apply(uri, textOf(uri), edits);
  return count;
}

function apply(uri: string, text: string | undefined, edits: readonly TextEdit[]): number {
  if (text === undefined) throw new Error(`an edit of ${uri}, which is not there`);
  const document = TextDocument.create(uri, '', 0, text);
  for (const { range } of edits) {
    for (const position of [range.start, range.end]) checkPosition(document, position);
  }
  // Throws where they overlap.
  TextDocument.applyEdits(document, [...edits]);
  return edits.length;
}

function checkPosition(document: TextDocument, position: Position): void {
  const back = document.positionAt(document.offsetAt(position));
  if (back.line !== position.line || back.character !== position.character)
    throw new Error(`${document.uri} has no place ${position.line}:${position.character}`);
}
