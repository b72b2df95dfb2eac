import { expect, test } from 'vitest';
import { CodeActionTriggerKind } from 'vscode-languageserver-types';
import { bodiesAfter, type Given } from './act.ts';

const REWRITE: Given = { context: { only: ['refactor.rewrite'] } };

/** The ways to leave a pin open. */
async function loosened(marked: string, given: Given = REWRITE): Promise<{ [title: string]: string }> {
  const bodies = await bodiesAfter(marked, given);
  return Object.fromEntries(Object.entries(bodies).filter(([title]) => /release line|later patches/.test(title)));
}

test('to the release line, and to a range of later patches; quotes where YAML would read a number', async () => {
  expect(await loosened('components:\n  # ours\n  kubernetes: 1.34.$02 # pinned\n')).toEqual({
    'Pin kubernetes to the release line 1.34': 'components:\n  # ours\n  kubernetes: "1.34" # pinned\n',
    'Allow later patches of kubernetes: ~1.34.2': 'components:\n  # ours\n  kubernetes: ~1.34.2 # pinned\n',
  });
});

test('in the style that it has, with the v before it, in an environment', async () => {
  expect(
    await loosened("components: {}\nenvironments: {edge: {components: {kuber$0netes: {version: 'v1.34.2'}}}}\n"),
  ).toEqual({
    'Pin kubernetes to the release line 1.34':
      "components: {}\nenvironments: {edge: {components: {kubernetes: {version: 'v1.34'}}}}\n",
    'Allow later patches of kubernetes: ~1.34.2':
      "components: {}\nenvironments: {edge: {components: {kubernetes: {version: '~1.34.2'}}}}\n",
  });
});

test('an alias here, and an anchor for all that refer to it', async () => {
  const body = (a: string, b: string) =>
    `components:\n  a: {component: postgresql, version: &db ${a}}\n  b: {component: postgresql, version: ${b}}\n`;
  expect(await loosened(body('"17.6"', '*d$0b '))).toEqual({
    'Pin b to the release line 17': body('"17.6"', '"17" '),
    'Allow later patches of b: ~17.6': body('"17.6"', '~17.6 '),
  });
  expect(await loosened(body('"17$0.6"', '*db '))).toMatchObject({
    'Pin &db to the release line 17': body('"17"', '*db '),
  });
});

test('not where the policy asks for exact versions, nor what is locked, nor where a finding comes of it', async () => {
  const titles = ['Pin kubernetes to the release line 1.34', 'Allow later patches of kubernetes: ~1.34.2'] as const;
  expect(await loosened('components:\n  kubernetes: 1.34.$02\npolicy: {unpinned: warn}\n')).toEqual({
    [titles[0]]: '- The policy of this stack asks for exact versions.',
    [titles[1]]: '- The policy of this stack asks for exact versions.',
  });
  expect(await loosened('components:\n  kubernetes: {version: 1.34.$02, locked: true}\n')).toEqual({
    [titles[0]]: '- kubernetes is locked.',
    [titles[1]]: '- kubernetes is locked.',
  });
  const quiet: Given = { ...REWRITE, traits: { disabled: false } };
  expect(await loosened('components:\n  kubernetes: 1.34.$02\npolicy: {unpinned: warn}\n', quiet)).toEqual({});
});

test('none for what is open already, unknown, in no line, or removed, and none beside the pin', async () => {
  expect(await loosened('components:\n  kubernetes: "1.3$04"\n')).toEqual({});
  expect(await loosened('components:\n  mine: 1.34.$02\n')).toEqual({});
  expect(await loosened('components:\n  kubernetes: 9.9.$09\n')).toEqual({});
  expect(await loosened('components:\n  kubernetes: nu$0ll\n')).toEqual({});
  expect(await loosened('components:\n  kubernetes: {notes: a$0bc, version: 1.34.2}\n')).toEqual({});
});

test('it is not worked out in passing', async () => {
  const body = 'components:\n  kubernetes: 1.34.$02\n';
  expect(await loosened(body, { context: { triggerKind: CodeActionTriggerKind.Automatic } })).toEqual({});
  expect(Object.keys(await loosened(body, { context: { triggerKind: CodeActionTriggerKind.Invoked } }))).toHaveLength(
    2,
  );
});
