/** How messages come and go in Node: by the arguments of the process, over streams or over the channel of a Node process. */
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
  const writer = new FramedWriter(output);
  return { reader: new FramedReader(input, writer, ended), writer };
}

/** Over standard input and output. */
export function overStdio(ended: Ended): Transport {
  // What a library prints must not get between the messages.
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  return overStreams(process.stdin, process.stdout, ended);
}

/** Over a socket or a pipe. */
export async function overSocket(address: Address, ended: Ended): Promise<Transport> {
  // Loaded where it is needed: it costs more than all of ours.
  const { createConnection } = await import('node:net');
  const socket = typeof address === 'number' ? createConnection(address, '127.0.0.1') : createConnection(address);
  return overStreams(socket, socket, ended);
}

/** Over the channel of the Node process that started this one. */
export function overChannel(): Transport {
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

/**
 * Reads messages from a stream. The library's own reader waits for ever for a length below zero, keeps whatever comes where a header
 * has no end, and leaves a good message behind a bad one until the next comes.
 */
class FramedReader extends AbstractMessageReader {
  readonly #stream: Readable;
  readonly #writer: MessageWriter;
  readonly #ended: Ended;

  constructor(stream: Readable, writer: MessageWriter, ended: Ended) {
    super();
    this.#stream = stream;
    this.#writer = writer;
    this.#ended = ended;
  }

  listen(callback: DataCallback): Disposable {
    const read = frameReader((body) => {
      const message = parsed(body);
      if (message === undefined) this.#refuse();
      else this.#deliver(callback, message.value as Message);
    });
    const take = (chunk: Buffer): void => {
      const fault = read(chunk);
      if (fault === undefined) return;
      this.#stream.off('data', take);
      this.#ended(fault);
    };
    let broke: Error | undefined;
    const end = (): void => {
      this.fireClose();
      this.#ended(broke);
    };
    this.#stream.on('data', take);
    this.#stream.on('error', (error) => {
      broke = error;
      this.fireError(error);
    });
    for (const event of ['end', 'close']) this.#stream.once(event, end);
    return Disposable.create(() => this.#stream.off('data', take));
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
