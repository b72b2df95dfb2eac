/** Documents in pieces do what the documents of the library do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OPEN_DOCUMENTS } from '../../server/src/workspace/openDocument.ts';
import { LONG_TEXT } from './longText.ts';

const URI = 'file:///w/a.stack.yaml';
const piece = fc.constantFrom('a', 'bc: 1', '😀', '\r', '\n', '\r\n', ' ', '\n'.repeat(3), LONG_TEXT);
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
/** Where a change is, as parts of the length of the text. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.record({ from: share, length: fc.oneof(fc.constant(0), share), text, isWhole: fc.boolean() });

test('after any changes they hold the same text, with the same lines', () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 8 }), (start, edits) => {
      const ours = OPEN_DOCUMENTS.create(URI, 'yaml', 1, start);
      const theirs = TextDocument.create(URI, 'yaml', 1, start);
      for (const [index, { from, length, text: by, isWhole }] of edits.entries()) {
        const { length: most } = theirs.getText();
        const begin = Math.floor(from * most);
        const end = Math.min(begin + Math.floor(length * 200), most);
        const range = { start: theirs.positionAt(begin), end: theirs.positionAt(end) };
        const changes =
          isWhole && index % 4 === 3
            ? [{ text: by }]
            : [
                { range, text: by },
                { range: { start: range.start, end: range.start }, text: 'x' },
              ];
        OPEN_DOCUMENTS.update(ours, changes, index + 2);
        TextDocument.update(theirs, changes, index + 2);
        expect(ours.getText()).toBe(theirs.getText());
        expect([ours.version, ours.lineCount]).toEqual([theirs.version, theirs.lineCount]);
        for (let line = -1; line <= theirs.lineCount; line += 7) {
          expect(ours.getLineRange(line)).toEqual(theirs.getLineRange(line));
          expect(ours.getEOLCharacters(line)).toBe(theirs.getEOLCharacters(line));
          const at = { line, character: 3 };
          expect(ours.offsetAt(at)).toBe(theirs.offsetAt(at));
          const range = { start: at, end: { line: line + 9, character: 1 } };
          expect(ours.getText(range)).toBe(theirs.getText(range));
        }
        const whole = theirs.getText();
        for (let offset = 0; offset <= whole.length; offset += 41) {
          // Behind the end of its line an offset counts as that end in theirs.
          const isInBreak = /[\r\n]/.test(whole.charAt(offset - 1)) && whole.slice(offset - 1, offset + 1) === '\r\n';
          if (!isInBreak) expect(ours.positionAt(offset)).toEqual(theirs.positionAt(offset));
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('an edit of a large document leaves nearly all of its pieces as they are', () => {
  const document = OPEN_DOCUMENTS.create(URI, 'yaml', 1, LONG_TEXT.repeat(40));
  const before = new Set(document.content.pieces);
  const at = { line: 900, character: 4 };
  OPEN_DOCUMENTS.update(document, [{ range: { start: at, end: at }, text: 'x' }], 2);
  const fresh = document.content.pieces.filter((one) => !before.has(one));
  expect([before.size > 20, fresh.length]).toEqual([true, 1]);
});
