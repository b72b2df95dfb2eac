/** Offsets and positions: where the lines of a text begin. */

import { changedRange } from './changedRange.ts';

/** Zero-based, characters in UTF-16 units, as in LSP. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Offsets in order; an array of either kind. */
type LineStarts = Pick<Uint32Array, 'length'> & { readonly [index: number]: number };

export interface LineIndex {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: LineStarts;
  readonly lineCount: number;
  /** An offset beyond the text counts as its end. */
  positionAt(offset: number): LinePosition;
  /** A position beyond its line counts as the line's end, before its line break. */
  offsetAt(position: LinePosition): number;
  /** The text of a line, without its line break; empty beyond the last. */
  lineAt(line: number): string;
}

/**
 * Indexes a text once; lines end with LF, CRLF or CR, as LSP says.
 * @param before the index of the same text before an edit: only what is different is looked at
 */
export function lineIndex(text: string, before?: LineIndex): LineIndex {
  const starts = before === undefined ? lineStarts(text) : lineStartsAfter(before, text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineAt = (line: number): string =>
    line < starts.length ? text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, '') : '';
  return {
    text,
    starts,
    lineCount: starts.length,
    lineAt,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - startOf(low) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      return line >= starts.length
        ? text.length
        : startOf(line) + Math.max(0, Math.min(character, lineAt(line).length));
    },
  };
}

function lineStarts(text: string): LineStarts {
  const starts = [0];
  for (let next = nextLine(text, 0); next !== undefined; next = nextLine(text, next)) starts.push(next);
  return Uint32Array.from(starts);
}

/** Where the line after the one of an offset begins; undefined when it is the last. */
function nextLine(text: string, offset: number): number | undefined {
  for (let at = offset; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return at + 1;
    if (code === RETURN) return text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1;
  }
  return undefined;
}

const NEWLINE = 10;
const RETURN = 13;

function lineStartsAfter(before: LineIndex, text: string): LineStarts {
  if (before.text === text) return before.starts;
  const { start, oldEnd, newEnd } = changedRange(before.text, text);
  const by = newEnd - oldEnd;
  // A line feed at the beginning of the edit may belong to a carriage return before it.
  const kept = Math.max(firstFrom(before.starts, start), 1);
  const fresh: number[] = [];
  let known = kept;
  let rest = before.starts.length;
  for (let next = nextLine(text, before.starts[kept - 1] ?? 0); next !== undefined; next = nextLine(text, next)) {
    while ((before.starts[known] ?? Number.POSITIVE_INFINITY) < Math.max(next - by, oldEnd + 1)) known += 1;
    if (next > newEnd && before.starts[known] === next - by) {
      rest = known;
      break;
    }
    fresh.push(next);
  }
  return joined(before.starts, kept, fresh, rest, by);
}

/** Starts before the edit, in it, and behind it, which are moved. */
function joined(starts: LineStarts, kept: number, fresh: readonly number[], rest: number, by: number): LineStarts {
  const all = new Uint32Array(kept + fresh.length + starts.length - rest);
  for (let index = 0; index < kept; index += 1) all[index] = starts[index] ?? 0;
  all.set(fresh, kept);
  let to = kept + fresh.length;
  for (let index = rest; index < starts.length; index += 1) {
    all[to] = (starts[index] ?? 0) + by;
    to += 1;
  }
  return all;
}

/** Index of the first start that is not before an offset. */
function firstFrom(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
