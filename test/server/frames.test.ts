/** Bytes to messages: wherever they are cut, and whatever stands between them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FrameFault, frameReader, LONGEST_HEADER } from '../../server/src/transport/frames.node.ts';
import { framed } from './rawProcess.ts';

/** The bodies that come of bytes in these pieces, and why reading ended. */
function read(pieces: readonly Buffer[]): { bodies: string[]; fault: FrameFault | undefined } {
  const bodies: string[] = [];
  const take = frameReader((body) => bodies.push(body.toString('utf8')));
  for (const piece of pieces) {
    const fault = take(piece);
    if (fault !== undefined) return { bodies, fault };
  }
  return { bodies, fault: undefined };
}

/** Cuts bytes at these places. */
function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

const texts = fc.array(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text).toString()),
  { maxLength: 8 },
);

test('the bodies are the same wherever the bytes are cut', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 40 }), (bodies, places) => {
      const bytes = Buffer.from(bodies.map(framed).join(''));
      expect(read(cutAt(bytes, places))).toEqual({ bodies, fault: undefined });
    }),
    { numRuns: 500 },
  );
});

test('and when every byte comes by itself', () => {
  const bodies = ['{"jsonrpc":"2.0"}', '', 'ein Wörtchen 📌', 'x'.repeat(200_000)];
  const bytes = Buffer.from(bodies.map(framed).join(''));
  expect(read(Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1)))).toEqual({
    bodies,
    fault: undefined,
  });
});

test('any bytes: bodies before what is none, or more is waited for, and nothing is thrown', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom('\r\n\r\n', 'Content-Length: 3', 'Content-Length:', ': -1').map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(texts, fc.array(bytes, { maxLength: 12 }), (bodies, noise) => {
      const good = Buffer.from(bodies.map(framed).join(''));
      const { bodies: heard } = read([good, ...noise.map((one) => Buffer.from(one))]);
      expect(heard.slice(0, bodies.length)).toEqual(bodies);
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, number, FrameFault['kind'] | undefined]>([
  ['as long as it may be', LONGEST_HEADER, undefined],
  ['longer', LONGEST_HEADER + 1, 'header too long'],
])('a header %s', (_, length, kind) => {
  const field = 'Content-Length: 2\r\nX: ';
  const header = field + 'y'.repeat(length - field.length);
  expect(read([Buffer.from(`${header}\r\n\r\n{}`)]).fault?.kind).toBe(kind);
  expect(read([...Buffer.from(`${header}\r\n\r\n{}`)].map((byte) => Buffer.from([byte]))).fault?.kind).toBe(kind);
});
