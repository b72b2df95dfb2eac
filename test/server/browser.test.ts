/** The built dist/server/browser.js in the global scope of a web worker: messages in, messages out, and nothing of Node. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';

const BUNDLE = fileURLToPath(new URL('../../dist/server/browser.js', import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A worker's scope, with what a browser has in it. */
function worker() {
  const sent: Message[] = [];
  const waiting = new Set<() => void>();
  const scope: { [name: string]: unknown; onmessage?: (event: { data: unknown }) => void } = {
    console,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    URL,
    TextDecoder,
    TextEncoder,
    crypto,
    addEventListener: () => undefined,
    postMessage: (message: Message) => {
      sent.push(message);
      for (const wake of [...waiting]) wake();
    },
  };
  scope.self = scope;
  runInContext(readFileSync(BUNDLE, 'utf8'), createContext(scope));
  const answer = (fits: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const look = () => {
        const found = sent.find(fits);
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { answer, send: (message: object) => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }) };
}

test('it starts when it is loaded, and checks a document', async () => {
  const { answer, send } = worker();
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const { result } = await answer(({ id }) => id === 1);
  expect((result as InitializeResult).serverInfo?.name).toBe('stackpin');
  send({ method: 'initialized', params: {} });
  const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n';
  const textDocument = { uri: 'memfs:/a.stack.yaml', languageId: 'stack-manifest', version: 1, text };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  const { params } = await answer(({ method }) => method === 'textDocument/publishDiagnostics');
  expect((params as PublishDiagnosticsParams).diagnostics.map(({ code }) => code)).toEqual(['invalid-version']);
});
