/** What is asked while the parts of the server that answer are still being loaded. */
import { expect, test, vi } from 'vitest';
import { type CodeAction, LSPErrorCodes } from 'vscode-languageserver';
import { startInMemory } from './client.ts';

/** Holds a part back until the test lets it in. */
const late = vi.hoisted(() => {
  const part = () => {
    let wanted = (): void => undefined;
    let letIn = (): void => undefined;
    const isWanted = new Promise<void>((resolve) => {
      wanted = resolve;
    });
    const isIn = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    const load = async <T>(original: () => Promise<T>): Promise<T> => {
      wanted();
      await isIn;
      return original();
    };
    return { isWanted, letIn: () => letIn(), load };
  };
  return { checker: part(), features: part() };
});
vi.mock('../../server/src/workspace/checker.ts', (original) => late.checker.load(original));
vi.mock('../../server/src/features/manifestFeatures.ts', (original) => late.features.load(original));

const URI = 'file:///stacks/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  k8s: 1.34.2\n';

test('what an edit overtakes is told so, and what nothing overtakes is answered', async () => {
  const client = startInMemory();
  await client.initialize({
    capabilities: {
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
    },
  });
  const ask = <T>(method: string, line: number): Promise<T | number> => {
    const position = { line, character: 3 };
    const params = { textDocument: { uri: URI }, position, range: { start: position, end: position } };
    return client.connection
      .sendRequest<T>(method, { ...params, context: { diagnostics: [], only: ['quickfix'] } })
      .catch(({ code }: { code: number }) => code);
  };
  const everything = (line: number) =>
    Promise.all(['codeAction', 'hover', 'completion'].map((name) => ask<unknown>(`textDocument/${name}`, line)));
  const overtaken = [LSPErrorCodes.ContentModified, LSPErrorCodes.ContentModified, LSPErrorCodes.ContentModified];
  /** An edit, and whatever makes sure that the server has it. */
  const edit = async (text: string, version: number) => {
    await client.change(URI, text, version);
    await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///stacks/other.txt' },
      position: { line: 0, character: 0 },
    });
  };

  await client.open(URI, TEXT);
  const withoutChecker = everything(3);
  await late.checker.isWanted;
  await edit(`# ours\n${TEXT}`, 2);
  const afterwards = everything(4);
  late.checker.letIn();
  expect(await withoutChecker).toEqual(overtaken);

  await late.features.isWanted;
  await edit(`# ours\n# all\n${TEXT}`, 3);
  const actions = ask<CodeAction[]>('textDocument/codeAction', 5);
  await client.pushed(URI, ({ diagnostics }) => diagnostics[0]?.range.start.line === 5);
  late.features.letIn();
  expect(await afterwards).toEqual(overtaken);
  expect(await actions).toMatchObject([
    {
      title: 'Change to kubernetes',
      edit: {
        changes: {
          [URI]: [
            { range: { start: { line: 5, character: 2 }, end: { line: 5, character: 5 } }, newText: 'kubernetes' },
          ],
        },
      },
    },
  ]);
  expect(client.logged).toEqual([]);
  client.connection.dispose();
});
