/** Formatting, rule by rule: what is set anew, and what is left alone. */
import { expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../../../server/src/features/structure/format/format.ts';
import { newLineEdits } from '../../../server/src/features/structure/format/onNewLine.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { applied, cursorIn } from '../open.ts';

const TWO = { tabSize: 2, insertSpaces: true };

function edits(text: string, options: unknown = TWO, range?: Range): TextEdit[] {
  return formatEdits(parseYaml(text), options, range);
}

function formatted(text: string, options: unknown = TWO, range?: Range): string {
  return applied(text, edits(text, options, range));
}

/** Whole lines, both ends counted. */
function lines(first: number, last: number): Range {
  return { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } };
}

test('one small edit for each place, and none where nothing is wrong', () => {
  expect(edits('components:\n    istio:   1.28.1  \nkind: Stack')).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } }, newText: '' },
    { range: { start: { line: 1, character: 11 }, end: { line: 1, character: 13 } }, newText: '' },
    { range: { start: { line: 1, character: 19 }, end: { line: 1, character: 21 } }, newText: '' },
    { range: { start: { line: 2, character: 11 }, end: { line: 2, character: 11 } }, newText: '\n' },
  ]);
});

test.each([4, 3, 1])('%d columns a level; items of a list by their dash', (tabSize) => {
  const [one, item] = [' '.repeat(tabSize), `${' '.repeat(tabSize)}  `];
  expect(formatted('a:\n- b: 1\n  c:\n   d: 2\n', { tabSize })).toBe(
    `a:\n${one}- b: 1\n${item}c:\n${item}${one}d: 2\n`,
  );
});

test.each([undefined, null, {}, { tabSize: 0 }, { tabSize: '4' }, { insertSpaces: false, tabSize: 2 }])(
  'two columns where the options are %o: tabs are never written',
  (options) => {
    expect(formatted('a:\n    b:\n       c: 1\n', options)).toBe('a:\n  b:\n    c: 1\n');
  },
);

test('what a client turns off stays as it is', () => {
  const text = 'a: 1  \n\n\n\nb: 2 \n\n\n';
  expect(formatted(text, { ...TWO, trimTrailingWhitespace: false })).toBe('a: 1  \n\nb: 2 \n');
  expect(formatted(text, { ...TWO, trimFinalNewlines: false })).toBe('a: 1\n\nb: 2\n\n\n');
  expect(formatted('a: 1', { ...TWO, insertFinalNewline: false })).toBe('a: 1');
  expect(formatted('a: 1')).toBe('a: 1\n');
  expect(formatted(' \n\n')).toBe('');
});

test('line breaks stay what they are, also those that are added', () => {
  expect(formatted('\r\na:\r\n    b:   1  \r\n\r\n\r\n\r\nc: |\r\n    x\r\n     y')).toBe(
    'a:\r\n  b: 1\r\n\r\nc: |\r\n    x\r\n     y\r\n',
  );
});

test('texts in blocks and of several lines move with what holds them, and are otherwise as they were', () => {
  expect(
    formatted(
      'a:\n      b: |2\n           deeper \n        text\n          \n\n\n      # after\n      c: "x  y \n          z"\n      d: plain  text\n       goes on\n      e: |+\n        kept\n\n\n\n',
    ),
  ).toBe(
    'a:\n  b: |2\n       deeper \n    text\n      \n\n  # after\n  c: "x  y \n      z"\n  d: plain  text\n   goes on\n  e: |+\n    kept\n\n\n\n',
  );
});

test('comments keep their text and their distance, and follow what they are about', () => {
  expect(
    formatted(`a:   1     #  aligned,  on purpose
bb:  2    #  aligned
c:
      # of d
      d: 1
    # between two levels
      e:
        # nothing yet
# f: 1
g: {}
`),
  ).toBe(`a: 1     #  aligned,  on purpose
bb: 2    #  aligned
c:
  # of d
  d: 1
  # between two levels
  e:
    # nothing yet
# f: 1
g: {}
`);
});

test('anchors, aliases and tags have one space around them; a colon behind an alias keeps its own', () => {
  expect(formatted('a:   &x   !!str    text\nb:  *x\n? [*x]\n: c\n')).toBe(
    'a:   &x   !!str    text\nb:  *x\n? [*x]\n: c\n',
  );
  expect(formatted('a:   &x   !!str    text\nb:  *x\n*x   : {*x : 1 , "k" :2}\n')).toBe(
    'a: &x !!str text\nb: *x\n*x   : {*x : 1, "k": 2}\n',
  );
});

test('brackets over several lines', () => {
  expect(
    formatted(
      `a: {
      b: [ 1,
        2 ],
          # why
      c: {
      d: 1,   e: 2 }
}
f: [
  1,
  ]
g:
      [ 1,
    2 ]
- not: yaml
`.replace('- not: yaml\n', ''),
    ),
  ).toBe(`a: {
  b: [1,
    2],
  # why
  c: {
    d: 1, e: 2}
}
f: [
  1,
  ]
g:
  [1,
    2]
`);
});

test.each([
  ['a key without a colon', 'a:   1\nb\nc:   2\n'],
  ['a bracket that is open', 'a:   {b: 1\nc:   2\n'],
  ['a tab as indentation', 'a:\n\tb:   1\n'],
  ['an alias of nothing', 'a:   *b\n'],
  ['keys behind a question mark', '?   a\n:   b\n'],
  ['single carriage returns', 'a:   1\rb:   2\n'],
  ['no text at all', '\u0000\u0001\u0002'],
])('left alone: %s', (_, text) => {
  expect(edits(text)).toEqual([]);
});

test('a document in which the YAML is wrong leaves the others as they were meant to be', () => {
  expect(formatted('a:   1\n---\nb:   {\n---\nc:   3\n---   # c\n-   d\n')).toBe(
    'a: 1\n---\nb:   {\n---\nc: 3\n---   # c\n- d\n',
  );
});

test('a key that is written twice is no reason to stop', () => {
  expect(formatted('a:   1\na:   2\n')).toBe('a: 1\na: 2\n');
});

test('lines: what is wholly among them is indented anew, and what reaches out stays where it is', () => {
  const text = 'a:\n    b:   1\n    c:\n          d:   2\n          e:   3\n    f:   4\n';
  expect(formatted(text, TWO, lines(1, 1))).toBe(text.replace('b:   1', 'b: 1'));
  expect(formatted(text, TWO, lines(3, 4))).toBe('a:\n    b:   1\n    c:\n      d: 2\n      e: 3\n    f:   4\n');
  expect(formatted(text, TWO, lines(3, 3))).toBe(text.replace('d:   2', 'd: 2'));
  expect(formatted(text, TWO, lines(1, 5))).toBe('a:\n  b: 1\n  c:\n    d: 2\n    e: 3\n  f: 4\n');
  expect(edits(text, TWO, lines(40, 50))).toEqual([]);
});

/** The document after a new line was begun at the cursor. */
function typed(fixture: string, options: unknown = TWO): string {
  const { text, position } = cursorIn(fixture);
  return applied(text, newLineEdits(parseYaml(text), position, options));
}

test('a new line begins where its key or item will stand', () => {
  expect(typed('components:\n$0')).toBe('components:\n  ');
  expect(typed('components:\n$0', { tabSize: 4 })).toBe('components:\n    ');
  expect(typed('components:\n  istio:   1.28.1 \n$0')).toBe('components:\n  istio: 1.28.1\n  ');
  expect(typed('components:\n  istio: # held back\n  $0')).toBe('components:\n  istio: # held back\n    ');
  expect(typed('acknowledge:\n  - code: untested\n  $0')).toBe('acknowledge:\n  - code: untested\n    ');
  expect(typed('extends:\n  - ./base.stack.yaml\n$0\n')).toBe('extends:\n  - ./base.stack.yaml\n  \n');
  expect(typed('a:\n  b: |\n$0')).toBe('a:\n  b: |\n    ');
});

test('above what is there already it stands in that column', () => {
  expect(typed('components:\n$0\n    istio: 1.28.1\n')).toBe('components:\n    \n    istio: 1.28.1\n');
  expect(typed('extends:\n  $0\n- ./base.stack.yaml\n')).toBe('extends:\n\n- ./base.stack.yaml\n');
});

test.each([
  ['behind a blank line', 'components:\n  istio: 1.28.1\n\n$0'],
  ['in a text', 'a:\n  b: |\n    text\n  $0\n    more\n'],
  ['between brackets', 'a: {b: 1,\n$0\n  c: 2}\n'],
  ['below a comment', 'a:\n  # note\n$0'],
  ['behind half a key', 'components:\n  isti\n$0'],
  ['where something stands', 'components:\n  istio: 1.28.1\n$0kind: Stack\n'],
  ['at the beginning', '$0a: 1\n'],
  ['behind the end', 'a: 1\n$0'],
])('a new line is left alone: %s', (_, fixture) => {
  expect(typed(fixture)).toBe(cursorIn(fixture).text);
});
