/** The base protocol: messages as JSON after a header that says how long they are. */

/** A message of either side; which parts it has tells what it is. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The bytes of a message. */
export function encoded(message: Message): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/**
 * Puts messages together from what comes in.
 * @param take is given each message, and the time at which its last part came in
 * @returns takes the next part
 */
export function decoder(take: (message: Message, at: number) => void): (part: Buffer) => void {
  let parts: Buffer[] = [];
  let have = 0;
  /** How long the body is; undefined while the header is not complete. */
  let length: number | undefined;
  return (part) => {
    const at = performance.now();
    parts.push(part);
    have += part.length;
    while (have > 0) {
      if (length === undefined) {
        const whole = Buffer.concat(parts);
        parts = [whole];
        const end = whole.indexOf('\r\n\r\n');
        if (end < 0) return;
        const header = /content-length: *(\d+)/i.exec(whole.toString('latin1', 0, end));
        if (header === null) throw new Error(`A message without a length: ${whole.toString('utf8', 0, 200)}`);
        length = Number(header[1]);
        parts = [whole.subarray(end + 4)];
        have -= end + 4;
      }
      // Long bodies come in many parts: they are put together once.
      if (have < length) return;
      const whole = Buffer.concat(parts);
      const body = whole.toString('utf8', 0, length);
      parts = [whole.subarray(length)];
      have -= length;
      length = undefined;
      take(JSON.parse(body) as Message, at);
    }
  };
}
