/** Edits of what acknowledges: taking it away, and giving it a last day. Nothing else of the text changes. */
import type { IsoDate } from '../catalog/model.ts';
import { isFirstOfLine } from '../manifest/ignoreComments.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { isLineEnd, isSpace, lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type OffsetRange, rangeOf } from '../manifest/tree.ts';
import type { Acknowledgement } from './acknowledgement-types.ts';
import type { TextChange } from './finding.ts';

/**
 * Takes an acknowledgement away: the comment, or the entry, and the key with the last entry.
 * @returns undefined where that would take more than one edit, or where it stands behind an alias
 */
export function removal({ written, range }: Acknowledgement, manifest: StackManifest): TextChange[] | undefined {
  const { text } = manifest.document;
  if (written.kind === 'comment') return [removing(commentWithSpace(text, range))];
  const { acknowledgeEntry: key } = manifest;
  const list = key?.value;
  if (key === undefined || list?.kind !== 'sequence') return undefined;
  const index = list.items.indexOf(written.entry.node);
  if (index < 0) return undefined;
  if (list.items.length === 1) {
    const { root } = manifest.document;
    // What a merge key brings in stands in another mapping.
    if (root?.kind !== 'mapping' || root.merges !== undefined) return undefined;
    const removed = root.flow
      ? flowPart(text, root.entries, root.entries.indexOf(key))
      : wholeLines(text, rangeOf(key).start, rangeOf(key).end);
    return removed && [removing(removed)];
  }
  const removed = list.flow ? flowPart(text, list.items, index) : blockItem(text, range);
  return removed && [removing(removed)];
}

/** Takes one of several codes out of a comment, as often as it stands there. */
export function codeRemoval({ written, codes }: Acknowledgement, code: Acknowledgement['codes'][number]): TextChange[] {
  const words = written.kind === 'comment' ? written.comment.codes : codes;
  const isKept = ({ text }: { readonly text: string }): boolean => text !== code.text;
  const last = words.findLastIndex(isKept);
  const changes = words.slice(0, Math.max(last, 0)).flatMap((word, index) => {
    const after = words[index + 1];
    return isKept(word) || after === undefined ? [] : removing({ start: word.range.start, end: after.range.start });
  });
  const [kept, end] = [words[last], words.at(-1)];
  if (kept === undefined || end === undefined || kept === end) return changes;
  return [...changes, removing({ start: kept.range.end, end: end.range.end })];
}

/**
 * Gives an acknowledgement a last day, or another one.
 * @returns undefined where there is no one place for it
 */
export function lastDay(acknowledgement: Acknowledgement, text: string, day: IsoDate): TextChange[] | undefined {
  const { written, until, codes } = acknowledgement;
  if (until !== undefined) return [{ range: until.range, newText: day }];
  if (written.kind === 'comment') {
    const end = codes.at(-1)?.range.end;
    return end === undefined ? undefined : [inserting(end, ` until ${day}`)];
  }
  const { node } = written.entry;
  const [first, last] = node.kind === 'mapping' ? [node.entries[0], node.entries.at(-1)] : [];
  if (node.kind !== 'mapping' || first === undefined || last === undefined || node.merges !== undefined)
    return undefined;
  if (node.entries.some(({ key }) => key.text === 'until')) return undefined;
  const { end } = rangeOf(last);
  if (node.flow) return [inserting(end, `, until: ${day}`)];
  const { start } = rangeOf(first);
  const indentation = ' '.repeat(start - lineStart(text, start));
  return [inserting(lineEnd(text, end), `${lineBreak(text, end)}${indentation}until: ${day}`)];
}

/** The line break at the end of a line; for the last line, which has none, the one before it. */
export function lineBreak(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  const start = lineStart(text, offset);
  const found = end < text.length ? text.slice(end, end + 2) : text.slice(Math.max(start - 2, 0), start);
  return /\r\n|\n|\r/.exec(found)?.[0] ?? '\n';
}

/** An edit that only adds. */
export function inserting(at: number, newText: string): TextChange {
  return { range: { start: at, end: at }, newText };
}

function removing(range: OffsetRange): TextChange {
  return { range, newText: '' };
}

/** A comment with the line that it stands in alone, or with the white space before it. */
function commentWithSpace(text: string, { start, end }: OffsetRange): OffsetRange {
  const lines = wholeLines(text, start, end);
  if (lines !== undefined) return lines;
  let from = start;
  while (isSpace(text.charAt(from - 1))) from -= 1;
  return { start: from, end };
}

/** The lines of something, with the line break behind; undefined when its first line begins with something else. */
function wholeLines(text: string, start: number, end: number): OffsetRange | undefined {
  if (!isFirstOfLine(text, start)) return undefined;
  let first = start;
  while (isSpace(text.charAt(first - 1))) first -= 1;
  const last = lineEnd(text, end);
  return { start: first, end: last + (text.startsWith('\r\n', last) ? 2 : Number(last < text.length)) };
}

/** An item of a list with its dash; undefined when more than white space stands between the two. */
function blockItem(text: string, { start, end }: OffsetRange): OffsetRange | undefined {
  const dash = blockItemStart(text, start);
  return dash === undefined ? undefined : wholeLines(text, dash, end);
}

/** Where the dash of an item stands; undefined when more than white space follows it before the item. */
export function blockItemStart(text: string, start: number): number | undefined {
  let dash = start - 1;
  while (isSpace(text.charAt(dash)) || isLineEnd(text.charAt(dash))) dash -= 1;
  return text.charAt(dash) === '-' ? dash : undefined;
}

type Placed = Parameters<typeof rangeOf>[0];

/** A part of what stands between brackets, with its comma; undefined when a comment stands between it and the next. */
function flowPart(text: string, parts: readonly Placed[], index: number): OffsetRange | undefined {
  const [before, part, after] = [parts[index - 1], parts[index], parts[index + 1]].map((one) => one && rangeOf(one));
  if (part === undefined) return undefined;
  if (after !== undefined) {
    return isComma(text.slice(part.end, after.start)) ? { start: part.start, end: after.start } : undefined;
  }
  if (before === undefined) return part;
  return isComma(text.slice(before.end, part.start)) ? { start: before.end, end: part.end } : undefined;
}

function isComma(text: string): boolean {
  return text.trim() === ',';
}
