/** Quick fixes: from the client's diagnostics to edits of the document. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { acknowledgingFix } from '../analysis/acknowledgingFix.ts';
import type { Fix } from '../analysis/finding.ts';
import { fixesFor } from '../resolve/fix/fixesFor.ts';
import { fixing } from '../resolve/fix/fixing.ts';
import { findingOf } from './askedAbout.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

/**
 * The quick fixes for the diagnostics that the client names, best first for each. Equal edits for several diagnostics
 * become one action. Empty when the client asks for other kinds.
 */
export function codeActions(
  checked: CheckedDocument,
  context: CodeActionContext,
  traits: ClientTraits['codeActions'],
): CodeAction[] {
  if (!asksFor(CodeActionKind.QuickFix, context.only)) return [];
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  const add = (fix: Fix, diagnostic: Diagnostic): void => {
    const edits = editsOf(checked, fix);
    const key = JSON.stringify(edits);
    const known = actions.get(key);
    if (known === undefined) actions.set(key, actionOf(checked, fix, edits, diagnostic, traits));
    else {
      known.diagnostics.push(diagnostic);
      if (fix.preferred) known.isPreferred = true;
    }
  };
  const found = context.diagnostics.flatMap((diagnostic) => {
    const finding = findingOf(checked, diagnostic);
    return finding === undefined ? [] : [{ diagnostic, finding }];
  });
  const made = fixing(checked.analysis);
  for (const { diagnostic, finding } of found) {
    for (const fix of fixesFor(made, finding)) add(fix, diagnostic);
  }
  // What mends comes before what accepts.
  for (const { diagnostic, finding } of found) {
    const fix = acknowledgingFix(checked.analysis, finding);
    if (fix !== undefined) add(fix, diagnostic);
  }
  return [...actions.values()];
}

/** Kinds are paths: a client that asks for `quickfix` wants `quickfix.x` too, and the empty kind stands for all. */
function asksFor(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function editsOf({ lines }: CheckedDocument, fix: Fix): TextEdit[] {
  return fix.changes.map(({ range, newText }) => ({ range: toRange(lines, range), newText }));
}

function actionOf(
  { uri, version }: CheckedDocument,
  { title, preferred }: Fix,
  edits: TextEdit[],
  diagnostic: Diagnostic,
  { documentChanges }: ClientTraits['codeActions'],
): CodeAction & { diagnostics: Diagnostic[] } {
  const edit: WorkspaceEdit = documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(preferred ? { isPreferred: true } : {}),
    edit,
  };
}
