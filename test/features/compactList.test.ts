/** Long lists say once what their items share; a client makes the same items of them. */
import { expect, test } from 'vitest';
import { type CompletionItem, type CompletionList, Range } from 'vscode-languageserver-types';
import { compactList } from '../../server/src/features/compactList.ts';
import { resolveCompletion } from '../../server/src/features/completionDocs.ts';
import { ask } from './ask.ts';
import { ALL, open } from './open.ts';

const { listDefaults } = ALL.completion;

/** The items as a client sees them (LSP 3.17, CompletionList.itemDefaults). */
function expanded({ items, itemDefaults }: CompletionList): CompletionItem[] {
  const range = itemDefaults?.editRange;
  return items.map(({ textEditText, ...item }) => {
    const { label } = item;
    const textEdit = Range.is(range) ? { textEdit: { range, newText: textEditText ?? label } } : {};
    return {
      data: itemDefaults?.data,
      filterText: label,
      detail: item.labelDetails?.description ?? '',
      ...textEdit,
      ...item,
    };
  });
}

/** What a client knows of an item, whichever way it was told. */
function known({ data, ...item }: CompletionItem) {
  return { filterText: item.label, ...item };
}

test.each([
  ['names', 'components:\n  ist$0\n'],
  ['names behind an alias', 'components:\n  k8s$0\n'],
  ['versions', 'components:\n  kubernetes: $0\n  istio: 1.27.4\n'],
  ['versions in quotes', 'components:\n  kubernetes: "1.3$0\n'],
  ['versions without a space', 'components:\n  kubernetes:$0\n'],
  ['keys', 'components:\n  kubernetes:\n    $0\n'],
  ['values', 'policy:\n  unpinned: $0\n'],
  ['nothing', 'metadata: {name: $0}\n'],
])('%s', (_, marked) => {
  const { list } = ask(marked);
  const compact = compactList(list, listDefaults);
  expect(expanded(compact).map(known)).toEqual(
    list.items.map((item) => ({ detail: item.labelDetails?.description ?? '', ...known(item) })),
  );
  expect(compact.isIncomplete).toBe(list.isIncomplete);
});

test('an item of a list says as little as this', () => {
  const { list } = ask('components:\n  kubernetes: $0\n');
  const { itemDefaults, items } = compactList(list, listDefaults);
  expect(itemDefaults).toEqual({
    editRange: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
    data: {
      kind: 'version',
      uri: 'file:///stacks/platform.stack.yaml',
      component: 'kubernetes',
      document: 0,
      environment: null,
      instance: 'kubernetes',
    },
  });
  expect(items[0]).toEqual({
    label: '1.34.2',
    kind: 12,
    sortText: '0000',
    labelDetails: { description: 'supported until 2027-10-20' },
  });
});

test('what an item leaves out is known when its documentation is asked for', () => {
  for (const marked of ['components:\n  kubernetes: $0\n', 'components:\n  $0\n']) {
    const { list, text } = ask(marked);
    const checked = open(text);
    const compact = compactList(list, listDefaults);
    const [whole, short] = [list.items[0], expanded(compact)[0]];
    if (whole === undefined || short === undefined) throw new Error('Nothing is offered.');
    const { documentation } = resolveCompletion(checked, short, ALL.completion);
    expect(documentation).toEqual(resolveCompletion(checked, whole, ALL.completion).documentation);
    expect(documentation).toBeDefined();
  }
});

test('a client that takes no range from the list gets whole items, and one that takes no data gets each its own', () => {
  const { list } = ask('components:\n  kubernetes: $0\n');
  expect(compactList(list, [])).toBe(list);
  const { itemDefaults, items } = compactList(list, ['editRange']);
  expect(itemDefaults).not.toHaveProperty('data');
  expect(items.map(({ data }) => data)).toEqual(list.items.map(({ data }) => data));
});
