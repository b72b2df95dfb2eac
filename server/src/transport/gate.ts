/**
 * What stands between a client's messages and the connection, on every transport. A message that is none, or that comes at the wrong
 * time, is answered as JSON-RPC 2.0 and LSP 3.17 ("Server lifecycle") say, and the connection never sees it. So the handlers are
 * registered once, whatever a client sends.
 */
import { ErrorCodes, type Message, type MessageReader, type MessageWriter } from 'vscode-languageserver';

/** Where a session is. `beginning`: the answer to `initialize` is being made. */
type Phase = 'new' | 'beginning' | 'running' | 'ending';

type Id = string | number;

export interface Gate {
  /** To be read from in place of the reader that was given. */
  readonly reader: MessageReader;
  /** To be written to in place of the writer that was given. */
  readonly writer: MessageWriter;
  /** Whether the client has asked for the end, so that closing the connection is no accident. */
  isEnding(): boolean;
}

/** A message's parts, of whatever type they are. */
interface Parts {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Why a message is not let in. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

const INVALID = ErrorCodes.InvalidRequest;

/** Puts a gate before a connection. */
export function gated(reader: MessageReader, writer: MessageWriter): Gate {
  let phase: Phase = 'new';
  let initializeId: Id | undefined;
  let deliver: (message: Message) => void = () => undefined;
  /** Clients that do not wait for the answer to `initialize`: what they sent meanwhile comes after it. */
  let held: Parts[] = [];

  const refuse = (id: unknown, error: Refusal): void => {
    const answer = { jsonrpc: '2.0', id: isId(id) ? id : null, error } as Message;
    // Whoever cannot be written to has gone: the connection is told of that by itself.
    writer.write(answer).catch(() => undefined);
  };
  /** Why a request is not answered now. */
  const untimely = (method: string): Refusal | undefined => {
    if (phase === 'ending') return { code: INVALID, message: 'The server was told to shut down.' };
    const isFirst = method === 'initialize';
    if (phase === 'running' && isFirst) return { code: INVALID, message: 'The server is initialized already.' };
    if (phase === 'new' && !isFirst)
      return { code: ErrorCodes.ServerNotInitialized, message: `${method} came before initialize.` };
    return undefined;
  };
  const request = (id: Id, method: string, message: Parts): void => {
    const refusal = untimely(method) ?? wrongParams(method, message.params);
    if (refusal !== undefined) {
      refuse(id, refusal);
      return;
    }
    if (method === 'initialize') {
      phase = 'beginning';
      initializeId = id;
    }
    if (method === 'shutdown') phase = 'ending';
    deliver(withoutNull(message));
  };
  const notification = (method: string, message: Parts): void => {
    if (method !== 'exit' && phase !== 'running') return;
    if (wrongParams(method, message.params) !== undefined) return;
    if (method === '$/cancelRequest' && !isId((message.params as Parts | undefined)?.id)) return;
    deliver(withoutNull(message));
  };
  const take = (message: unknown): void => {
    const wrong = wrongForm(message);
    if (wrong !== undefined) {
      refuse((message as Parts | null)?.id, { code: INVALID, message: wrong });
      return;
    }
    const parts = message as Parts;
    const { id, method } = parts;
    if (typeof method !== 'string') deliver(parts as Message);
    else if (phase === 'beginning') held.push(parts);
    else if (isId(id)) request(id, method, parts);
    else notification(method, parts);
  };
  /** The answer to `initialize` is on its way: from now on everything is let in, or nothing where it failed. */
  const begun = (isGood: boolean): void => {
    phase = isGood ? 'running' : 'new';
    const waiting = held;
    held = [];
    waiting.forEach(take);
  };

  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (callback) => {
        deliver = callback;
        return reader.listen(take);
      },
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      dispose: () => writer.dispose(),
      end: () => writer.end(),
      write: (message) => {
        const { id, method, error } = message as Parts;
        const written = writer.write(message);
        if (phase === 'beginning' && method === undefined && id === initializeId) begun(error === undefined);
        return written;
      },
    },
    isEnding: () => phase === 'ending',
  };
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' || typeof id === 'number';
}

/** Why something is no message of JSON-RPC; undefined when it is one. A response that answers nothing is one. */
function wrongForm(message: unknown): string | undefined {
  if (Array.isArray(message)) return 'LSP has no batches of messages.';
  if (typeof message !== 'object' || message === null) return 'A message is an object.';
  const { id, method, result, error } = message as Parts;
  const isAnswer = method === undefined && (result !== undefined || error !== undefined);
  if (isAnswer) return undefined;
  if (typeof method !== 'string') return 'A message needs a method.';
  return id === undefined || isId(id) ? undefined : 'The id of a request is a string or a number.';
}

/** LSP passes parameters by name alone. */
function wrongParams(method: string, params: unknown): Refusal | undefined {
  if (params === undefined || params === null) return undefined;
  if (typeof params !== 'object') return { code: INVALID, message: `The parameters of ${method} are no object.` };
  if (!Array.isArray(params)) return undefined;
  return { code: ErrorCodes.InvalidParams, message: `${method} takes its parameters by name.` };
}

/** Some clients write `null` where there are no parameters; the connection would hand it on as if it were some. */
function withoutNull(message: Parts): Message {
  if (message.params !== null) return message as Message;
  const { params: _, ...rest } = message;
  return rest as Message;
}
