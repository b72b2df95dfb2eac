/** Finds the piece of text that a problem is about, from a place near it. */
import type { OffsetRange } from './tree.ts';

/** What is asked of a text near a place: a string is one, and so is a text in pieces, of which nothing is joined for it. */
export interface Characters {
  readonly length: number;
  /** The UTF-16 unit at an offset; nothing outside the text. */
  charAt(offset: number): string;
  slice(start: number, end: number): string;
}

/** From the next character that is neither white space nor in a comment to the end of what the line holds. Never empty in a text that is not. */
export function contentFrom(text: Characters, offset: number): OffsetRange {
  let start = offset;
  while (start < text.length) {
    const character = text.charAt(start);
    if (character === '#') while (start < text.length && !isLineEnd(text.charAt(start))) start += 1;
    else if (isSpace(character) || isLineEnd(character)) start += 1;
    else return restOfLine(text, start);
  }
  return lastContent(text, offset);
}

/** From an offset to the last character of its line that is neither white space nor in a comment; at least one character. */
export function restOfLine(text: Characters, start: number): OffsetRange {
  let end = start;
  for (let at = start; at < text.length && !isLineEnd(text.charAt(at)); at += 1) {
    if (text.charAt(at) === '#' && at > start && isSpace(text.charAt(at - 1))) break;
    if (!isSpace(text.charAt(at))) end = at + 1;
  }
  return { start, end: Math.min(Math.max(end, start + 1), text.length) };
}

/** The key that begins at an offset: up to its colon, or the rest of the line when it has none. */
export function keyAt(text: Characters, start: number): OffsetRange {
  const { end } = restOfLine(text, start);
  for (let at = start; at < end; at += 1) {
    if (text.charAt(at) !== ':' || (at + 1 < end && !isSpace(text.charAt(at + 1)))) continue;
    let last = at;
    while (last > start + 1 && isSpace(text.charAt(last - 1))) last -= 1;
    return { start, end: Math.max(last, start + 1) };
  }
  return { start, end };
}

/** The last character before an offset that is not white space; the very first one when there is none. */
function lastContent(text: Characters, offset: number): OffsetRange {
  let end = Math.min(offset, text.length);
  while (end > 0 && (isSpace(text.charAt(end - 1)) || isLineEnd(text.charAt(end - 1)))) end -= 1;
  return { start: Math.max(end - 1, 0), end: Math.min(Math.max(end, 1), text.length) };
}

/** Where the line of an offset begins. */
export function lineStart(text: Characters, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: Characters, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charAt(end))) end += 1;
  return end;
}

export function isSpace(character: string): boolean {
  return character === ' ' || character === '\t';
}

export function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
