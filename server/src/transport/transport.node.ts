/** How messages come and go in Node: by the arguments of the process, over streams or over the channel of a Node process. */
import { type ConnectOpts, createConnection, Socket, type SocketConstructorOpts } from 'node:net';
import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  Disposable,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { FramedWriter } from './framedWriter.node.ts';
import { type FrameFault, frameReader } from './frames.node.ts';

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** Where an editor listens: the number of a port, or the name of a pipe. */
export type Address = number | string;

/** What to do when no message can come any more: the stream ended, it broke, or what came is none. */
export type Ended = (fault: FrameFault | Error | undefined) => void;

/** Over two streams. */
export function overStreams(input: Readable, output: NodeJS.WritableStream, ended: Ended): Transport {
  return over(streamInput(input), output, ended);
}

function over(input: Input, output: NodeJS.WritableStream, ended: Ended): Transport {
  const writer = new FramedWriter(output);
  return { reader: new FramedReader(input, writer, ended), writer };
}

/** Over standard input and output. */
export function overStdio(ended: Ended): Transport {
  // What a library prints must not get between the messages.
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  return over(standardInput(), process.stdout, ended);
}

/** Over a socket or a pipe. */
export function overSocket(address: Address, ended: Ended): Transport {
  const socket = typeof address === 'number' ? createConnection(address, '127.0.0.1') : createConnection(address);
  return overStreams(socket, socket, ended);
}

/** Over the channel of the Node process that started this one. */
export function overChannel(): Transport {
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

/** Who is told of what comes. */
interface Listener {
  /** Some bytes; they hold until it returns. */
  chunk(chunk: Buffer): void;
  broken(error: Error): void;
  /** Nothing comes any more; can be told twice. */
  closed(): void;
}

/** Begins to tell of what comes; gives back what ends that. */
type Input = (listener: Listener) => () => void;

function streamInput(stream: Readable): Input {
  return ({ chunk, broken, closed }) => {
    stream.on('data', chunk);
    stream.on('error', broken);
    for (const event of ['end', 'close']) stream.once(event, closed);
    return () => stream.off('data', chunk);
  };
}

/** Bytes that are read at once. */
const ROOM = 64 * 1024;

/**
 * Standard input. Where it is a pipe or a socket, as editors make it, all is read into one buffer: the stream that Node makes of it sets
 * new memory aside for each message and hands it on in several turns, which takes as long as a small check.
 */
function standardInput(): Input {
  return (listener) => {
    let isStopped = false;
    const callback = (length: number, bytes: Uint8Array): boolean => {
      if (!isStopped) listener.chunk(Buffer.from(bytes.buffer, bytes.byteOffset, length));
      return !isStopped;
    };
    const onread = { buffer: Buffer.alloc(ROOM), callback };
    const options: SocketConstructorOpts & Pick<ConnectOpts, 'onread'> = {
      fd: 0,
      readable: true,
      writable: false,
      onread,
    };
    let socket: Socket;
    try {
      socket = new Socket(options);
    } catch {
      // A file or a terminal.
      return streamInput(process.stdin)(listener);
    }
    socket.on('error', listener.broken);
    for (const event of ['end', 'close']) socket.once(event, listener.closed);
    return () => {
      isStopped = true;
    };
  };
}

/**
 * Reads messages from a stream. The library's own reader waits for ever for a length below zero, keeps whatever comes where a header
 * has no end, and leaves a good message behind a bad one until the next comes.
 */
class FramedReader extends AbstractMessageReader {
  readonly #input: Input;
  readonly #writer: MessageWriter;
  readonly #ended: Ended;

  constructor(input: Input, writer: MessageWriter, ended: Ended) {
    super();
    this.#input = input;
    this.#writer = writer;
    this.#ended = ended;
  }

  listen(callback: DataCallback): Disposable {
    const read = frameReader((body) => {
      const message = parsed(body);
      if (message === undefined) this.#refuse();
      else this.#deliver(callback, message.value as Message);
    });
    let stop: () => void = () => undefined;
    let broke: Error | undefined;
    stop = this.#input({
      chunk: (chunk) => {
        const fault = read(chunk);
        if (fault === undefined) return;
        stop();
        this.#ended(fault);
      },
      broken: (error) => {
        broke = error;
        this.fireError(error);
      },
      closed: () => {
        this.fireClose();
        this.#ended(broke);
      },
    });
    return Disposable.create(() => stop());
  }

  /** One message that cannot be taken must not lose those behind it. */
  #deliver(callback: DataCallback, message: Message): void {
    try {
      callback(message);
    } catch (error) {
      this.fireError(error);
    }
  }

  #refuse(): void {
    const error = { code: ErrorCodes.ParseError, message: 'The message is no JSON.' };
    // Whoever cannot be written to has gone, which the stream tells by itself.
    this.#writer.write({ jsonrpc: '2.0', id: null, error } as Message).catch(() => undefined);
  }
}

function parsed(body: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return undefined;
  }
}
