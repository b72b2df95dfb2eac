/**
 * The base protocol of LSP in bytes: a header that says how long the body is, and the body. What is sent may come in any pieces.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
 */

/** Bytes. A header has one or two short lines: what goes on without an end is no header. */
export const LONGEST_HEADER = 8 * 1024;
/** Bytes. Far beyond any document that a person edits; a length above it is a mistake, and is not waited for. */
export const LONGEST_BODY = 128 * 1024 * 1024;
/** Bytes that are set aside for a body at first; more when more has come, so that a length alone takes no memory. */
const FIRST_PART = 64 * 1024;

const END_OF_HEADER = '\r\n\r\n';

/** Why the bytes are no messages. Nothing after it can be read: nobody knows where the next message begins. */
export type FrameFault =
  | { readonly kind: 'no length' | 'header too long' }
  | { readonly kind: 'no number' | 'too long'; readonly length: string };

/**
 * Cuts bytes into bodies.
 * @param take is given each body, which holds until it returns
 * @returns takes the next bytes; what it gives back is why they are no messages, and then it must not be called again
 */
export function frameReader(take: (body: Buffer) => void): (chunk: Buffer) => FrameFault | undefined {
  let header = Buffer.alloc(0);
  let body: Buffer | undefined;
  let length = 0;
  let filled = 0;

  /** Takes what belongs to the body; gives the rest. */
  const fill = (chunk: Buffer, into: Buffer): Buffer => {
    const count = Math.min(chunk.length, length - filled);
    let room = into;
    if (filled + count > into.length) {
      room = Buffer.allocUnsafe(Math.min(length, Math.max(2 * into.length, filled + count)));
      into.copy(room, 0, 0, filled);
    }
    chunk.copy(room, filled, 0, count);
    filled += count;
    body = room;
    if (filled === length) {
      body = undefined;
      take(room);
    }
    return chunk.subarray(count);
  };
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (body !== undefined) {
        rest = fill(rest, body);
        continue;
      }
      // The end of the header may stand in two chunks.
      const whole = header.length === 0 ? rest : Buffer.concat([header, rest]);
      const end = whole.indexOf(END_OF_HEADER);
      if (end > LONGEST_HEADER || (end < 0 && whole.length >= LONGEST_HEADER + END_OF_HEADER.length))
        return { kind: 'header too long' };
      header = Buffer.alloc(0);
      if (end < 0) {
        header = Buffer.from(whole);
        return undefined;
      }
      const told = lengthIn(whole.toString('latin1', 0, end));
      if (typeof told !== 'number') return told;
      rest = whole.subarray(end + END_OF_HEADER.length);
      length = told;
      filled = 0;
      // Most messages come in one piece: no copy is made of them.
      if (rest.length >= length) {
        take(rest.subarray(0, length));
        rest = rest.subarray(length);
      } else body = Buffer.allocUnsafe(Math.min(length, FIRST_PART));
    }
    return undefined;
  };
}

/** What a header says. */
function lengthIn(header: string): number | FrameFault {
  // All clients but a few send this and no more.
  const [, only] = /^Content-Length: (\d{1,9})$/.exec(header) ?? [];
  return only === undefined ? lengthAmong(header) : lengthOf(only);
}

function lengthAmong(header: string): number | FrameFault {
  const fields = header.split('\r\n').map((line) => /^content-length:(.*)$/i.exec(line)?.[1]?.trim());
  const length = fields.find((value) => value !== undefined);
  if (length === undefined) return { kind: 'no length' };
  return /^\d+$/.test(length) ? lengthOf(length) : { kind: 'no number', length: length.slice(0, 40) };
}

function lengthOf(length: string): number | FrameFault {
  return Number(length) > LONGEST_BODY ? { kind: 'too long', length: length.slice(0, 40) } : Number(length);
}
