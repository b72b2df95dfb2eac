/** Paths under `extends` and `catalogs`, folder by folder. */
import { expect, test } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { complete, pathAskedFor } from '../../server/src/features/completion.ts';
import { ALL, applied, cursorIn, open } from './open.ts';

const FILES = [
  'file:///stacks/platform.stack.yaml',
  'file:///stacks/base.stack.yaml',
  'file:///stacks/teams/payments.stack.yaml',
  'file:///stacks/teams/web%20shop/shop.stack.yaml',
  'file:///shared/ground.stack.yaml',
];

/** What is offered in the manifest file:///stacks/platform.stack.yaml, and the text with each of it. */
function offered(marked: string, files: readonly string[] = FILES) {
  const { text, position } = cursorIn(marked);
  const { items } = complete(open(text), position, ALL.completion, () => false, files);
  return items.map(({ label, textEdit }) => {
    if (textEdit === undefined || !('range' in textEdit)) throw new Error('An item has an edit.');
    return [label, applied(text, [textEdit])];
  });
}

test('files and folders beside the manifest, and the folder above where it leads to something', () => {
  expect(offered('extends:\n  - $0\n')).toEqual([
    ['./base.stack.yaml', 'extends:\n  - ./base.stack.yaml\n'],
    ['./teams/', 'extends:\n  - ./teams/\n'],
    ['../', 'extends:\n  - ../\n'],
  ]);
});

test.each([
  ['a folder', 'extends: [./teams/$0]\n', ['./teams/payments.stack.yaml', './teams/web shop/']],
  ['a folder whose name is not finished', 'extends: [./te$0]\n', ['./base.stack.yaml', './teams/', '../']],
  ['a folder with a space in its name', 'extends:\n  - "./teams/web shop/$0"\n', ['./teams/web shop/shop.stack.yaml']],
  ['the folder above', 'extends:\n  - ../$0\n', ['../shared/']],
  ['a folder beside the own', 'extends:\n  - ../shared/$0\n', ['../shared/ground.stack.yaml']],
  ['what is not below the workspace', 'extends:\n  - ../../$0\n', []],
  ['a whole path', 'extends:\n  - /stacks/$0\n', []],
  ['an address', 'extends:\n  - file:///stacks/$0\n', []],
])('%s', (_, marked, expected) => {
  expect(offered(marked).map(([label]) => label)).toEqual(expected);
});

test('what the list names already is left out', () => {
  expect(offered('extends:\n  - ./base.stack.yaml\n  - $0\n').map(([label]) => label)).toEqual(['./teams/', '../']);
});

test('it is written as the place needs it', () => {
  const files = ['file:///stacks/%2311%20new.stack.yaml'];
  expect(offered('extends: [$0]\n', files)).toEqual([['./#11 new.stack.yaml', 'extends: [./#11 new.stack.yaml]\n']]);
  expect(offered("extends: ['$0]\n", files)).toEqual([['./#11 new.stack.yaml', "extends: ['./#11 new.stack.yaml']\n"]]);
});

test('a file and a folder look like what they are, and are found by their names', () => {
  const { text, position } = cursorIn('extends:\n  - ba$0\n');
  const { items } = complete(open(text), position, ALL.completion, () => false, FILES);
  expect(items.map(({ kind, detail, filterText }) => [kind, detail, filterText])).toEqual([
    [CompletionItemKind.File, 'file', 'base.stack.yaml'],
    [CompletionItemKind.Folder, 'folder', 'teams/'],
    [CompletionItemKind.Folder, 'folder above', '../'],
  ]);
});

test.each([
  ['extends:\n  - $0\n', 'manifests'],
  ['extends: [./a, $0]\n', 'manifests'],
  ['catalogs:\n  - ./$0\n', 'catalogs'],
  ['components:\n  kubernetes: $0\n', undefined],
  ['metadata: {labels: {extends: $0}}\n', undefined],
])('%j asks for %s', (marked, kind) => {
  const { text, position } = cursorIn(marked);
  expect(pathAskedFor(open(text), position)).toBe(kind);
});
