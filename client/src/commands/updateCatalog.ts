/** The command "Update Catalog...". What it does is loaded when somebody calls it: nothing else of the extension asks a network. */
import { commands, type ExtensionContext, workspace } from 'vscode';
import { LANGUAGES } from '../languages.ts';

/** What is loaded with the command (client/src/update/updateCatalog.ts). */
export interface CatalogUpdates {
  /** Whether another catalog is to be used from now on. */
  updateCatalog(context: ExtensionContext): Promise<boolean>;
}

/** Registers the command. It has the language server read the catalog where one is running. */
export const registerUpdateCatalog = (context: ExtensionContext, load: () => Promise<CatalogUpdates>) =>
  commands.registerCommand('stackpin.updateCatalog', async () => {
    const updates = await load();
    if (!(await updates.updateCatalog(context))) return;
    const isUsed = workspace.textDocuments.some(({ languageId }) => LANGUAGES.includes(languageId));
    if (isUsed) await commands.executeCommand('stackpin.restartServer');
  });
