/** A language client over a server that runs as a process: what it sends, and when what came back. */
import { spawn } from 'node:child_process';
import type { Diagnostic } from 'vscode-languageserver-types';
import { decoder, encoded, type Message } from './framing.ts';

/** How long anything may take before it counts as failed, in milliseconds. */
export const PATIENCE = 60_000;

/** Diagnostics that a server published. */
export interface Publication {
  readonly uri: string;
  readonly version?: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Answer {
  readonly result: unknown;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

export interface Client {
  readonly pid: number;
  /** When the process was started, by `performance.now`. */
  readonly started: number;
  /** How often diagnostics were published. */
  publications(): number;
  notify(method: string, params: unknown): void;
  /** @throws ResponseError when the server answers with an error */
  request(method: string, params: unknown): Promise<Answer>;
  /** Is told of every publication with its time, until the returned function is called. */
  onPublication(take: (publication: Publication, at: number) => void): () => void;
  /**
   * Ends the server: kindly, or at once.
   * @returns its status; null when it was killed
   */
  stop(how: 'shutdown' | 'kill'): Promise<number | null>;
}

/** A server answered with an error. */
export class ResponseError extends Error {
  readonly code: number;

  constructor(method: string, { code, message }: { readonly code: number; readonly message: string }) {
    super(`${method}: ${message}`);
    this.code = code;
  }
}

interface Waiting {
  readonly method: string;
  readonly sent: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What to start, and what the client tells when it is asked. */
export interface ClientOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** A section of the configuration. */
  readonly configuration: (section: string | undefined) => unknown;
}

/** Starts a server. */
export function startClient({ command, args, folder, configuration }: ClientOptions): Client {
  const started = performance.now();
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(publication: Publication, at: number) => void>();
  let requests = 0;
  let published = 0;
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors = `${errors}${part}`.slice(-2000);
  });
  const fail = (reason: string): void => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: ${reason}\n${errors}`));
    waiting.clear();
  };
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      fail(`the server ended (${code ?? signal})`);
      resolve(code);
    });
  });
  // What is written to a server that has ended; `close` tells of it.
  child.stdin.on('error', () => {});

  const send = (message: Message): void => {
    child.stdin.write(encoded(message));
  };
  const answer = (method: string, params: unknown): unknown => {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section?: string }[] };
      return items.map(({ section }) => configuration(section));
    }
    return method === 'workspace/applyEdit' ? { applied: false } : null;
  };
  const take = (message: Message, at: number): void => {
    const { id, method, params, result, error } = message;
    if (method !== undefined) {
      if (id !== undefined && id !== null) send({ id, result: answer(method, params) });
      if (method !== 'textDocument/publishDiagnostics') return;
      published += 1;
      for (const listener of [...listeners]) listener(params as Publication, at);
      return;
    }
    const asked = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error === undefined) asked?.resolve({ result, took: at - asked.sent });
    else asked?.reject(new ResponseError(asked.method, error));
  };
  child.stdout.on('data', decoder(take));

  const request = (method: string, params: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      requests += 1;
      const id = requests;
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`${method}: no answer within ${PATIENCE / 1000} seconds\n${errors}`));
      }, PATIENCE);
      const done =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(timer);
          settle(value);
        };
      waiting.set(id, { method, sent: performance.now(), resolve: done(resolve), reject: done(reject) });
      send({ id, method, params });
    });
  const notify = (method: string, params: unknown): void => send({ method, params });
  return {
    pid: child.pid ?? 0,
    started,
    publications: () => published,
    notify,
    request,
    onPublication: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async (how) => {
      const killer = setTimeout(() => child.kill('SIGKILL'), how === 'kill' ? 0 : 5000);
      if (how === 'shutdown') {
        // A server that cannot be ended kindly is ended by the timer.
        await request('shutdown', undefined).catch(() => {});
        notify('exit', undefined);
      }
      const status = await ended;
      clearTimeout(killer);
      return status;
    },
  };
}
