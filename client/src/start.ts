/**
 * The extension as both hosts share it: commands, the output, and a language server that runs from the first document
 * it has something to say about. The hosts differ only in their language client, which is loaded with the server: it is by far
 * the larger part, and of no use while only other people's YAML is open.
 */
import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showCatalogStatus } from './catalogStatus.ts';
import { registerCommands } from './commands/register.ts';
import type { CatalogUpdates } from './commands/updateCatalog.ts';
import { type CrashCount, crashCount } from './crashCount.ts';
import { type CrashWatch, crashWatch } from './crashes.ts';
import { isOwn, LANGUAGES } from './languages.ts';
import { recogniseDocuments } from './recognise.ts';
import { reportView } from './report/reportView.ts';

/** What the hosts differ in. */
export interface HostClient {
  /** Makes a client that is not yet started. */
  make(output: LogOutputChannel, crashes: CrashWatch): BaseLanguageClient;
  /** Is told that a client runs. */
  started(client: BaseLanguageClient): void;
  /** Is told that the client ended. */
  ended(): void;
}

/** What `activate` leaves for `deactivate`. */
export interface RunningClient {
  /** Ends the language server; resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Registers everything with the context and starts the server when a document of ours is, or becomes, open. A YAML
 * document activates the extension too (see docs/editors.md, "Activation"), but starts no server.
 * @param load loads the language client
 * @param updates loads what updates the catalog
 */
export function startClient(
  context: ExtensionContext,
  load: () => Promise<HostClient>,
  updates: () => Promise<CatalogUpdates>,
): RunningClient {
  const output = window.createOutputChannel('Stackpin', { log: true });
  const status = showCatalogStatus();
  let host: HostClient | undefined;
  let client: BaseLanguageClient | undefined;
  /** What could not be started is tried again by hand alone. */
  let wasStarted = false;
  // Starts and stops follow each other: a client cannot be stopped while it is starting. The first waits until the activation is
  // over, which the editor and the other extensions wait for.
  let last = new Promise<void>((resolve) => setTimeout(resolve, 0));
  const afterwards = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
    return last;
  };

  /** @param count of the servers since one was started by hand */
  const start = async (count = crashCount(() => performance.now())): Promise<void> => {
    wasStarted = true;
    let made: BaseLanguageClient | undefined;
    const crashes = crashWatch(context, count, () => {
      if (made === client) void restart(count);
    });
    try {
      host ??= await load();
      made = host.make(output, crashes);
      client = made;
      const toOutput = made.error.bind(made);
      // Some of its errors the library would show to the person whatever it is told.
      made.error = (message, data) => toOutput(message, data, false);
      await made.start();
      host.started(made);
      status.refresh();
    } catch (error) {
      crashes.failed();
      throw error;
    }
  };
  const stop = async (): Promise<void> => {
    const running = client;
    client = undefined;
    if (running?.needsStop()) {
      await running.dispose();
    }
    host?.ended();
  };
  const startFor = (document: TextDocument): void => {
    if (LANGUAGES.includes(document.languageId) && isOwn(document)) {
      afterwards(() => (wasStarted ? Promise.resolve() : start()));
    }
  };
  const restart = (count?: CrashCount): Promise<void> => {
    afterwards(stop);
    return afterwards(() => start(count));
  };

  context.subscriptions.push(
    output,
    status,
    registerCommands(context, updates),
    commands.registerCommand('stackpin.restartServer', () => restart()),
    commands.registerCommand('stackpin.showOutput', () => output.show()),
    reportView({ extensionUri: context.extensionUri, ready: () => last }),
    workspace.onDidOpenTextDocument(startFor),
    recogniseDocuments(context.workspaceState),
  );
  workspace.textDocuments.forEach(startFor);
  return { stop: () => afterwards(stop) };
}
