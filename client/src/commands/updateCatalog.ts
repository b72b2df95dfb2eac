/** The command "Update Catalog...". What it does is loaded when somebody calls it: nothing else of the extension asks a network. */
import { commands, type ExtensionContext, workspace } from 'vscode';
import { LANGUAGES } from '../languages.ts';

/** Takes an update, and has the language server read it where one is running. */
async function updateCatalog(context: ExtensionContext): Promise<void> {
  const update = await import('../update/updateCatalog.ts');
  if (!(await update.updateCatalog(context))) return;
  const isUsed = workspace.textDocuments.some(({ languageId }) => LANGUAGES.includes(languageId));
  if (isUsed) await commands.executeCommand('stackpin.restartServer');
}

/** Registers the command. */
export const registerUpdateCatalog = (context: ExtensionContext) =>
  commands.registerCommand('stackpin.updateCatalog', () => updateCatalog(context));
