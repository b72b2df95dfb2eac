/** Entry for the desktop and for remote hosts: the server is a Node process. */
import type { ExtensionContext } from 'vscode';
import type { CatalogUpdates } from './commands/updateCatalog.ts';
import { type RunningClient, startClient } from './start.ts';

let running: RunningClient | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  const load = async () => (await import('./nodeClient.ts')).nodeClient(context);
  // What updates the catalog is the same on the web, and stands once in what is installed: in the script of that host.
  const updates = async (): Promise<CatalogUpdates> => require(context.asAbsolutePath('dist/client/browser.js'));
  running = startClient(context, load, updates);
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
