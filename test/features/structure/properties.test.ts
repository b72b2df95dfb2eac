/** Whatever the text, what is told of its form fits together. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { CheckedDocument } from '../../../server/src/features/document.ts';
import { catalogTokens } from '../../../server/src/features/structure/catalogTokens.ts';
import { foldingRanges } from '../../../server/src/features/structure/folding.ts';
import { formatEdits } from '../../../server/src/features/structure/format/format.ts';
import { newLineEdits } from '../../../server/src/features/structure/format/onNewLine.ts';
import { manifestTokens } from '../../../server/src/features/structure/manifestTokens.ts';
import { selectionRanges } from '../../../server/src/features/structure/selection.ts';
import { tokenData } from '../../../server/src/features/structure/tokenData.ts';
import { reparse } from '../../../server/src/manifest/parse.ts';
import { openCatalog } from '../catalogFile/openCatalog.ts';
import { open, URI } from '../open.ts';
import { decoded } from './decode.ts';

const never = () => false;
const folder = new URL('../../../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const examples = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** An example as far as it is written, or with something put into it. */
const texts = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(
      ...['', '\n', '{', '[', '"', "'", '- ', '|\n', '\t', '*a', '&a ', '#', '🚀', '---\n', '\r', '\u0000', '<<: *a'],
    ),
    fc.boolean(),
  )
  .map(([text, part, put, isCut]) => {
    const at = Math.floor(text.length * part);
    return text.slice(0, at) + put + (isCut ? '' : text.slice(at));
  });

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function isInside(inner: Range, outer: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.start, inner.end) && isBefore(inner.end, outer.end);
}

function expectFolds({ analysis: { file }, lines }: CheckedDocument): void {
  for (const lineFoldingOnly of [true, false]) {
    const ranges = foldingRanges(file, { lineFoldingOnly, rangeLimit: undefined }, never);
    let lastStart = -1;
    for (const { startLine, endLine, startCharacter = 0, endCharacter = 0 } of ranges) {
      expect(startLine).toBeGreaterThan(lastStart);
      expect(endLine).toBeGreaterThan(startLine);
      expect(endLine).toBeLessThan(lines.lineCount);
      expect(startCharacter).toBeLessThanOrEqual(lines.lineAt(startLine).length);
      expect(endCharacter).toBeLessThanOrEqual(lines.lineAt(endLine).length);
      lastStart = startLine;
    }
    const some = foldingRanges(file, { lineFoldingOnly, rangeLimit: 5 }, never);
    expect(some.length).toBe(Math.min(5, ranges.length));
    for (const one of some) expect(ranges).toContainEqual(one);
  }
}

/** Entries and items lie within each other; comments, regions and documents may lie across them in text that is broken. */
function expectNested({ analysis: { file } }: CheckedDocument): void {
  const ranges = foldingRanges(file, { lineFoldingOnly: true, rangeLimit: undefined }, never);
  const open: number[] = [];
  for (const { startLine, endLine } of ranges) {
    while ((open.at(-1) ?? Number.POSITIVE_INFINITY) < startLine) open.pop();
    expect(endLine).toBeLessThanOrEqual(open.at(-1) ?? Number.POSITIVE_INFINITY);
    open.push(endLine);
  }
}

function expectSelections({ analysis: { file }, lines }: CheckedDocument, at: number): void {
  const position = lines.positionAt(at);
  const whole = { start: { line: 0, character: 0 }, end: lines.positionAt(Number.POSITIVE_INFINITY) };
  const [chain, ...others] = selectionRanges(file, [position]);
  expect(others).toEqual([]);
  let last: SelectionRange | undefined;
  for (let one = chain; one !== undefined; one = one.parent) {
    expect(isInside({ start: position, end: position }, one.range)).toBe(true);
    if (last !== undefined) {
      expect(isInside(last.range, one.range)).toBe(true);
      expect(last.range).not.toEqual(one.range);
    }
    last = one;
  }
  expect(last?.range).toEqual(whole);
}

function expectTokens(checked: CheckedDocument, text: string): void {
  const tokens = manifestTokens(checked, never);
  const all = tokenData(tokens, checked.lines);
  const words = decoded(text, all);
  const middle = checked.lines.lineCount >> 1;
  const parts = [
    { start: { line: 0, character: 0 }, end: { line: middle, character: 0 } },
    { start: { line: middle, character: 0 }, end: { line: checked.lines.lineCount, character: 0 } },
  ];
  expect(parts.flatMap((range) => decoded(text, tokenData(tokens, checked.lines, range)))).toEqual(words);
}

test('property: every answer lies in the document, and fits with the others', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, at) => {
      const checked = open(text);
      expectFolds(checked);
      expectSelections(checked, at % (text.length + 1));
      expectTokens(checked, text);
      const position = checked.lines.positionAt(at % (text.length + 1));
      formatEdits(checked.analysis.file, { tabSize: 2 }, { start: position, end: position });
      newLineEdits(checked.analysis.file, position, { tabSize: 2 });
      const catalog = openCatalog(text);
      decoded(text, tokenData(catalogTokens(catalog, never), catalog.lines));
    }),
    { numRuns: 60 },
  );
});

test.each(names.map((name, index) => [name, examples[index] ?? '']))(
  '%s: what folds lies within what folds',
  (_, text) => {
    expectNested(open(text));
  },
);

test('property: after an edit the tokens are those of the text as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', '1', '\n', ' ', '{', '- ', 'a')), { maxLength: 4 }),
      (text, edits) => {
        let [now, checked] = [text, open(text)];
        manifestTokens(checked, never);
        for (const [at, drop, put] of edits) {
          const from = at % (now.length + 1);
          now = now.slice(0, from) + put + now.slice(from + drop);
          const { file } = reparse(checked.analysis.file, now);
          const analysis = analyze(file, checked.analysis.context);
          checked = { uri: URI, version: checked.version + 1, lines: file.source, analysis };
          const fresh = open(now);
          expect(tokenData(manifestTokens(checked, never), checked.lines)).toEqual(
            tokenData(manifestTokens(fresh, never), fresh.lines),
          );
        }
      },
    ),
    { numRuns: 25 },
  );
});
