/** The language server as a web worker. It starts when it is loaded. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { browserEnvironment } from './environment.browser.ts';
import { startServer } from './server.ts';
import { gated } from './transport/gate.ts';

/** The part of a worker's global scope that carries messages. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0] & { readonly location?: { readonly href: string } };

/** Beside the script, where that was loaded by its address; a script from a blob has nothing beside it. */
function catalogBeside({ location }: WorkerScope): string | undefined {
  const isAddress = location !== undefined && /^https?:/.test(location.href);
  return isAddress ? new URL('../catalog/bundled.catalog.jsonl', location.href).href : undefined;
}

const scope = globalThis as unknown as WorkerScope;
const { reader, writer } = gated(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(createConnection(reader, writer), browserEnvironment(), catalogBeside(scope));
