/** Entry for the editor in a browser: the server is a Web Worker. */
import type { ExtensionContext } from 'vscode';
import { type RunningClient, startClient } from './start.ts';

let running: RunningClient | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  running = startClient(context, async () => (await import('./browserClient.ts')).browserClient(context));
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
