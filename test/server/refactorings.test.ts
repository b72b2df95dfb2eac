/** Refactorings over the protocol: titles at once, edits when one is taken, and what a client does not support left out. */
import { afterEach, expect, test } from 'vitest';
import { type CodeAction, type CodeActionContext, LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import { applied } from '../features/open.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  istio: 1.28.1\n  kubernetes: 1.34.2\n`;

const clients: TestClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

/** What a client of today says of code actions. */
const WHOLE = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
  disabledSupport: true,
  dataSupport: true,
  resolveSupport: { properties: ['edit'] },
};
const EDITS = { documentChanges: true, resourceOperations: ['create' as const] };

async function start(codeAction: object = WHOLE, workspaceEdit: object | null = EDITS, files: readonly string[] = []) {
  const client = startInMemory(
    testEnvironment({
      readFile: async (uri) =>
        files.includes(uri) ? new TextEncoder().encode(HEAD) : { failed: 'there is no such file' },
    }),
  );
  clients.push(client);
  await client.initialize({
    capabilities: {
      textDocument: { codeAction: codeAction as typeof WHOLE },
      workspace: { workspaceEdit: workspaceEdit as typeof EDITS },
    },
  });
  await client.open(URI, TEXT);
  return client;
}

/** The actions in a line, counted from 0. */
function ask(client: TestClient, line: number, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const at = { line, character: 4 };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: at, end: at },
    context: { diagnostics: [], ...context },
  });
}

function after({ edit }: CodeAction, text = TEXT): string {
  const change = edit?.documentChanges?.find((one) => 'edits' in one && one.textDocument.uri === URI);
  if (change === undefined || !('edits' in change)) throw new Error('The action does not change this file.');
  return applied(text, change.edits as TextEdit[]);
}

test('a client that resolves edits is told of titles, in passing too, and gets the edit of the one that is taken', async () => {
  const client = await start();
  const listed = await ask(client, 4, { triggerKind: 2 });
  const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };
  const data = (maker: string) => ({ uri: URI, version: 1, maker, range });
  expect(listed).toEqual([
    { title: 'Write kubernetes in the long form', kind: 'refactor.rewrite', data: data('change-form') },
    { title: 'Extract kubernetes into a new base', kind: 'refactor.extract', data: data('extract-base') },
  ]);
  const [longer] = listed;
  const taken = await client.connection.sendRequest<CodeAction>('codeAction/resolve', longer);
  expect(taken).toEqual({
    ...longer,
    edit: {
      documentChanges: [
        {
          textDocument: { uri: URI, version: 1 },
          edits: [
            {
              range: { start: { line: 4, character: 13 }, end: { line: 4, character: 14 } },
              newText: '\n    version: ',
            },
          ],
        },
      ],
    },
  });
  expect(after(taken)).toBe(TEXT.replace('kubernetes: ', 'kubernetes:\n    version: '));
});

test('a client that does not gets the edits at once', async () => {
  const client = await start({ ...WHOLE, resolveSupport: undefined });
  const [sort] = await ask(client, 2, { only: ['source.sortComponents'] });
  expect(sort).not.toHaveProperty('data');
  expect(sort && after(sort)).toBe(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.28.1\n`);
});

test('an action of an older version of the document is not made any more; other actions stay as they are', async () => {
  const client = await start();
  const [action] = await ask(client, 4, { only: ['refactor.rewrite'] });
  await client.change(URI, `# new\n${TEXT}`, 2);
  const resolve = (one: unknown) =>
    client.connection.sendRequest<CodeAction>('codeAction/resolve', one).catch(({ code }: { code: number }) => code);
  expect(await resolve(action)).toBe(LSPErrorCodes.ContentModified);
  for (const other of [
    { title: 'x' },
    { title: 'x', data: 7 },
    { title: 'x', data: { uri: 'file:///gone.stack.yaml' } },
  ])
    expect(await resolve(other)).toEqual(other);
  expect(client.logged).toEqual([]);
});

test('a new base has a name that no file has, on disk or in an editor', async () => {
  const client = await start(WHOLE, EDITS, ['file:///stacks/base.stack.yaml']);
  await client.open('file:///stacks/base-2.stack.yaml', HEAD);
  const [action] = await ask(client, 4, { only: ['refactor.extract'] });
  const taken = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
  expect(taken.edit?.documentChanges?.[0]).toEqual({
    kind: 'create',
    uri: 'file:///stacks/base-3.stack.yaml',
    options: { overwrite: false, ignoreIfExists: false },
  });
  expect(after(taken)).toBe(`${HEAD}extends:\n  - ./base-3.stack.yaml\ncomponents:\n  istio: 1.28.1\n`);
});

test.each([
  ['that says nothing more', { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }, {}],
  ['whose edits are none', { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }, null],
])('for a client %s, what it cannot do is left out, and what it can is there', async (_, codeAction, edits) => {
  const client = await start(codeAction, edits);
  expect(await ask(client, 4, { only: ['refactor'] })).toEqual([
    {
      title: 'Pin kubernetes to the release line 1.34',
      kind: 'refactor.rewrite',
      edit: { changes: { [URI]: [expect.objectContaining({ newText: '"1.34"' })] } },
    },
    expect.objectContaining({ title: 'Allow later patches of kubernetes: ~1.34.2' }),
    expect.objectContaining({ title: 'Write kubernetes in the long form' }),
  ]);
});

test('a client that shows why not is told why not, but not in passing', async () => {
  const client = await start(WHOLE, { documentChanges: true });
  expect(await ask(client, 4, { only: ['refactor.extract'] })).toEqual([
    {
      title: 'Extract kubernetes into a new base',
      kind: 'refactor.extract',
      disabled: { reason: 'This editor cannot create files in an edit.' },
    },
  ]);
  expect((await ask(client, 4, { triggerKind: 2 })).map(({ title }) => title)).toEqual([
    'Write kubernetes in the long form',
  ]);
});
