/** A language client for tests: over streams in memory, or over a server that runs as a process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  type ConfigurationItem,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeEnvironment } from '../../server/src/environment.node.ts';
import type { Environment } from '../../server/src/environment.ts';
import { startServer } from '../../server/src/server.ts';
import { TODAY, testCatalogBytes } from '../support/catalog.ts';

export const SERVER = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly workspaceFolder?: string;
  /** The language of the client's own texts. */
  readonly locale?: string;
  /** Answers `workspace/configuration`. */
  readonly configuration?: (item: ConfigurationItem) => unknown;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[];
  /** `window/logMessage`, oldest first. */
  readonly logged: string[];
  /** `window/showMessage`, oldest first. */
  readonly shown: string[];
  readonly registered: Registration[];
  /** How often the server asked to pull again. */
  refreshes(): number;
  /** How often the server asked to ask for inlay hints again. */
  hintRefreshes(): number;
  initialize(options?: ClientOptions): Promise<InitializeResult>;
  open(uri: string, text: string, languageId?: string, version?: number): Promise<void>;
  change(uri: string, text: string, version: number): Promise<void>;
  close(uri: string): Promise<void>;
  /** Waits until something holds; it is asked again after each message of the server. */
  until<T>(question: () => T | undefined | false): Promise<T>;
  /** The newest diagnostics that were pushed for a document, once there are any that fit. */
  pushed(uri: string, fits?: (params: PublishDiagnosticsParams) => boolean): Promise<Diagnostic[]>;
}

/** A client over the streams of a server. */
export function clientOver(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): TestClient {
  const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const shown: string[] = [];
  const registered: Registration[] = [];
  const waiting = new Set<() => void>();
  let refreshes = 0;
  let hintRefreshes = 0;
  let configuration: ClientOptions['configuration'];
  const wake = () => {
    for (const ask of [...waiting]) ask();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    wake();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
    wake();
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
    wake();
  });
  connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    shown.push(message);
    wake();
    return null;
  });
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
    registered.push(...registrations);
    wake();
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    setImmediate(wake);
    return null;
  });
  connection.onRequest('workspace/inlayHint/refresh', () => {
    hintRefreshes += 1;
    setImmediate(wake);
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: ConfigurationItem[] }) =>
    Promise.all(items.map(async (item) => (await configuration?.(item)) ?? null)),
  );
  connection.listen();

  const until: TestClient['until'] = (question) =>
    new Promise((resolve) => {
      const ask = () => {
        const answer = question();
        if (answer === undefined || answer === false) return;
        waiting.delete(ask);
        resolve(answer);
      };
      waiting.add(ask);
      ask();
    });
  return {
    connection,
    published,
    logged,
    shown,
    registered,
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
    until,
    async initialize(options = {}) {
      configuration = options.configuration;
      const params: { [key: string]: unknown } = {
        processId: null,
        rootUri: null,
        capabilities: options.capabilities ?? {},
        workspaceFolders:
          options.workspaceFolder === undefined ? null : [{ uri: options.workspaceFolder, name: 'workspace' }],
      };
      if (options.locale !== undefined) params.locale = options.locale;
      if ('initializationOptions' in options) params.initializationOptions = options.initializationOptions;
      const result = await connection.sendRequest<InitializeResult>('initialize', params);
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text, languageId = 'stack-manifest', version = 1) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }),
    change: (uri, text, version) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    pushed: (uri, fits = () => true) =>
      until(() => {
        const newest = published.findLast((params) => params.uri === uri);
        return newest !== undefined && fits(newest) && newest.diagnostics;
      }),
  };
}

/** An environment whose day does not move and whose own catalog is the test catalog. */
export function testEnvironment(changes: Partial<Environment> = {}): Environment {
  return {
    ...nodeEnvironment(() => undefined),
    today: () => TODAY,
    readOwnFile: async () => testCatalogBytes(),
    catalogUpdates: undefined,
    ...changes,
  };
}

/** Where a server in this process finds its catalog. */
export const CATALOG = '/opt/stackpin/bundled.catalog.jsonl';

/** A server in this process, over what its environment reads as its own catalog. */
export function startInMemory(environment: Environment = testEnvironment()): TestClient {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, environment, CATALOG);
  return clientOver(toClient, toServer);
}

/** A server as its own process, over standard input and output. */
export function startProcess(
  args: readonly string[] = ['--stdio'],
  env: NodeJS.ProcessEnv = {},
  script = SERVER,
): { client: TestClient; child: ChildProcess } {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // No update of the catalog that somebody has on this machine.
    env: { ...process.env, XDG_DATA_HOME: '/no/such/folder', ...env },
  });
  if (child.stdin === null || child.stdout === null) throw new Error('The process has no standard input or output.');
  return { client: clientOver(child.stdout, child.stdin), child };
}
