/** Quick fixes: from the client's diagnostics to edits of the document. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { acknowledgingFixes } from '../analysis/acknowledgingFix.ts';
import type { Fix } from '../analysis/finding.ts';
import { fixesFor } from '../resolve/fix/fixesFor.ts';
import { asksFor } from './actionKinds.ts';
import { findingOf } from './askedAbout.ts';
import { checkedFixing } from './checkedFixing.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * The quick fixes for the diagnostics that the client names, best first for each. Equal edits for several diagnostics
 * become one action. Empty when the client asks for other kinds.
 */
export function codeActions(
  checked: CheckedDocument,
  context: CodeActionContext,
  traits: ClientTraits['codeActions'],
): CodeAction[] {
  if (context.only !== undefined && !asksFor(CodeActionKind.QuickFix, context.only)) return [];
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  const add = (fix: Fix, diagnostic: Diagnostic): void => {
    const edit = workspaceEdit(checked, fix.changes, traits);
    const key = JSON.stringify(edit);
    const known = actions.get(key);
    if (known === undefined) actions.set(key, actionOf(fix, edit, diagnostic));
    else {
      known.diagnostics.push(diagnostic);
      if (fix.preferred) known.isPreferred = true;
    }
  };
  const found = context.diagnostics.flatMap((diagnostic) => {
    const finding = findingOf(checked, diagnostic);
    return finding === undefined ? [] : [{ diagnostic, finding }];
  });
  const made = checkedFixing(checked);
  for (const { diagnostic, finding } of found) {
    for (const fix of fixesFor(made, finding)) add(fix, diagnostic);
  }
  // What mends comes before what accepts, and what accepts in one place before what does so in all of them.
  const accepting = found.map(({ diagnostic, finding }) => ({
    diagnostic,
    fixes: acknowledgingFixes(checked.analysis, finding),
  }));
  for (const place of [0, 1]) {
    for (const { diagnostic, fixes } of accepting) {
      const fix = fixes[place];
      if (fix !== undefined) add(fix, diagnostic);
    }
  }
  return [...actions.values()];
}

function actionOf(
  { title, preferred }: Fix,
  edit: WorkspaceEdit,
  diagnostic: Diagnostic,
): CodeAction & { diagnostics: Diagnostic[] } {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(preferred ? { isPreferred: true } : {}),
    edit,
  };
}
