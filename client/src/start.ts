/**
 * The extension as both hosts share it: commands, the output, and a language server that runs from the first document
 * it has something to say about. The hosts differ only in how they make the client.
 */
import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { documentSelector, isOwn, LANGUAGES } from './languages.ts';
import { recogniseDocuments } from './recognise.ts';

/** Makes a client that is not yet started. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` leaves for `deactivate`. */
export interface RunningClient {
  /** Ends the language server; resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Registers everything with the context and starts the server when a document of ours is, or becomes, open. A YAML
 * document activates the extension too (see docs/editors.md, "Activation"), but starts no server.
 */
export function startClient(context: ExtensionContext, makeClient: MakeClient): RunningClient {
  const output = window.createOutputChannel('Stackpin', { log: true });
  let client: BaseLanguageClient | undefined;
  // Starts and stops follow each other: a client cannot be stopped while it is starting.
  let last = Promise.resolve();
  const afterwards = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
    return last;
  };

  const start = async (): Promise<void> => {
    client = makeClient(clientOptions(output));
    await client.start();
  };
  const stop = async (): Promise<void> => {
    const running = client;
    client = undefined;
    if (running?.needsStop()) {
      await running.dispose();
    }
  };
  const startFor = (document: TextDocument): void => {
    if (LANGUAGES.includes(document.languageId) && isOwn(document)) {
      afterwards(() => (client === undefined ? start() : Promise.resolve()));
    }
  };
  const restart = (): Promise<void> => {
    afterwards(stop);
    return afterwards(start);
  };

  context.subscriptions.push(
    output,
    commands.registerCommand('stackpin.restartServer', restart),
    commands.registerCommand('stackpin.showOutput', () => output.show()),
    workspace.onDidOpenTextDocument(startFor),
    recogniseDocuments(context.workspaceState),
  );
  workspace.textDocuments.forEach(startFor);
  return { stop: () => afterwards(stop) };
}

function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
