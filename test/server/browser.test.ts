/** The built dist/server/browser.js in the global scope of a web worker: messages in, messages out, and nothing of Node. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import { testCatalogBytes } from '../support/catalog.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/server/browser.js', import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What the scope of a worker has of its own. */
interface WorkerOptions {
  /** Where its script came from. */
  readonly href?: string;
  /** What is served, by address. */
  readonly served?: { readonly [address: string]: Uint8Array };
}

/** A worker's scope, with what a browser has in it. */
function worker({ href, served = {} }: WorkerOptions) {
  const fetched: string[] = [];
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
    fetch: async (address: string) => {
      fetched.push(address);
      const body = served[address];
      if (address.startsWith('https://gone.')) throw new TypeError('Failed to fetch');
      return body === undefined
        ? new Response('', { status: 404, statusText: 'Not Found' })
        : new Response(body.slice());
    },
    ...(href === undefined ? {} : { location: { href } }),
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
  return { fetched, answer, send: (message: object) => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }) };
}

const BROKEN = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n  in-house: "1.0"\n';
const SERVED = 'https://cdn.example/stackpin/dist/catalog/bundled.catalog.jsonl';

/** Starts a worker, opens a manifest in it, and gives the codes found, what was fetched when, and what was shown. */
async function opened(options: WorkerOptions, initializationOptions?: object) {
  const { fetched, answer, send } = worker(options);
  const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions };
  send({ id: 1, method: 'initialize', params });
  const { result } = await answer(({ id }) => id === 1);
  expect((result as InitializeResult).serverInfo?.name).toBe('stackpin');
  send({ method: 'initialized', params: {} });
  expect(fetched).toEqual([]);
  const textDocument = { uri: 'memfs:/a.stack.yaml', languageId: 'stack-manifest', version: 1, text: BROKEN };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  const published = await answer(({ method }) => method === 'textDocument/publishDiagnostics');
  const codes = (published.params as PublishDiagnosticsParams).diagnostics.map(({ code }) => code);
  return { fetched, codes, answer };
}

/** The text of the one message that is shown. */
async function shown(answer: ReturnType<typeof worker>['answer']): Promise<string> {
  const { params } = await answer(({ method }) => method === 'window/showMessage');
  return (params as { message: string }).message;
}

test.each([
  [
    'from a blob, told where the catalog is',
    { href: 'blob:https://cdn.example/1c1e8b6e' },
    { bundledCatalog: SERVED },
    SERVED,
  ],
  ['by the address of its script', { href: 'https://cdn.example/stackpin/dist/server/browser.js' }, undefined, SERVED],
])('started %s, it fetches the catalog for the first manifest', async (_, options, initializationOptions, address) => {
  const served = { [address]: testCatalogBytes() };
  const { fetched, codes } = await opened({ ...options, served }, initializationOptions);
  expect(codes).toEqual(['invalid-version', 'unknown-component']);
  expect(fetched).toEqual([address]);
});

test('nobody knows where the catalog is: that is said, and the rest is checked', async () => {
  const { fetched, codes, answer } = await opened({ href: 'blob:https://cdn.example/1c1e8b6e' });
  expect(codes).toEqual([]);
  expect(fetched).toEqual([]);
  expect(await shown(answer)).toBe(
    'Stackpin does not know where its catalog is: its script was not loaded from a place that has one beside it. The client has to name it by the initialization option "bundledCatalog". Manifests are checked for their form only, and not against any versions.',
  );
});

test.each([
  ['https://cdn.example/gone.jsonl', 'the server answers 404 Not Found'],
  ['https://gone.example/catalog.jsonl', 'it cannot be fetched (Failed to fetch)'],
])('a catalog at %s cannot be fetched: that is said', async (bundledCatalog, reason) => {
  const { codes, answer } = await opened({}, { bundledCatalog });
  expect(codes).toEqual([]);
  expect(await shown(answer)).toBe(
    `Stackpin cannot read its catalog ${bundledCatalog}: ${reason}. Restart the language server to try again, and install Stackpin again if that does not help. Manifests are checked for their form only, and not against any versions.`,
  );
});
