/** Entry for the desktop and for remote hosts: the server is a Node process. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type RunningClient, startClient } from './start.ts';

let running: RunningClient | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server/node.js'), transport: TransportKind.ipc };
  running = startClient(
    context,
    (options) => new LanguageClient('stackpin', 'Stackpin', { run: server, debug: server }, options),
  );
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
