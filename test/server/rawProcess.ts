/** The built server as a process that is sent bytes: what a client without manners writes, and what comes back. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { SERVER } from './client.ts';

/** A message of the server. */
export interface Heard {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface RawProcess {
  readonly child: ChildProcessWithoutNullStreams;
  send(bytes: string | Uint8Array): void;
  /** Answers so far, oldest first. */
  readonly answers: Heard[];
  /** Waits for the answer to an id; undefined when the process ends before. */
  answer(id: Heard['id']): Promise<Heard | undefined>;
  /** Waits for the end. */
  readonly ended: Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** A message with its header. */
export function frame(message: unknown): string {
  return framed(JSON.stringify(message));
}

/** A body with its header. */
export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The least that begins a session; its id is 0. */
export const BEGIN =
  frame({
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }) + frame({ jsonrpc: '2.0', method: 'initialized', params: {} });

/** Any question that is always answered. */
export function probe(id: number | string): string {
  const params = { textDocument: { uri: 'file:///w/none.stack.yaml' }, position: { line: 0, character: 0 } };
  return frame({ jsonrpc: '2.0', id, method: 'textDocument/hover', params });
}

/** Cuts what a server writes into messages. */
export function messagesOf(take: (message: Heard) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(rest.toString('latin1', 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || rest.length < end + 4 + length) return;
      take(JSON.parse(rest.toString('utf8', end + 4, end + 4 + length)) as Heard);
      rest = rest.subarray(end + 4 + length);
    }
  };
}

/** Starts one. */
export function startRaw(env: NodeJS.ProcessEnv = {}): RawProcess {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { env: { ...process.env, LC_ALL: 'C', ...env } });
  const answers: Heard[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of [...waiting]) one();
  };
  let stderr = '';
  let isOver = false;
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  child.stdout.on(
    'data',
    messagesOf((message) => {
      if (message.method === undefined) answers.push(message);
      wake();
    }),
  );
  const ended = new Promise<{ status: number | null; stderr: string }>((resolve) => {
    child.once('close', (status) => {
      isOver = true;
      wake();
      resolve({ status, stderr });
    });
  });
  return {
    child,
    send: (bytes) => void child.stdin.write(bytes),
    answers,
    answer: (id) =>
      new Promise((resolve) => {
        const ask = () => {
          const found = answers.find((one) => one.id === id);
          if (found === undefined && !isOver) return;
          waiting.delete(ask);
          resolve(found);
        };
        waiting.add(ask);
        ask();
      }),
    ended,
  };
}
