/** The language client of the editor in a browser. */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './clientOptions.ts';
import { namedFiles } from './namedFiles.ts';
import type { HostClient } from './start.ts';
import { updatedCatalog } from './update/updatedCatalog.ts';

/** What is needed of the host's Web Worker; the compiler is told of Node's globals only. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

/** Makes clients whose server is a Web Worker. */
export function browserClient(context: ExtensionContext): HostClient {
  const own = (path: string): string => Uri.joinPath(context.extensionUri, path).toString(true);
  const server = own('dist/server/browser.js');
  // The host may start the worker from a copy of its script that has nothing beside it.
  const bundledCatalog = own('dist/catalog/bundled.catalog.jsonl');
  // The server reads no files, so it is told what an update brought.
  let newer: string | undefined;
  let worker: Worker | undefined;
  // A worker does not end with its connection: the one of before a restart would stay for ever.
  const ended = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  // The web host stands its own object in for a worker, which the client does not take for one: it gets the transports.
  const startWorker = async (): Promise<MessageTransports> => {
    ended();
    newer = await updatedCatalog(context);
    worker = new Worker(server);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const files = namedFiles(() => true);
  context.subscriptions.push(files);
  return {
    make: (output, crashes) =>
      new LanguageClient('stackpin', 'Stackpin', startWorker, {
        ...clientOptions(output, files, crashes),
        initializationOptions: () => ({ bundledCatalog, updatedCatalog: newer }),
      }),
    started: files.start,
    ended,
  };
}
