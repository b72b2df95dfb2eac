import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { STACKPIN, stackpin } from './support.ts';

test('stackpin lsp --stdio is the language server, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [STACKPIN, 'lsp', '--stdio']);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const send = (message: object): void => {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  let received = '';
  const answer = (id: number): Promise<void> =>
    new Promise((resolve) => {
      child.stdout.on('data', (chunk) => {
        received += chunk;
        if (received.includes(`"id":${id},`)) resolve();
      });
    });
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await answer(1);
  expect(received).toContain('"name":"stackpin"');
  send({ id: 2, method: 'shutdown' });
  await answer(2);
  send({ method: 'exit' });
  expect(await ended).toBe(0);
});

test('an option that the server does not have is the server’s to refuse', async () => {
  expect(await stackpin(['lsp', '--carrier-pigeon'])).toEqual({
    status: 2,
    out: '',
    err: 'stackpin-language-server: there is no option --carrier-pigeon. See --help.\n',
  });
});
