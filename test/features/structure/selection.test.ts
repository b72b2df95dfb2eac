/** Selection ranges: what "Expand Selection" takes, step by step. */
import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/src/features/structure/selection.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { cursorIn } from '../open.ts';

/** What is selected at the cursor of a fixture, from the smallest on. */
function selected(fixture: string): string[] {
  const { text, position } = cursorIn(fixture);
  const lines = lineIndex(text);
  const [first] = selectionRanges(parseYaml(text), [position]);
  const texts: string[] = [];
  for (let one: SelectionRange | undefined = first; one !== undefined; one = one.parent)
    texts.push(text.slice(lines.offsetAt(one.range.start), lines.offsetAt(one.range.end)));
  return texts;
}

test('between quotes, the scalar, its pair, its mapping, and on to the file', () => {
  expect(selected('kind: Stack\ncomponents:\n  istio: "1.$028"\n  helm: 4.0.0\n---\nkind: Stack\n')).toEqual([
    '1.28',
    '"1.28"',
    'istio: "1.28"',
    'istio: "1.28"\n  helm: 4.0.0',
    'components:\n  istio: "1.28"\n  helm: 4.0.0',
    'kind: Stack\ncomponents:\n  istio: "1.28"\n  helm: 4.0.0',
    'kind: Stack\ncomponents:\n  istio: "1.28"\n  helm: 4.0.0\n',
    'kind: Stack\ncomponents:\n  istio: "1.28"\n  helm: 4.0.0\n---\nkind: Stack\n',
  ]);
});

test('keys, items and collections between brackets', () => {
  expect(selected('acknowledge:\n  - between: [is$0tio, helm]\n    code: untested')).toEqual([
    'istio',
    '[istio, helm]',
    'between: [istio, helm]',
    'between: [istio, helm]\n    code: untested',
    '- between: [istio, helm]\n    code: untested',
    'acknowledge:\n  - between: [istio, helm]\n    code: untested',
  ]);
  expect(selected('a: 1\nk$0ey: {}')).toEqual(['key', 'key: {}', 'a: 1\nkey: {}']);
});

test('comments, by their text and with their mark', () => {
  expect(selected('components:\n  istio: 1.28.1\n  # he$0ld back \n  helm: 4.0.0\n')).toEqual([
    'held back',
    '# held back ',
    'istio: 1.28.1\n  # held back \n  helm: 4.0.0',
    'components:\n  istio: 1.28.1\n  # held back \n  helm: 4.0.0',
    'components:\n  istio: 1.28.1\n  # held back \n  helm: 4.0.0\n',
  ]);
});

test('what a merge key brings in is selected where it is written', () => {
  expect(selected('x:\n  <<: &b {y: 1$0}\n  z: *b')).toEqual([
    '1',
    'y: 1',
    '{y: 1}',
    '<<: &b {y: 1}',
    '<<: &b {y: 1}\n  z: *b',
    'x:\n  <<: &b {y: 1}\n  z: *b',
  ]);
});

test('one answer for each position, whatever it is', () => {
  const positions = [
    { line: 0, character: 1 },
    { line: 99, character: 99 },
    { line: 0, character: 99 },
  ];
  const ranges = selectionRanges(parseYaml('key: value\n'), positions);
  expect(ranges.map(({ range }) => [range.start.character, range.end.line, range.end.character])).toEqual([
    [0, 0, 3],
    [0, 1, 0],
    [5, 0, 10],
  ]);
  expect(selectionRanges(parseYaml(''), positions.slice(0, 1))).toEqual([
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  ]);
});
