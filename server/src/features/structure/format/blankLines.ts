/** Blank lines: one at most between what stands in a document, and none at the ends of the file. */
import type { Lexed } from './lexed.ts';
import { type Change, type FormatRules, type LineRange, within } from './rules.ts';
import { isBlank } from './whiteSpace.ts';

/** Where a document stands in its file. */
export interface DocumentPlace {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Finds blank lines that are too many. Those at the end of the file are left to `fileEnd`. */
export function blankLines({ lines, text }: Lexed, { isFirst, isLast }: DocumentPlace, range: LineRange): Change[] {
  const changes: Change[] = [];
  let run = isFirst ? 1 : 0;
  let from: number | undefined;
  for (const [number, { start, end, first, text: held }] of lines.entries()) {
    const isBlankLine = first === undefined && held === undefined && isBlank(text.slice(start, end));
    if (isBlankLine) {
      run += 1;
      if (run > 1 && within(range, number)) from ??= start;
      if (within(range, number)) continue;
    } else run = 0;
    if (from !== undefined) changes.push({ start: from, end: start, newText: '' });
    from = undefined;
  }
  if (from !== undefined && !isLast) changes.push({ start: from, end: text.length, newText: '' });
  return changes;
}

/**
 * What is to change behind the last thing that stands in a file.
 * @param lineBreak of the file
 */
export function fileEnd(lexed: Lexed, rules: FormatRules, lineBreak: string): Change[] {
  const { text } = lexed;
  const start = contentEnd(lexed);
  const tail = text.slice(start);
  const isEmpty = lexed.parts.length === 0;
  const blanks = /^[ \t]*/.exec(tail)?.[0] ?? '';
  let below = tail.slice(blanks.length);
  if (rules.trimFinalNewlines) below = isEmpty ? '' : (/^\r?\n/.exec(below)?.[0] ?? '');
  else if (rules.trimTrailingWhitespace) below = below.replace(/[ \t]+/g, '');
  const isOpen = !isEmpty && below === '' && !text.slice(0, start).endsWith('\n');
  if (rules.insertFinalNewline && isOpen) below = lineBreak;
  const wanted = (rules.trimTrailingWhitespace ? '' : blanks) + below;
  return wanted === tail ? [] : [smallest(start, tail, wanted)];
}

/** Behind the last thing that stands in a document. */
export function contentEnd({ lines, parts, text }: Lexed): number {
  return parts.at(-1)?.end ?? lines[0]?.start ?? Number(text.startsWith('\ufeff'));
}

/** The change without what it begins and ends with and was there before. */
function smallest(start: number, before: string, after: string): Change {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: start + head, end: start + before.length - tail, newText: after.slice(head, after.length - tail) };
}
