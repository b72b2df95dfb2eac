import { expect, test } from 'vitest';
import { expectDiagnostics, readMarkedFiles, readMarkers, writeMarkers } from './markers.ts';

test('the cursor and the markers are taken out of the text', () => {
  const file = readMarkers(`components:
  kubernetes: 1.3$00
#             ^^^^ unquoted-version: Quote it.
  istio: 1
`);
  expect(file.text).toBe('components:\n  kubernetes: 1.30\n  istio: 1\n');
  expect(file.cursor).toBe(29);
  expect(file.expected).toEqual([{ range: { start: 26, end: 30 }, code: 'unquoted-version', message: 'Quote it.' }]);
  expect(file.text.slice(26, 30)).toBe('1.30');
});

test('a marker can begin in any column, be empty, and end in a later line', () => {
  const { text, expected } = readMarkers(`ab: [
#<^^ one: In column 0.
#^ two: In column 1.
#   ^>1:2 three: Over two lines.
  x]
#   | four: Empty, at the end.
#<| five: Empty, in column 0.
`);
  expect(text).toBe('ab: [\n  x]\n');
  expect(expected.map(({ range, code }) => [code, text.slice(range.start, range.end), range.start])).toEqual([
    ['one', 'ab', 0],
    ['two', 'b', 1],
    ['three', '[\n  ', 4],
    ['four', '', 10],
    ['five', '', 6],
  ]);
});

test('several markers stand under one line, and comments stay', () => {
  const { text, expected } = readMarkers('# a comment\na: b\n#<^ one: First.\n#  ^ two: Second.\n# | no marker\n');
  expect(text).toBe('# a comment\na: b\n# | no marker\n');
  expect(expected.map(({ message }) => message)).toEqual(['First.', 'Second.']);
});

test('line ends of the text are kept', () => {
  const { text, expected } = readMarkers('a: 1\r\n#  ^ one: Here.\r\nb: 2\r\n');
  expect(text).toBe('a: 1\r\nb: 2\r\n');
  expect(expected[0]?.range).toEqual({ start: 3, end: 4 });
  expect(expected[0]?.message).toBe('Here.');
});

test('a fixture can hold several files', () => {
  const files = readMarkedFiles('=== base.stack.yaml\na: 1\n#<^ one: Here.\n=== leaf.stack.yaml\nb: $02\n');
  expect(
    files.map(({ name, text, cursor, expected }) => ({ name, text, cursor, codes: expected.map(({ code }) => code) })),
  ).toEqual([
    { name: 'base.stack.yaml', text: 'a: 1\n', cursor: undefined, codes: ['one'] },
    { name: 'leaf.stack.yaml', text: 'b: 2\n', cursor: 3, codes: [] },
  ]);
  expect(() => readMarkers('=== a\n=== b\n')).toThrow('This fixture has several files: read it with readMarkedFiles.');
});

test('what looks like a marker and is none is an error, and so are two cursors', () => {
  expect(() => readMarkers('a: 1\n#  ^ Code: upper case.\n')).toThrow(
    'this looks like a marker and is none: #  ^ Code: upper case.',
  );
  expect(() => readMarkers('#  ^ code: under nothing.\n')).toThrow('a marker stands in the first line, under nothing');
  expect(() => readMarkers('$0a: 1\nb: $0\n')).toThrow('stackpin.yaml: there are two cursors.');
});

test('what is written is what was read', () => {
  const fixture = 'ab: [\n#<^^ one: A.\n#^ two: B.\n#   ^>1:2 three: C.\n  x]\n#<| five: E.\n#   | four: D.\n';
  const { text, expected } = readMarkers(fixture);
  expect(writeMarkers(text, expected)).toBe(fixture);
});

test('a missing, an unexpected and a shifted diagnostic each fail, and the failure shows both texts', () => {
  const file = readMarkers('a: 12\n#  ^^ one: Here.\n');
  const right = { range: { start: 3, end: 5 }, code: 'one', message: 'Here.' };
  expectDiagnostics(file, [right]);
  expectDiagnostics(file, [{ ...right, range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } } }]);
  expect(() => expectDiagnostics(file, [])).toThrow(/one: Here\./);
  expect(() => expectDiagnostics(file, [right, right])).toThrow(/one: Here\./);
  expect(() => expectDiagnostics(file, [{ ...right, range: { start: 3, end: 4 } }])).toThrow(/one: Here\./);
  expect(() => expectDiagnostics(file, [{ ...right, message: 'There.' }])).toThrow(/one: There\./);
  expect(() => expectDiagnostics(file, [{ ...right, code: 'two' }])).toThrow(/two: Here\./);
});
