/** A list holds what goes on from what is typed. */
import { expect, test } from 'vitest';
import { type CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { goingOn, stillMatching } from '../../server/src/features/stillMatching.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';

const TEXT = 'components:\n  kubernetes: 1.3\n';

/** 60 versions in the place of `1.3`, of which the client has some part already. */
function listed(typed: string): CompletionList {
  const character = 14;
  const range = { start: { line: 1, character }, end: { line: 1, character: character + 3 } };
  const versions = Array.from({ length: 60 }, (_, patch) => `1.${30 + (patch % 10)}.${patch}`);
  const items = versions.map((label): CompletionItem => ({ label, textEdit: { range, newText: label } }));
  return stillMatching(CompletionList.create(items), textOf(TEXT), TEXT.indexOf('1.3') + typed.length);
}

test('where nothing is typed all is there', () => {
  expect(listed('')).toMatchObject({ isIncomplete: false, items: { length: 60 } });
});

test('what is typed by all of them leaves none out', () => {
  expect(listed('1.3')).toMatchObject({ isIncomplete: false, items: { length: 60 } });
});

/** 60 names, and one letter or more typed for them. */
function names(typed: string, filterTexts: readonly string[]): readonly [boolean, readonly string[]] {
  const text = textOf(`components:\n  ${typed}\n`);
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 + typed.length } };
  const others = Array.from({ length: 60 }, (_, at) => `zz-${at}`);
  const items = [...filterTexts, ...others].map(
    (label): CompletionItem => ({ label, textEdit: { range, newText: label } }),
  );
  const { isIncomplete, items: left } = stillMatching(CompletionList.create(items), text, 14 + typed.length);
  return [isIncomplete, left.map(({ label }) => label)];
}

test('the typed letters are looked for in their order, whatever their case, and the client is told to ask again', () => {
  expect(names('KNS', ['kubernetes', 'kube-dns', 'sink'])).toEqual([true, ['kubernetes', 'kube-dns']]);
});

test('where nothing matches all stay', () => {
  const [isIncomplete, left] = names('kuberx', ['kubernetes']);
  expect([isIncomplete, left.length]).toEqual([false, 61]);
});

test('a short list stays whole', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const items = ['apiVersion', 'kind', 'metadata'].map(
    (label): CompletionItem => ({ label, textEdit: { range, newText: label } }),
  );
  expect(stillMatching(CompletionList.create(items), textOf('k'), 1).items.length).toBe(3);
});

test('what is replaced by a text of its own is found by that, and an item without an edit stays', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  const others = Array.from(
    { length: 60 },
    (_, at): CompletionItem => ({ label: `zz-${at}`, textEdit: { range, newText: '' } }),
  );
  const items: CompletionItem[] = [
    { label: 'kubernetes', filterText: 'k8s', textEdit: { range, newText: 'kubernetes' } },
    { label: 'anything' },
    ...others,
  ];
  const { items: left } = stillMatching(CompletionList.create(items), textOf('k8s'), 3);
  expect(left.map(({ label }) => label)).toEqual(['kubernetes', 'anything']);
});

test('of more than anybody reads the first hundred are taken, and the client is told to ask again', () => {
  const versions = Array.from({ length: 300 }, (_, at) => `1.${300 - at}.0`);
  const same = (text: string) => text;
  const first = goingOn(versions, '1', same);
  expect([first.isCut, first.left.length, first.left[0], first.left.at(-1)]).toEqual([true, 100, '1.300.0', '1.201.0']);
  expect(goingOn(versions, '1.12', same)).toEqual({
    left: [
      '1.212.0',
      '1.192.0',
      '1.182.0',
      '1.172.0',
      '1.162.0',
      '1.152.0',
      '1.142.0',
      '1.132.0',
      '1.129.0',
      '1.128.0',
      '1.127.0',
      '1.126.0',
      '1.125.0',
      '1.124.0',
      '1.123.0',
      '1.122.0',
      '1.121.0',
      '1.120.0',
      '1.112.0',
      '1.102.0',
      '1.12.0',
    ],
    isCut: true,
  });
  expect(goingOn(versions, '', same)).toEqual({ left: versions, isCut: false });
  expect(goingOn(versions, 'x', same).left).toEqual(versions.slice(0, 100));
  expect(goingOn(versions.slice(0, 50), 'x', same)).toEqual({ left: versions.slice(0, 50), isCut: false });
});

test('of too many those that begin with what is typed come first: the one that is meant is among them', () => {
  const names = [...Array.from({ length: 150 }, (_, at) => `apache-k${at}`), 'kubernetes', 'kyverno'];
  expect(goingOn(names, 'k', (name) => name).left.slice(0, 3)).toEqual(['kubernetes', 'kyverno', 'apache-k0']);
});
