/** Quick fixes are asked for at any moment, also while what the client knows of the text is older than the text. */
import { afterEach, expect, test } from 'vitest';
import { type CodeAction, type Diagnostic, LSPErrorCodes, type Range, type TextEdit } from 'vscode-languageserver';
import { applied } from '../features/open.ts';
import { type ClientOptions, startInMemory, type TestClient } from './client.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TEXT = `${HEAD}components:\n  k8s: 1.34.2\n`;
const FIXED = `${HEAD}components:\n  kubernetes: 1.34.2\n`;

const clients: TestClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

async function start(options: Pick<ClientOptions, 'configuration'> = {}): Promise<TestClient> {
  const client = startInMemory();
  clients.push(client);
  await client.initialize({
    ...options,
    capabilities: {
      textDocument: {
        publishDiagnostics: { dataSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
      workspace: {
        workspaceEdit: { documentChanges: true },
        ...(options.configuration === undefined ? {} : { configuration: true }),
      },
    },
  });
  return client;
}

/** Asks where the cursor is behind a word of the text; gives the answer, or the code of the error. */
function ask(
  client: TestClient,
  text: string,
  word: string,
  diagnostics: Diagnostic[],
): Promise<CodeAction[] | number> {
  const before = text.slice(0, text.indexOf(word) + word.length).split('\n');
  const cursor = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const range: Range = { start: cursor, end: cursor };
  return client.connection
    .sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics, only: ['quickfix'] },
    })
    .catch(({ code }: { code: number }) => code);
}

/** The version that the first action is for, and the text after it. */
function after(text: string, answer: CodeAction[] | number): [version: number | null, text: string] {
  const [change] = typeof answer === 'number' ? [] : (answer[0]?.edit?.documentChanges ?? []);
  if (change === undefined || !('edits' in change)) throw new Error(`There is no fix: ${JSON.stringify(answer)}`);
  return [change.textDocument.version, applied(text, change.edits as TextEdit[])];
}

test('a client that was told of nothing yet is answered by what stands where it asks', async () => {
  const client = await start();
  await client.open(URI, TEXT);
  const answer = await ask(client, TEXT, 'k8s', []);
  expect(after(TEXT, answer)).toEqual([1, FIXED]);
  expect(answer).toMatchObject([{ title: 'Change to kubernetes', diagnostics: await client.pushed(URI) }]);
  expect(await ask(client, TEXT, 'kind', [])).toEqual([]);
});

test.each([
  ['that has not moved', `${TEXT}  mine: 1.0.0\n`, `${FIXED}  mine: 1.0.0\n`],
  ['that stands elsewhere by now', `# ours\n\n${TEXT}`, `# ours\n\n${FIXED}`],
])(
  'with diagnostics of an older version, right after an edit, what is found is mended: %s',
  async (_, text, wanted) => {
    const client = await start();
    await client.open(URI, TEXT);
    const older = await client.pushed(URI);
    expect(older).toHaveLength(1);
    const [, answer] = await Promise.all([client.change(URI, text, 2), ask(client, text, 'k8s', older)]);
    expect(after(text, answer)).toEqual([2, wanted]);
  },
);

test('with diagnostics of the same version of a document that was closed since, nothing is mended where it stood then', async () => {
  const client = await start();
  await client.open(URI, TEXT);
  const older = await client.pushed(URI);
  const text = `${HEAD}# ours\ncomponents:\n  k8s: 1.34.2\n`;
  const [, , answer] = await Promise.all([client.close(URI), client.open(URI, text), ask(client, text, 'k8s', older)]);
  expect(after(text, answer)).toEqual([1, `${HEAD}# ours\ncomponents:\n  kubernetes: 1.34.2\n`]);
});

test('a question that an edit overtakes is told so, and the next one is answered', async () => {
  let settings = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    settings = resolve;
  });
  const client = await start({ configuration: () => held });
  await client.open(URI, TEXT);
  const overtaken = ask(client, TEXT, 'k8s', []);
  const text = `# ours\n${TEXT}`;
  await client.change(URI, text, 2);
  const next = ask(client, text, 'k8s', []);
  settings();
  expect(await overtaken).toBe(LSPErrorCodes.ContentModified);
  expect(after(text, await next)).toEqual([2, `# ours\n${FIXED}`]);
});

test('of many questions between edits each is answered about its own text, or told that it was overtaken', async () => {
  const client = await start();
  const textOf = (version: number) => `${'# ours\n'.repeat(version % 7)}${TEXT}`;
  await client.open(URI, textOf(1));
  const first = await client.pushed(URI);
  const asked = [];
  for (let version = 2; version <= 40; version += 1) {
    void client.change(URI, textOf(version), version);
    // Some clients name what they were told last, some nothing.
    const named = version % 2 === 0 ? first : [];
    asked.push({ version, answer: ask(client, textOf(version), 'k8s', named) });
  }
  for (const { version, answer } of asked) {
    const given = await answer;
    if (given !== LSPErrorCodes.ContentModified || version === 40)
      expect(after(textOf(version), given)).toEqual([version, `${'# ours\n'.repeat(version % 7)}${FIXED}`]);
  }
  expect(client.logged).toEqual([]);
});

test('on saving, an editor that asks for source.fixAll gets the one action that makes the file good', async () => {
  const client = await start();
  const text = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n  db: {component: postgresql, version: "17.5"}\n`;
  await client.open(URI, text);
  const whole = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
  const saved = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: whole,
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  expect(saved.map(({ kind, title }) => [kind, title])).toEqual([
    ['source.fixAll.stackpin', 'Fix all: set istio to 1.28.1 and db to 17.6 (resolves 4 findings)'],
  ]);
  const good = text.replace('1.27.4', '1.28.1').replace('17.5', '17.6');
  expect(after(text, saved)).toEqual([1, good]);
  // In the list at the cursor it is a quick fix, behind those of the finding that stands there.
  const listed = await ask(client, text, '1.27', []);
  expect(Array.isArray(listed) ? listed.map(({ kind, title }) => [kind, title]) : listed).toEqual([
    ['quickfix', 'Set istio to 1.28.1: resolves 2 findings'],
    ['quickfix', 'Set kubernetes to 1.33.5: resolves 1 finding'],
    ['quickfix', 'Acknowledge unsupported for istio until 2027-02-22'],
    ['quickfix', 'Acknowledge end-of-life-soon for istio until 2027-02-22'],
    ['quickfix', 'Acknowledge unsupported for istio until 2027-02-22, in the whole document'],
    ['quickfix', 'Acknowledge end-of-life-soon for istio until 2027-02-22, in the whole document'],
    ['quickfix', 'Fix all: set istio to 1.28.1 and db to 17.6 (resolves 4 findings)'],
  ]);
});
