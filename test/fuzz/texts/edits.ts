/** What is demanded of edits: they lie in the text, do not overlap, and begin and end between characters. */
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { lineIndex } from '../../../server/src/manifest/lines.ts';

/** The text after edits; throws where a client could not apply them. */
export function appliedEdits(text: string, edits: readonly TextEdit[], of: string): string {
  const lines = lineIndex(text);
  const changes = edits.map(({ range: { start, end }, newText }) => {
    for (const { line, character } of [start, end]) {
      if (line < 0 || line >= lines.lineCount || character < 0 || character > lines.lineAt(line).length)
        throw new Error(`${of}: ${line}:${character} is no place in the text.`);
    }
    const change = { start: lines.offsetAt(start), end: lines.offsetAt(end), newText };
    if (change.start > change.end) throw new Error(`${of}: an edit ends before it begins.`);
    if (splitsCharacter(text, change.start) || splitsCharacter(text, change.end))
      throw new Error(`${of}: an edit takes half of a character.`);
    return change;
  });
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  let after = '';
  let at = 0;
  for (const { start, end, newText } of changes) {
    if (start < at) throw new Error(`${of}: two edits overlap.`);
    after += text.slice(at, start) + newText;
    at = end;
  }
  return after + text.slice(at);
}

function splitsCharacter(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

/** The edits of one document. */
export function editsOf(edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] {
  const own = edit?.documentChanges?.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits.filter((one) => 'newText' in one) : [],
  );
  return [...(own ?? []), ...(edit?.changes?.[uri] ?? [])];
}

/** Whether an action was taken back by the server: it can only be looked at. */
export function isDisabled(action: CodeAction): boolean {
  return action.disabled !== undefined;
}
