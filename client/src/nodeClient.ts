/** The language client of the desktop and of remote hosts. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions.ts';
import { namedFiles } from './namedFiles.ts';
import type { HostClient } from './start.ts';
import { updatesFolder } from './update/folder.ts';

/** Makes clients whose server is a Node process. */
export function nodeClient(context: ExtensionContext): HostClient {
  const server = { module: context.asAbsolutePath('dist/server/node.js'), transport: TransportKind.ipc };
  const files = namedFiles(({ scheme }) => scheme !== 'file');
  context.subscriptions.push(files);
  return {
    make: (output, crashes) =>
      new LanguageClient(
        'stackpin',
        'Stackpin',
        { run: server, debug: server },
        {
          ...clientOptions(output, files, crashes),
          initializationOptions: { catalogUpdates: updatesFolder(context).fsPath },
        },
      ),
    started: files.start,
    ended: () => undefined,
  };
}
