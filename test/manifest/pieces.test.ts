/** A text in pieces gives what the same text as one string gives, after any edits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';

const LINES = Array.from({ length: 300 }, (_, index) => `comp-${index}: 1.${index}.0 # \u{1F680}`).join('\n');

const edit = fc.record({
  at: fc.nat(),
  length: fc.constantFrom(0, 1, 30, 3_000),
  insert: fc.constantFrom('', 'x', '\n', '\r', '\r\n', LINES.slice(0, 5_000)),
});

test('characters, slices and positions', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'a: 1\r\n', LINES), fc.array(edit, { maxLength: 4 }), (first, edits) => {
      let whole = first;
      let text = textOf(first);
      for (const { at, length, insert } of edits) {
        const start = at % (whole.length + 1);
        const end = Math.min(start + length, whole.length);
        whole = whole.slice(0, start) + insert + whole.slice(end);
        text = text.replaced(start, end, insert);
      }
      expect(text.toString()).toBe(whole);
      expect(text.length).toBe(whole.length);
      const lines = lineIndex(whole);
      // Far from each other, one behind the other, and outside.
      for (let step = 0, at = -2; step < 400; step += 1, at = (at + 2 + 617 * (step % 3)) % (whole.length + 3)) {
        for (const offset of [at, at + 1, at - 1]) expect(text.charAt(offset)).toBe(whole.charAt(offset));
        const [start, end] = [Math.max(0, Math.min(at, whole.length)), Math.min(at + 1_500, whole.length)];
        expect(text.slice(start, end)).toBe(whole.slice(start, end));
        expect(text.positionAt(at)).toEqual(lines.positionAt(at));
      }
    }),
    { numRuns: 150 },
  );
});
