/** Entry for the editor in a browser: the server is a Web Worker. */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type RunningClient, startClient } from './start.ts';

/** What is needed of the host's Web Worker; the compiler is told of Node's globals only. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

let running: RunningClient | undefined;
let worker: Worker | undefined;

/** Called once by the editor. */
export function activate(context: ExtensionContext): void {
  const own = (path: string): string => Uri.joinPath(context.extensionUri, path).toString(true);
  const server = own('dist/server/browser.js');
  // The web host stands its own object in for a worker, which the client does not take for one: it gets the transports.
  const startWorker = async (): Promise<MessageTransports> => {
    endWorker(); // A worker does not end with its connection: the one of before a restart would stay for ever.
    worker = new Worker(server);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  // The host may start the worker from a copy of its script that has nothing beside it.
  const initializationOptions = { bundledCatalog: own('dist/catalog/bundled.catalog.jsonl') };
  running = startClient(
    context,
    (options) => new LanguageClient('stackpin', 'Stackpin', startWorker, { ...options, initializationOptions }),
  );
}

/** Called by the editor when the extension goes; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  endWorker();
}

function endWorker(): void {
  worker?.terminate();
  worker = undefined;
}
