/** Quick fixes: from the client's diagnostics to edits of the document. */
import { type CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { acknowledgingFix } from '../analysis/acknowledgingFix.ts';
import type { Fix } from '../analysis/finding.ts';
import { fixesFor } from '../resolve/fix/fixesFor.ts';
import { findingOf } from './askedAbout.ts';
import { asksFor, changeAction } from './changeActions.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { fixAllOf } from './fixAllActions.ts';
import { fixingOf } from './fixingOf.ts';

/**
 * The quick fixes for the diagnostics that the client names, best first for each. Equal edits for several diagnostics
 * become one action. Empty when the client asks for other kinds.
 * @param isCancelled asked by long searches
 */
export function codeActions(
  checked: CheckedDocument,
  { diagnostics, only }: CodeActionContext,
  traits: ClientTraits['codeActions'],
  isCancelled?: () => boolean,
): CodeAction[] {
  if (only !== undefined && !asksFor(CodeActionKind.QuickFix, only)) return [];
  const made = fixingOf(checked, isCancelled);
  const found = diagnostics.flatMap((diagnostic) => {
    const finding = findingOf(checked, diagnostic);
    return finding === undefined ? [] : [{ diagnostic, finding }];
  });
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  const add = ({ title, preferred, changes }: Omit<Fix, 'kind'>, diagnostic: Diagnostic): void => {
    const action = changeAction(checked, title, CodeActionKind.QuickFix, changes, traits);
    const key = JSON.stringify(action.edit);
    const known = actions.get(key) ?? { ...action, diagnostics: [] };
    if (!known.diagnostics.includes(diagnostic)) known.diagnostics.push(diagnostic);
    if (preferred) known.isPreferred = true;
    actions.set(key, known);
  };
  for (const { diagnostic, finding } of found) {
    for (const fix of fixesFor(made, finding)) add(fix, diagnostic);
  }
  const all = fixAllOf(
    found.map(({ finding }) => finding),
    made,
  );
  if (all !== undefined) for (const { diagnostic, finding } of found) if (all.resolves(finding)) add(all, diagnostic);
  // What mends comes before what accepts.
  for (const { diagnostic, finding } of found) {
    const fix = acknowledgingFix(checked.analysis, finding);
    if (fix !== undefined) add(fix, diagnostic);
  }
  return [...actions.values()];
}
