/** The language server as a web worker. It starts when it is loaded. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import bundle from '../generated/catalog.js';
import { openCatalog } from './catalog/loader.ts';
import { browserEnvironment } from './environment.browser.ts';
import { startServer } from './server.ts';

/** The part of a worker's global scope that carries messages. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0];

const scope = globalThis as unknown as WorkerScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, browserEnvironment(), openCatalog(bundle));
