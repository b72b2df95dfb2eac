/** Code actions that make the whole file good: `source.fixAll.stackpin`, and a quick fix where there is more than one finding. */
import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver-types';
import { type FixedDocument, fixDocument } from '../resolve/fix/fixAll.ts';
import { MENDED } from '../resolve/fix/targets.ts';
import { fixAllTitle } from '../resolve/fix/titles.ts';
import { asksFor } from './actionKinds.ts';
import { FIX_ALL_KIND } from './advertised.ts';
import { checkedFixing } from './checkedFixing.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * The actions that a client asks for. The one of the kind `source` is made only for who names its kind: on saving, or from the
 * menu of source actions.
 * @param offered quick fixes of single findings; where one of them does the same, there is no other
 */
export function fixAllActions(
  checked: CheckedDocument,
  { only, diagnostics }: CodeActionContext,
  traits: ClientTraits['codeActions'],
  offered: readonly CodeAction[],
): CodeAction[] {
  const isSource = only !== undefined && asksFor(FIX_ALL_KIND, only);
  const several = checked.analysis.findings.filter(({ code }) => MENDED.has(code)).length > 1;
  const isQuick =
    several &&
    (only === undefined || asksFor(CodeActionKind.QuickFix, only)) &&
    diagnostics.some(({ code }) => typeof code === 'string' && isMended(code));
  if (!isSource && !isQuick) return [];
  const made = checkedFixing(checked);
  const fixed = checked.analysis.manifests.flatMap(({ document }): FixedDocument[] => {
    const one = fixDocument(document.index, made);
    return one === undefined ? [] : [one];
  });
  if (fixed.length === 0) return [];
  const edit = workspaceEdit(
    checked,
    fixed.flatMap(({ changes }) => changes),
    traits,
  );
  const title = fixAllTitle(fixed, made.readersOf);
  const actions: CodeAction[] = [];
  const isOffered = offered.some((one) => JSON.stringify(one.edit) === JSON.stringify(edit));
  if (isQuick && !isOffered) actions.push({ title, kind: CodeActionKind.QuickFix, edit });
  if (isSource) actions.push({ title, kind: FIX_ALL_KIND, edit });
  return actions;
}

function isMended(code: string): boolean {
  return [...MENDED].some((one) => one === code);
}
