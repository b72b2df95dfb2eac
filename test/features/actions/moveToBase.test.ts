import { expect, test } from 'vitest';
import { actionsIn, filesAfter, type Given, HEAD, type Texts } from './act.ts';

/** The files after each move to a base, or why it cannot be done. */
async function moved(marked: string, files: Texts, given: Given = {}): Promise<{ [title: string]: Texts | string }> {
  const actions = await actionsIn(HEAD + marked, { ...given, files, context: { only: ['refactor.move'] } });
  return Object.fromEntries(
    actions.map((action) => [action.title, action.disabled?.reason ?? filesAfter(HEAD + marked, action, files)]),
  );
}

test('to each base that the file names, with its comments', async () => {
  const files = {
    'base.stack.yaml': `${HEAD}extends: [./ground.stack.yaml]\ncomponents:\n    istio: 1.28.1 # theirs\npolicy: {}\n`,
    'ground.stack.yaml': `${HEAD}components: {cilium: 1.19.0}\n`,
    'flow.stack.yaml': `${HEAD}components: {db: {component: postgresql, version: "17.6"}}\n`,
  };
  const body = `extends: [./base.stack.yaml, flow.stack.yaml]
components:
  # the cluster
  kuber$0netes:
    version: 1.34.2 # pinned
  mine: 1.0.0
`;
  expect(await moved(body, files)).toEqual({
    'Move kubernetes to ./base.stack.yaml': {
      'base.stack.yaml': `${HEAD}extends: [./ground.stack.yaml]\ncomponents:\n    istio: 1.28.1 # theirs\n    # the cluster\n    kubernetes:\n      version: 1.34.2 # pinned\npolicy: {}\n`,
      'platform.stack.yaml': `${HEAD}extends: [./base.stack.yaml, flow.stack.yaml]\ncomponents:\n  mine: 1.0.0\n`,
    },
    'Move kubernetes to flow.stack.yaml': 'There is no place for it in flow.stack.yaml.',
  });
});

test('the whole action: two documents, the base without a version', async () => {
  const moves = await actionsIn(
    `${HEAD}extends: [base.stack.yaml]\ncomponents: {kuber$0netes: 1.34.2, mine: 1.0.0}\n`,
    {
      files: { 'base.stack.yaml': `${HEAD}components: {istio: 1.28.1}\n` },
      context: { only: ['refactor.move'] },
    },
  );
  expect(moves).toEqual([
    {
      title: 'Move kubernetes to base.stack.yaml',
      kind: 'refactor.move',
      edit: {
        documentChanges: [
          {
            textDocument: { uri: 'file:///stacks/platform.stack.yaml', version: 7 },
            edits: [{ range: { start: { line: 3, character: 13 }, end: { line: 3, character: 33 } }, newText: '' }],
          },
          {
            textDocument: { uri: 'file:///stacks/base.stack.yaml', version: null },
            edits: [
              {
                range: { start: { line: 2, character: 26 }, end: { line: 2, character: 26 } },
                newText: ', kubernetes: 1.34.2',
              },
            ],
          },
        ],
      },
    },
  ]);
});

test('to a base with other line ends, that has no components yet', async () => {
  const files = { 'base.stack.yaml': `${HEAD}metadata: {name: base}\n`.replaceAll('\n', '\r\n') };
  expect(await moved('extends: [base.stack.yaml]\ncomponents:\n  # ours\n  kuber$0netes: 1.34.2\n', files)).toEqual({
    'Move kubernetes to base.stack.yaml': {
      'base.stack.yaml': `${HEAD}metadata: {name: base}\ncomponents:\n  # ours\n  kubernetes: 1.34.2\n`.replaceAll(
        '\n',
        '\r\n',
      ),
      'platform.stack.yaml': `${HEAD}extends: [base.stack.yaml]\ncomponents:\n`,
    },
  });
});

test('not below a base that names it too, nor into one that does', async () => {
  const files = {
    'low.stack.yaml': `${HEAD}components: {istio: 1.28.1}\n`,
    'high.stack.yaml': `${HEAD}components: {mine: null}\n`,
  };
  expect(await moved('extends: [low.stack.yaml, high.stack.yaml]\ncomponents: {mi$0ne: 1.0.0}\n', files)).toEqual({
    'Move mine to low.stack.yaml': 'high.stack.yaml names mine too.',
    'Move mine to high.stack.yaml': 'high.stack.yaml names mine too.',
  });
});

test('without a base, or with one that cannot be read, there is nowhere to go', async () => {
  expect(await moved('components: {mi$0ne: 1.0.0}\n', {})).toEqual({});
  expect(await moved('extends: [gone.stack.yaml]\ncomponents: {mi$0ne: 1.0.0}\n', {})).toEqual({});
  expect(
    await moved('extends: [base.stack.yaml]\ncomponents: {mi$0ne: 1.0.0}\n', {
      'base.stack.yaml': `${HEAD}components: {a: "1.0\n`,
    }),
  ).toEqual({
    'Move mine to base.stack.yaml': 'There is no place for it in base.stack.yaml.',
  });
});
