import { expect, test } from 'vitest';
import type { ClientCapabilities, CompletionList, Hover } from 'vscode-languageserver';
import { startInMemory } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.34.2\n  istio: 1.22.8\n';

test.each([['absent', {}], ['null', { initializationOptions: null }], ['{}', { initializationOptions: {} }]])(
  'initialization options %s, and a client that supports nothing',
  async (_, options) => {
    const client = startInMemory();
    const { capabilities, serverInfo } = await client.initialize(options);
    console.log(JSON.stringify({ capabilities, serverInfo }));
    await client.open(URI, TEXT);
    const diagnostics = await client.pushed(URI);
    console.log(JSON.stringify(diagnostics));
    console.log(JSON.stringify(await client.connection.sendRequest<Hover>('textDocument/hover', {textDocument: {uri: URI}, position: {line: 4, character: 3}})));
    expect(1).toBe(1);
  },
);
