/** What is no protocol: bytes that are nearly messages, and messages that are nearly right, in any pieces. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import { clientMessages } from '../../../scripts/pages/lspMessages.ts';
import { startServer } from '../../../server/src/server.ts';
import type { FrameFault } from '../../../server/src/transport/frames.node.ts';
import { gated } from '../../../server/src/transport/gate.ts';
import { overStreams } from '../../../server/src/transport/transport.node.ts';
import { CATALOG, testEnvironment } from '../../server/client.ts';
import { BEGIN, framed, type Heard, messagesOf, probe } from '../../server/rawProcess.ts';
import type { Random } from '../random.ts';
import type { Count, Target } from '../target.ts';

const URI = 'file:///w/platform.stack.yaml';
const OPEN = {
  textDocument: { uri: URI, languageId: 'stack-manifest', version: 1, text: 'apiVersion: stackpin/v1\nkind: Stack\n' },
};
const METHODS: readonly string[] = [
  ...clientMessages().map(({ method }) => method),
  '$/cancelRequest',
  '$/setTrace',
  'x',
  '',
].filter(
  // These end the session, which the tests of the process show.
  (method) => method !== 'exit' && method !== 'shutdown',
);
/** Values of any kind, where one kind is expected. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    '',
    'x',
    '__proto__',
    URI,
    '\ud800',
    [],
    [[]],
    [null],
    {},
    { id: 1 },
    { id: null },
  ],
  ...[OPEN, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: { uri: URI }, position: {} }],
  ...[
    { textDocument: { uri: URI, version: null }, contentChanges: null },
    { changes: 7 },
    { settings: [] },
    { event: {} },
  ],
  { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: 1 }, text: 7 }] },
  { textDocument: { uri: URI }, position: { line: -1, character: Number.MAX_SAFE_INTEGER }, context: null },
];
const NOISE: readonly string[] = [
  '\r\n',
  '\n',
  '\0',
  ':',
  'Content-Length: 3\r\n',
  'Content-Type: x\r\n',
  '{}',
  'ÿþ',
  ' ',
];

function message(random: Random): string {
  const fields: [string, unknown][] = [['jsonrpc', random.chance(90) ? '2.0' : random.pick(VALUES)]];
  if (random.chance(60)) fields.push(['id', random.chance(60) ? random.below(9) : random.pick(VALUES)]);
  if (random.chance(85)) fields.push(['method', random.chance(90) ? random.pick(METHODS) : random.pick(VALUES)]);
  if (random.chance(80)) fields.push(['params', random.pick(VALUES)]);
  if (random.chance(10)) fields.push([random.pick(['result', 'error']), random.pick(VALUES)]);
  const text = JSON.stringify(Object.fromEntries(fields));
  return random.chance(8) ? text.slice(0, random.below(text.length)) : text;
}

/** Bytes as a text of Latin-1: one character each. */
function draw(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(12) }, () => {
    const body = message(random);
    if (random.chance(4)) return random.pick(NOISE);
    if (random.chance(4)) return framed(`[${body},${body}]`);
    return random.chance(3) ? framed(body).replace(/\d+/, String(random.below(40) - 5)) : framed(body);
  });
  const start = random.chance(80) ? BEGIN : '';
  return Buffer.from(start + parts.join('')).toString('latin1');
}

async function check(input: string, count: Count): Promise<void> {
  const bytes = Buffer.from(input, 'latin1');
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  let fault: FrameFault | Error | undefined;
  const { reader, writer } = overStreams(toServer, toClient, (why) => {
    fault = why;
  });
  const gate = gated(reader, writer);
  startServer(createConnection(gate.reader, gate.writer), testEnvironment({ log: () => undefined }), CATALOG);
  const heard: Heard[] = [];
  toClient.on(
    'data',
    messagesOf((one) => heard.push(one)),
  );
  // In pieces of lengths that the input itself gives.
  for (let at = 0, size = 1; at < bytes.length; at += size, size = 1 + ((bytes[at] ?? 0) % 60)) {
    toServer.write(bytes.subarray(at, at + size));
  }
  await new Promise((resolve) => setImmediate(resolve));
  count('bytes sent', bytes.length);
  if (fault !== undefined) return count('ended with a reason');
  // Whoever waits for more bytes gets some: the end of a body that was begun, or of a header.
  toServer.write(BEGIN + probe('probe'));
  for (let turn = 0; turn < 30_000 && !heard.some(({ id }) => id === 'probe'); turn += 1) {
    if (fault !== undefined) return count('ended with a reason');
    await new Promise((resolve) => (turn < 1000 ? setImmediate(resolve) : setTimeout(resolve, 1)));
    // A body that was begun swallows what comes: until it is full.
    if (turn % 50 === 49) toServer.write(BEGIN + probe('probe'));
  }
  if (!heard.some(({ id }) => id === 'probe')) throw new Error('the server answers no more');
  count('went on');
  for (const { id, method, result, error } of heard) {
    if (method !== undefined) continue;
    count('answers');
    if ((result === undefined) === (error === undefined)) throw new Error(`an answer of neither kind to ${String(id)}`);
    if (error !== undefined && !(Number.isInteger(error.code) && typeof error.message === 'string'))
      throw new Error(`an error without a code or a message: ${JSON.stringify(error)}`);
  }
}

export const wire: Target = {
  name: 'wire',
  about: 'bytes that are nearly messages, and messages that are nearly right',
  inputs: 150,
  begin: () => ({ make: draw, check }),
};
