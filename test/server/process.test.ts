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

/** An editor: starts the server over a transport, begins a session, and says the number of the server's process. */
const EDITOR = `
const { spawn } = require('node:child_process');
const [server, transport, followed] = process.argv.slice(1);
const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: followed ? process.pid : null, rootUri: null, capabilities: {} } };
const isChannel = transport === '--node-ipc';
const child = spawn(process.execPath, [server, transport], { stdio: isChannel ? ['ignore', 'ignore', 'ignore', 'ipc'] : ['pipe', 'pipe', 'ignore'] });
const body = JSON.stringify(initialize);
if (isChannel) child.send(initialize);
else child.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);
(isChannel ? child : child.stdout).once(isChannel ? 'message' : 'data', () => console.log(child.pid));
`;

test.each([
  ['over standard input and output', ['--stdio', 'followed']],
  ['over standard input and output, without its number', ['--stdio']],
  ['over a channel, as VS Code starts it', ['--node-ipc', 'followed']],
  ['over a channel, without its number', ['--node-ipc']],
])('an editor that is killed takes the server with it: %s', async (_, args) => {
  const editor = spawn(process.execPath, ['-e', EDITOR, SERVER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(editor);
  const pid = await new Promise<number>((resolve) => editor.stdout?.once('data', (data) => resolve(Number(data))));
  const isThere = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect(isThere()).toBe(true);
  editor.kill('SIGKILL');
  while (isThere()) await new Promise((resolve) => setTimeout(resolve, 50));
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
  expect(await end).toBe(1);
  listening.close();
});

test('over a socket that nobody listens on: it says so and ends', () => {
  const { status, stderr } = run(['--socket=1']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^stackpin-language-server: the connection broke: .*ECONNREFUSED.*\. The server ends\.\n$/);
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

function run(args: readonly string[], language = 'C') {
  const env = { ...process.env, LC_ALL: language };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], {
    encoding: 'utf8',
    input: '',
    env,
  });
  return { status, stdout, stderr };
}

test('--version and --help print and end', () => {
  expect(run(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  const help = run(['--help']);
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
  expect(run(args)).toEqual({ status: 2, stdout: '', stderr });
});

test('whoever starts it in a terminal is spoken to in their language', () => {
  expect(run(['--help'], 'zh_CN.UTF-8')).toEqual({
    status: 0,
    stdout: `用法：stackpin-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]

通过语言服务器协议（LSP）为技术栈清单提供服务，由编辑器启动。

  --stdio        通过标准输入和标准输出（默认）
  --node-ipc     通过启动它的 Node 进程的通道
  --socket=PORT  通过编辑器所监听的套接字
  --pipe=NAME    通过编辑器所监听的命名管道
  --version      显示版本并退出
  --help         显示本说明并退出
`,
    stderr: '',
  });
  expect(run(['--sdtio'], 'zh_CN.UTF-8')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'stackpin-language-server: 没有选项 --sdtio。参见 --help。\n',
  });
});
