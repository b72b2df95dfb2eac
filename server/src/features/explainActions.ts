/** Actions that change nothing and open the page about a finding. */
import { t } from '@vscode/l10n';
import { type CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../analysis/finding.ts';
import { SHOW_PAGE } from './advertised.ts';
import { SOURCE } from './diagnostics.ts';
import { type CheckedDocument, toRange } from './document.ts';
import { explanationAddress } from './explanationPage.ts';

/**
 * The actions for the diagnostics that the client names: for pins that no versions satisfy together, whose message tells only
 * the outline. For clients that can open a page.
 */
export function explainActions(checked: CheckedDocument, { diagnostics, only }: CodeActionContext): CodeAction[] {
  const kind = CodeActionKind.QuickFix;
  if (only !== undefined && !only.some((wanted) => wanted === '' || wanted === kind)) return [];
  return diagnostics.flatMap((diagnostic) => {
    const finding = findingOf(checked, diagnostic);
    if (finding === undefined) return [];
    const title = t('Explain: why these versions do not go together');
    const command = { title, command: SHOW_PAGE, arguments: [explanationAddress(checked, finding)] };
    return [{ title, kind, diagnostics: [diagnostic], command }];
  });
}

function findingOf(
  { analysis, lines }: CheckedDocument,
  { source, code, range, message }: Diagnostic,
): Finding | undefined {
  if (source !== SOURCE || code !== 'unsatisfiable') return undefined;
  const here = analysis.findings.filter((finding) => {
    const { start } = toRange(lines, finding.range);
    return finding.code === code && start.line === range.start.line && start.character === range.start.character;
  });
  return here.find((finding) => finding.message === message) ?? here[0];
}
