/** A server in memory and the wire to it: every message is counted, and time passes when the storm says so. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/server.ts';
import { gated } from '../../../server/src/transport/gate.ts';
import { overStreams } from '../../../server/src/transport/transport.node.ts';
import { CATALOG, testEnvironment } from '../../server/client.ts';
import { frame, type Heard, messagesOf } from '../../server/rawProcess.ts';
import { handTimers } from '../../server/timers.ts';

/** What is on disk, by URI. */
export type Disk = Map<string, string>;

export interface Peer {
  notify(method: string, params: unknown): void;
  /** @returns resolves with the first answer */
  ask(id: number, method: string, params: unknown): Promise<Heard>;
  /** How often each id was answered. */
  readonly answered: ReadonlyMap<number, number>;
  /** The newest diagnostics that were published, by URI. */
  readonly published: ReadonlyMap<string, unknown>;
  /** What the server wrote to its log. */
  readonly logged: readonly string[];
  /** What waits for a time has its time. */
  tick(): void;
  turns(count: number): Promise<void>;
  /** Whether anything waits for a time. */
  isWaiting(): boolean;
}

/**
 * Starts one.
 * @param answer what the client answers to a request of the server
 */
export function startPeer(disk: Disk, answer: (method: string, params: unknown) => unknown): Peer {
  const timers = handTimers();
  const schedule = (action: () => void, delay: number): (() => void) => {
    if (delay > 0) return timers.schedule(action, delay);
    const immediate = setImmediate(action);
    return () => clearImmediate(immediate);
  };
  const environment = testEnvironment({
    schedule,
    identify: async (location) => location,
    readFile: async (location) => {
      const text = disk.get(location);
      return text === undefined ? { failed: 'there is no such file' } : new TextEncoder().encode(text);
    },
    listFiles: async (folder, wanted) =>
      [...disk.keys()].filter((uri) => uri.startsWith(`${folder}/`) && wanted(uri.slice(uri.lastIndexOf('/') + 1))),
    log: () => undefined,
  });
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const { reader, writer } = overStreams(toServer, toClient, () => undefined);
  const gate = gated(reader, writer);
  startServer(createConnection(gate.reader, gate.writer), environment, CATALOG);

  const answered = new Map<number, number>();
  const waiting = new Map<number, (heard: Heard) => void>();
  const published = new Map<string, unknown>();
  const logged: string[] = [];
  const send = (message: object): void => void toServer.write(frame({ jsonrpc: '2.0', ...message }));
  const hear = (message: Heard & { readonly params?: unknown }): void => {
    const { id, method, params } = message;
    if (method === undefined) {
      const number = Number(id);
      answered.set(number, (answered.get(number) ?? 0) + 1);
      waiting.get(number)?.(message);
      waiting.delete(number);
    } else if (id !== undefined) {
      send({ id, result: answer(method, params) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: unknown };
      published.set(uri, diagnostics);
    } else if (method === 'window/logMessage') {
      logged.push((params as { message: string }).message);
    }
  };
  toClient.on('data', messagesOf(hear));
  return {
    notify: (method, params) => send({ method, params }),
    ask: (id, method, params) =>
      new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ id, method, params });
      }),
    answered,
    published,
    logged,
    tick: () => timers.ring(),
    turns: async (count) => {
      for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    isWaiting: () => timers.count() > 0,
  };
}
