/** "Plan Upgrade" and "Fix All", for the stack that the cursor is in: what the code lens and the quick fixes do, by their names. */
import { type CodeLens, commands, l10n, window } from 'vscode';

/** Lenses of one manifest that are asked for: one for each stack of it. */
const MOST_LENSES = 100;

/** Opens the plan for the stack that the cursor is in. */
export async function planUpgrade(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const lenses = await commands.executeCommand<CodeLens[]>(
    'vscode.executeCodeLensProvider',
    editor.document.uri,
    MOST_LENSES,
  );
  const plans = lenses.filter(({ command }) => command?.command === 'stackpin.showPage');
  const { line } = editor.selection.active;
  const { command } = plans.findLast(({ range }) => range.start.line <= line) ?? plans[0] ?? {};
  if (command === undefined) {
    void window.showInformationMessage(l10n.t('There is no stack to plan an upgrade for in this file.'));
    return;
  }
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Makes the least change that the file needs. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.stackpin', apply: 'first' });
}
