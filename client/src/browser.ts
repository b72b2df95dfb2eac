/** Entry for the editor in a browser: the server is a Web Worker. */
import type { ExtensionContext } from 'vscode';
import { type RunningClient, startClient } from './start.ts';
import { updateCatalog } from './update/updateCatalog.ts';

/** For the desktop too, which loads it from here: it is the same code, and stands once in what is installed. */
export { updateCatalog };

let running: RunningClient | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  const load = async () => (await import('./browserClient.ts')).browserClient(context);
  running = startClient(context, load, async () => ({ updateCatalog }));
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
