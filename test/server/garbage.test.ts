/** What is no message, or comes at the wrong time: it is answered as JSON-RPC and LSP say, or it ends the server with a reason. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { SERVER } from './client.ts';
import { BEGIN, frame, framed, probe, type RawProcess, startRaw } from './rawProcess.ts';

const running: RawProcess[] = [];
function start(): RawProcess {
  const one = startRaw();
  running.push(one);
  return one;
}
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

const error = (id: unknown, code: number, message: string) => ({ jsonrpc: '2.0', id, error: { code, message } });
const NULL = { jsonrpc: '2.0', id: 'probe', result: null };

const PARSE_ERROR = error(null, -32700, 'The message is no JSON.');
const NO_METHOD = error(null, -32600, 'A message needs a method.');
const NO_OBJECT = error(null, -32600, 'A message is an object.');
const NO_ID = error(null, -32600, 'The id of a request is a string or a number.');

test.each<[string, string | Buffer, readonly object[]]>([
  ['nothing at all', framed(''), [PARSE_ERROR]],
  ['half a message', framed('{"jsonrpc":"2.0","id":1,"method":'), [PARSE_ERROR]],
  ['two messages in one', framed('{}{}'), [PARSE_ERROR]],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('Content-Length: 3\r\n\r\n'), Buffer.from([255, 254, 0])]),
    [PARSE_ERROR],
  ],
  ['null', framed('null'), [NO_OBJECT]],
  ['a text', framed('"initialize"'), [NO_OBJECT]],
  [
    'a batch',
    frame([{ jsonrpc: '2.0', id: 1, method: 'shutdown' }]),
    [error(null, -32600, 'LSP has no batches of messages.')],
  ],
  ['an empty object', frame({}), [NO_METHOD]],
  ['a method that is a number', frame({ jsonrpc: '2.0', id: 1, method: 7 }), [{ ...NO_METHOD, id: 1 }]],
  ['an id that is null', frame({ jsonrpc: '2.0', id: null, method: 'shutdown' }), [NO_ID]],
  ['an id that is an object', frame({ jsonrpc: '2.0', id: {}, method: 'shutdown' }), [NO_ID]],
  [
    'parameters that are a number',
    frame({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: 7 }),
    [error(1, -32600, 'The parameters of textDocument/hover are no object.')],
  ],
  [
    'parameters by position',
    frame({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: [{}] }),
    [error(1, -32602, 'textDocument/hover takes its parameters by name.')],
  ],
  [
    'no parameters',
    frame({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: null }),
    [error(1, -32602, 'Request textDocument/hover defines 1 params but received none.')],
  ],
  [
    'a method that there is not',
    frame({ jsonrpc: '2.0', id: 'constructor', method: '__proto__', params: { __proto__: 1 } }),
    [error('constructor', -32601, 'Unhandled method __proto__')],
  ],
  ['initialize again', BEGIN, [error(0, -32600, 'The server is initialized already.')]],
  [
    'an answer to nothing',
    frame({ jsonrpc: '2.0', id: 99, result: {} }) + frame({ jsonrpc: '2.0', id: null, error: {} }),
    [],
  ],
  ['a cancellation of nothing', frame({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 99 } }), []],
  ['a cancellation without an id', frame({ jsonrpc: '2.0', method: '$/cancelRequest' }), []],
  ['a notification that there is not', frame({ jsonrpc: '2.0', method: 'no/such', params: [1, 2] }), []],
  ['a field of the header that nobody knows', `X-Sender: me\r\n${probe('other')}`, [{ ...NULL, id: 'other' }]],
  [
    'a length in small letters',
    probe('other').replace('Content-Length: ', 'content-length:'),
    [{ ...NULL, id: 'other' }],
  ],
])('%s: the answer, and the next message is taken', async (_, bytes, answers) => {
  const server = start();
  server.send(BEGIN);
  await server.answer(0);
  server.send(Buffer.concat([Buffer.from(bytes), Buffer.from(probe('probe'))]));
  await server.answer('probe');
  expect(server.answers.slice(1)).toEqual([...answers, NULL]);
});

const HEADER = 'stackpin-language-server: the header of a message';

test.each([
  [
    'no length',
    'Content-Type: application/vscode-jsonrpc\r\n\r\n{}',
    `${HEADER} does not say how long it is (Content-Length)`,
  ],
  ['no header', '{"jsonrpc":"2.0","method":"exit"}\r\n\r\n', `${HEADER} does not say how long it is (Content-Length)`],
  ['a header without an end', 'X-More: of the same\r\n'.repeat(100_000), `${HEADER} has no end`],
  [
    'a length of letters',
    'Content-Length: abc\r\n\r\n{}',
    'stackpin-language-server: the length of a message is no number: abc',
  ],
  [
    'a length below zero',
    'Content-Length: -5\r\n\r\n{}',
    'stackpin-language-server: the length of a message is no number: -5',
  ],
  [
    'a length with a fraction',
    'Content-Length: 2.5\r\n\r\n{}',
    'stackpin-language-server: the length of a message is no number: 2.5',
  ],
  [
    'a length of 10 GB',
    'Content-Length: 10737418240\r\n\r\n{}',
    'stackpin-language-server: a message is too long: 10737418240 bytes, and at most 134217728 are taken',
  ],
  [
    'a length of 200 digits',
    `Content-Length: ${'9'.repeat(200)}\r\n\r\n{}`,
    `stackpin-language-server: a message is too long: ${'9'.repeat(40)} bytes, and at most 134217728 are taken`,
  ],
])('%s: what follows cannot be told apart, so the server ends and says why', async (_, bytes, reason) => {
  const server = start();
  server.send(BEGIN);
  await server.answer(0);
  server.send(bytes);
  expect(await server.ended).toEqual({ status: 1, stderr: `${reason}. The server ends.\n` });
});

test('a length takes no memory before the body comes', async () => {
  const server = start();
  server.send(BEGIN);
  await server.answer(0);
  const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'latin1'))?.[1]);
  const before = resident();
  server.send(`Content-Length: ${128 * 1024 * 1024}\r\n\r\n{`);
  server.send(' '.repeat(1000));
  server.child.stdin.end();
  expect(resident() - before).toBeLessThan(32 * 1024);
  expect((await server.ended).status).toBe(1);
});

test('requests before initialize are refused, and notifications are not heard', async () => {
  const server = start();
  const uri = 'file:///w/platform.stack.yaml';
  const item = { uri, languageId: 'stack-manifest', version: 1, text: 'apiVersion: stackpin/v1\n' };
  server.send(probe(1) + frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: item } }));
  server.send(frame({ jsonrpc: '2.0', id: 2, method: 'shutdown' }) + BEGIN + probe(3));
  await server.answer(3);
  expect(server.answers.map(({ id, error: refusal }) => [id, refusal])).toEqual([
    [1, { code: -32002, message: 'textDocument/hover came before initialize.' }],
    [2, { code: -32002, message: 'shutdown came before initialize.' }],
    [0, undefined],
    [3, undefined],
  ]);
});

test('requests after shutdown are refused, and exit ends it well', async () => {
  const server = start();
  server.send(BEGIN + frame({ jsonrpc: '2.0', id: 1, method: 'shutdown', params: null }) + probe(2));
  expect(await server.answer(1)).toEqual({ jsonrpc: '2.0', id: 1, result: null });
  expect(await server.answer(2)).toEqual(error(2, -32600, 'The server was told to shut down.'));
  server.send(frame({ jsonrpc: '2.0', method: 'exit' }));
  expect(await server.ended).toEqual({ status: 0, stderr: '' });
});

test('a client that does not wait for the answer to initialize loses nothing', async () => {
  const server = start();
  const uri = 'file:///w/platform.stack.yaml';
  const item = { uri, languageId: 'stack-manifest', version: 1, text: 'apiVersion: stackpin/v1\nkind: Stack\n' };
  const symbols = { jsonrpc: '2.0', id: 1, method: 'textDocument/documentSymbol', params: { textDocument: { uri } } };
  server.send(BEGIN + frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: item } }));
  server.send(frame(symbols));
  expect((await server.answer(1))?.result).toHaveLength(1);
});

test.each([
  ['exit before initialize', frame({ jsonrpc: '2.0', method: 'exit' })],
  ['nothing but the end of the input', ''],
])('%s: status 1', async (_, bytes) => {
  const server = start();
  server.send(bytes);
  server.child.stdin.end();
  expect((await server.ended).status).toBe(1);
});

test.each([
  ['lists in lists', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['objects in objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
])('%s, very deep: the next message is taken', async (_, nested) => {
  const server = start();
  server.send(BEGIN);
  await server.answer(0);
  server.send(framed(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":${nested}}}`));
  server.send(
    framed(`{"jsonrpc":"2.0","id":2,"method":"workspace/executeCommand","params":{"arguments":[${nested}]}}`),
  );
  server.send(framed(nested));
  server.send(probe('probe'));
  expect(await server.answer('probe')).toEqual(NULL);
  expect(await server.answer(1)).toBeDefined();
  expect(await server.answer(2)).toBeDefined();
});

test('a client that reads no more and goes: the server ends', async () => {
  const server = start();
  server.send(BEGIN);
  await server.answer(0);
  server.child.stdout.destroy();
  for (let id = 1; id < 200; id += 1) server.send(probe(id));
  server.child.stdin.end();
  expect((await server.ended).status).toBe(1);
});

test('over the channel of a Node process: the same answers', async () => {
  const child = spawn(process.execPath, [SERVER, '--node-ipc'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const answers: unknown[] = [];
  const heard = new Promise<void>((resolve) =>
    child.on('message', (message: { id?: unknown; method?: string }) => {
      if (message.method !== undefined || message.id === 0) return;
      answers.push(message);
      if (message.id === 'probe') resolve();
    }),
  );
  const bodies = [...`${BEGIN}${probe('probe')}`.matchAll(/\r\n\r\n(.*?)(?=Content-Length|$)/g)].map(([, body]) =>
    JSON.parse(body ?? ''),
  );
  const [initialize, initialized, last] = bodies;
  for (const message of [initialize, initialized, 'text', [1], 7, {}, { id: 1, method: 7 }, initialize, last]) {
    child.send(message);
  }
  await heard;
  child.disconnect();
  expect(answers).toEqual([
    NO_OBJECT,
    error(null, -32600, 'LSP has no batches of messages.'),
    NO_OBJECT,
    NO_METHOD,
    { ...NO_METHOD, id: 1 },
    NULL,
  ]);
});
