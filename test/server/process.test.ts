/** The server as an editor starts it: the built dist/server/node.js as a process. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { type connect, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Hover, InitializeResult } from 'vscode-languageserver';
import packageJson from '../../package.json';
import { SERVER, startProcess } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(...args: Parameters<typeof startProcess>) {
  const started = startProcess(...args);
  children.push(started.child);
  return started;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

test.each([
  ['--stdio', ['--stdio']],
  ['no option', []],
  ['lsp --stdio, as the command line starts it', ['lsp', '--stdio']],
])('%s: a whole session, and it ends with status 0', async (_, args) => {
  const { client, child } = start(args);
  const end = ended(child);
  const { serverInfo } = await client.initialize();
  expect(serverInfo).toEqual({ name: 'stackpin', version: packageJson.version });
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ code }) => code)).toEqual(['invalid-version']);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: URI },
    position: { line: 3, character: 4 },
  });
  expect(hover.contents).toMatchObject({ value: expect.stringContaining('Kubernetes · orchestrator') });
  expect(await client.connection.sendRequest('shutdown')).toBeNull();
  await client.connection.sendNotification('exit');
  expect(await end).toBe(0);
});

test('exit without shutdown ends with status 1', async () => {
  const { client, child } = start();
  const end = ended(child);
  await client.initialize();
  await client.connection.sendNotification('exit');
  expect(await end).toBe(1);
});

test('it ends when its standard input is closed', async () => {
  const { client, child } = start();
  const end = ended(child);
  await client.initialize();
  child.stdin?.end();
  expect(await end).toBe(1);
});

test('it ends when the process that it was told to follow is gone', async () => {
  const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  children.push(parent);
  const { client, child } = start();
  const end = ended(child);
  const params = { processId: parent.pid, rootUri: null, capabilities: {} };
  await client.connection.sendRequest<InitializeResult>('initialize', params);
  parent.kill('SIGKILL');
  expect(await end).toBe(1);
});

test('messages that are no JSON, or no messages, do not end it', async () => {
  const { client, child } = start();
  await client.initialize();
  for (const body of ['{"jsonrpc":"2.0","method":', '[]', '{}', 'null', '{"jsonrpc":"2.0","id":1,"method":7}']) {
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ code }) => code)).toEqual(['invalid-version']);
});

test('over a socket on which the editor listens', async () => {
  const listening = createServer();
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  const socket = new Promise<ReturnType<typeof connect>>((resolve) => listening.once('connection', resolve));
  const child = spawn(process.execPath, [SERVER, `--socket=${address.port}`], { stdio: 'ignore' });
  children.push(child);
  const end = ended(child);
  const peer = await socket;
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  peer.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  let answer = '';
  await new Promise<void>((resolve) =>
    peer.on('data', (data) => {
      answer += String(data);
      if (answer.endsWith('}')) resolve();
    }),
  );
  expect(answer).toContain('"serverInfo":{"name":"stackpin"');
  peer.destroy();
  expect(await end).toBe(0);
  listening.close();
});

test('over the channel of a Node process', async () => {
  const child = spawn(process.execPath, [SERVER, '--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  const end = ended(child);
  const answer = new Promise<{ id?: number; result?: InitializeResult }>((resolve) =>
    child.on('message', (message: { id?: number }) => {
      if (message.id === 1) resolve(message);
    }),
  );
  child.send({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  expect((await answer).result?.serverInfo?.name).toBe('stackpin');
  child.disconnect();
  expect(await end).toBe(1);
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}

test('--version and --help print and end', () => {
  expect(run('--version')).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  const help = run('--help');
  expect(help).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^Usage: stackpin-language-server \[--stdio/),
    stderr: '',
  });
});

test.each([
  [['--sdtio'], 'stackpin-language-server: there is no option --sdtio. See --help.\n'],
  [['--socket=abc'], 'stackpin-language-server: --socket needs the number of a port, and got "abc". See --help.\n'],
  [['--socket'], 'stackpin-language-server: --socket needs the number of a port, and got "". See --help.\n'],
  [['--pipe='], 'stackpin-language-server: --pipe needs the name of a pipe. See --help.\n'],
  [
    ['--node-ipc'],
    'stackpin-language-server: --node-ipc works only in a process that another Node process started with a channel. See --help.\n',
  ],
])('%j is refused', (args, stderr) => {
  expect(run(...args)).toEqual({ status: 2, stdout: '', stderr });
});
