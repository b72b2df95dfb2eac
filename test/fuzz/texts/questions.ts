/** All that a client asks about a text and a place in it. */
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  InlayHint,
  Position,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import type { Random } from '../random.ts';
import type { Count } from '../target.ts';
import { appliedEdits, editsOf } from './edits.ts';
import type { Asking } from './session.ts';

/** What is asked about one text. */
export interface Asked {
  readonly asking: Asking;
  readonly uri: string;
  readonly text: string;
  readonly found: readonly Diagnostic[];
  readonly random: Random;
  readonly count: Count;
}

/** About the whole document. */
export async function askWhole({ asking: { ask }, uri, text, count }: Asked): Promise<void> {
  const textDocument = { uri };
  const lines = lineIndex(text);
  const range = { start: { line: 0, character: 0 }, end: lines.positionAt(text.length) };
  for (const method of [
    'documentSymbol',
    'foldingRange',
    'documentLink',
    'semanticTokens/full',
    'semanticTokens/range',
  ])
    await ask(`textDocument/${method}`, { textDocument, range });
  for (const lens of (await ask<CodeLens[]>('textDocument/codeLens', { textDocument })) ?? [])
    await ask('codeLens/resolve', lens);
  for (const hint of ((await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range })) ?? []).slice(0, 5)) {
    const { textEdits = [] } = (await ask<InlayHint>('inlayHint/resolve', hint)) ?? {};
    appliedEdits(text, textEdits, 'inlayHint');
  }
  for (const command of ['coverage', 'explain', 'plan', 'report'])
    await ask('workspace/executeCommand', { command: `stackpin.${command}`, arguments: [uri] });
  await ask('workspace/symbol', { query: '' });
  count('questions', 13);
}

/** About a place. */
export async function askAt({ asking: { ask }, uri, text, count, random }: Asked, position: Position): Promise<void> {
  const textDocument = { uri };
  const params = { textDocument, position, positions: [position], context: { includeDeclaration: true } };
  const methods = ['hover', 'definition', 'typeDefinition', 'references', 'documentHighlight', 'linkedEditingRange'];
  for (const method of [...methods, 'selectionRange', 'prepareRename']) await ask(`textDocument/${method}`, params);
  const renamed = await ask<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'renamed' });
  appliedEdits(text, editsOf(renamed, uri), 'rename');
  const list = await ask<CompletionList>('textDocument/completion', { textDocument, position });
  for (const item of someOf(list?.items ?? [], random)) {
    await ask('completionItem/resolve', item);
    const range = editRange(item) ?? list?.itemDefaults?.editRange;
    if (range === undefined || 'insert' in range) throw new Error(`${item.label}: where it is put is not said.`);
    appliedEdits(text, [{ range, newText: '' }, ...(item.additionalTextEdits ?? [])], `completion of ${item.label}`);
    count('completions');
  }
  count('questions', 11);
}

function editRange({ textEdit }: CompletionItem) {
  return textEdit !== undefined && 'range' in textEdit ? textEdit.range : undefined;
}

/** What can be done at a place, each with the edit that it makes. */
export async function actionsAt(
  { asking: { ask }, uri, found, random, count }: Asked,
  position: Position,
): Promise<readonly CodeAction[]> {
  const range = { start: position, end: position };
  const here = found.filter(({ range: { start, end } }) => start.line <= position.line && end.line >= position.line);
  const context = { diagnostics: here };
  const offered = (await ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context })) ?? [];
  const source = { textDocument: { uri }, range, context: { diagnostics: [], only: ['source'] } };
  const whole = (await ask<CodeAction[]>('textDocument/codeAction', source)) ?? [];
  const actions: CodeAction[] = [];
  for (const action of [...someOf(offered, random), ...whole]) {
    if (action.disabled !== undefined) continue;
    const made = action.edit === undefined ? await ask<CodeAction>('codeAction/resolve', action) : action;
    if (made !== undefined) actions.push(made);
    count('actions');
  }
  count('questions', 2);
  return actions;
}

/** A few of a list. */
function someOf<T>(list: readonly T[], random: Random): T[] {
  return list.length <= 4 ? [...list] : [0, 1, 2].map(() => random.pick(list));
}
