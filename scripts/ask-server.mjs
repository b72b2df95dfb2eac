// Asks the language server, made of the sources as they are, what it promises to a client.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/**
 * Begins a session for each client and ends it.
 * @param {URL} root of the repository
 * @param {readonly object[]} clients capabilities of each
 * @returns {Promise<{ capabilities: object, registered: string[] }[]>} in the same order
 */
export async function askServer(root, clients) {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-docs-'));
  try {
    const outfile = join(folder, 'server.cjs');
    await build({
      absWorkingDir: fileURLToPath(root),
      stdin: {
        contents: "import { main } from './server/src/nodeServer.ts';\nmain(['--stdio']);",
        resolveDir: fileURLToPath(root),
      },
      bundle: true,
      outfile,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    const answers = [];
    for (const capabilities of clients) answers.push(await askOnce(outfile, capabilities));
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function askOnce(/** @type {string} */ script, /** @type {object} */ capabilities) {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** @type {string[]} */
  const registered = [];
  connection.onRequest('client/registerCapability', (/** @type {{ registrations: { method: string }[] }} */ params) => {
    registered.push(...params.registrations.map(({ method }) => method));
  });
  connection.listen();
  const answer = await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  // It is answered behind what is registered.
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  return { capabilities: /** @type {{ capabilities: object }} */ (answer).capabilities, registered };
}
