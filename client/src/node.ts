/** Entry for the desktop and for remote hosts: the server is a Node process. */
import type { ExtensionContext } from 'vscode';
import { type RunningClient, startClient } from './start.ts';

let running: RunningClient | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  running = startClient(context, async () => (await import('./nodeClient.ts')).nodeClient(context));
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
