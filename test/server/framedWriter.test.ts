/** Messages to bytes: one piece each, whole, in their order. */
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from 'vscode-languageserver';
import { FramedWriter } from '../../server/src/transport/framedWriter.node.ts';
import { frameReader } from '../../server/src/transport/frames.node.ts';

/** A stream that keeps the pieces it is given, or fails from one of them on. */
function stream(failsAt = Number.POSITIVE_INFINITY): { pieces: Buffer[]; output: Writable } {
  const pieces: Buffer[] = [];
  const output = new Writable({
    write(piece: Buffer, _encoding, done) {
      if (pieces.length >= failsAt) done(new Error('The pipe is closed.'));
      else {
        pieces.push(piece);
        setImmediate(done);
      }
    },
  });
  return { pieces, output };
}

const message = (text: string): Message =>
  ({ jsonrpc: '2.0', method: 'window/logMessage', params: { text } }) as Message;

test('each message is one piece, whatever is in it, and they come in the order in which they were written', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(texts, async (written) => {
      const { pieces, output } = stream();
      const writer = new FramedWriter(output);
      await Promise.all(written.map((text) => writer.write(message(text))));
      expect(pieces.length).toBe(written.length);
      const read: unknown[] = [];
      const take = frameReader((body) => read.push(JSON.parse(body.toString('utf8'))));
      for (const piece of pieces) expect(take(piece)).toBeUndefined();
      expect(read).toEqual(written.map((text) => JSON.parse(JSON.stringify(message(text)))));
    }),
    { numRuns: 100 },
  );
});

test('the header counts bytes, not characters', async () => {
  const { pieces, output } = stream();
  await new FramedWriter(output).write(message('é📌'));
  const [text = ''] = pieces.map(String);
  const body = '{"jsonrpc":"2.0","method":"window/logMessage","params":{"text":"é📌"}}';
  expect(text).toBe(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
});

test('what cannot be written is told to who wrote it and to who listens', async () => {
  const { output } = stream(1);
  const writer = new FramedWriter(output);
  const told: [string, number | undefined][] = [];
  writer.onError(([error, , count]) => told.push([error.message, count]));
  await writer.write(message('one'));
  await expect(writer.write(message('two'))).rejects.toThrow('The pipe is closed.');
  expect(told).toContainEqual(['The pipe is closed.', 1]);
});
