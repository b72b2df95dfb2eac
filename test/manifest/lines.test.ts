import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../server/src/manifest/lines.ts';

const TEXT = 'ab\ncd\r\nef\rgh\r\r\n\n😀x';

test('lines end with LF, CRLF and CR', () => {
  const index = lineIndex(TEXT);
  const lines = Array.from({ length: index.lineCount }, (_, line) => index.lineAt(line));
  expect(lines).toEqual(['ab', 'cd', 'ef', 'gh', '', '', '😀x']);
  expect(index.lineAt(7)).toBe('');
});

test('characters are UTF-16 units', () => {
  expect(lineIndex(TEXT).positionAt(TEXT.length)).toEqual({ line: 6, character: 3 });
});

test('what lies outside is moved to the nearest place inside', () => {
  const index = lineIndex('ab\r\ncd');
  expect(index.positionAt(-3)).toEqual({ line: 0, character: 0 });
  expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
  expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
  expect(index.offsetAt({ line: 0, character: -1 })).toBe(0);
  expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
  expect(index.offsetAt({ line: 9, character: 0 })).toBe(6);
});

test('an empty text is one empty line', () => {
  const index = lineIndex('');
  expect([index.lineCount, index.lineAt(0), index.positionAt(0)]).toEqual([1, '', { line: 0, character: 0 }]);
});

test('between CR and LF is the end of the line, both ways', () => {
  const index = lineIndex('ab\r\n\r\n');
  const positions = [1, 2, 3, 4, 5, 6].map(index.positionAt);
  expect(positions.map(({ line, character }) => [line, character])).toEqual([
    [0, 1],
    [0, 2],
    [0, 2],
    [1, 0],
    [1, 0],
    [2, 0],
  ]);
  expect(index.offsetAt({ line: 0, character: 3 })).toBe(2);
});

test('property: an offset that is not between CR and LF comes back', () => {
  const text = fc.array(fc.constantFrom('a', '😀', '\r', '\n', '\r\n', ' ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(), (value, seed) => {
      const offset = value.length === 0 ? 0 : seed % (value.length + 1);
      const index = lineIndex(value);
      const isInside = value[offset - 1] === '\r' && value[offset] === '\n';
      expect(index.offsetAt(index.positionAt(offset))).toBe(isInside ? offset - 1 : offset);
    }),
  );
});
