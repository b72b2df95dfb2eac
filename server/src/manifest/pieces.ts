/**
 * A text in pieces of a kilobyte or more, so that an edit copies a piece and not the text: joining a large text anew for each key
 * takes longer than everything else. Pieces never change; texts before and after an edit share them.
 */
import { type LineIndex, type LinePosition, lineIndex } from './lines.ts';

/** Length from which on a piece ends with its line, in UTF-16 units. */
const LEAST = 1024;

/** A piece that grew longer is cut again. */
const MOST = 4 * LEAST;

/** Whole lines of a text; only the last may lack its line break. */
export interface Piece {
  readonly text: string;
  readonly lines: LineIndex;
  /** Line breaks in it. */
  readonly breaks: number;
}

/** A text that never changes. */
export interface Text extends LineIndex {
  readonly length: number;
  readonly pieces: readonly Piece[];
  /** Where each piece begins. */
  readonly starts: readonly number[];
  /** The UTF-16 unit at an offset; nothing outside the text. */
  charAt(offset: number): string;
  /** The text between two offsets, which lie in it. */
  slice(start: number, end: number): string;
  /** The whole text; joined once. */
  toString(): string;
  /** A text with a range replaced. */
  replaced(start: number, end: number, by: string): Text;
}

/** Cuts a text into pieces. */
export function textOf(text: string): Text {
  return textFrom(piecesOf(text), text);
}

/** Index of the piece that holds an offset; of the end of the text, the last. */
export function pieceAt(starts: readonly number[], offset: number): number {
  return lastNotAbove(starts, offset);
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfLine(text, Math.min(start + LEAST, text.length));
    pieces.push(pieceOf(text.slice(start, end)));
    start = end;
  }
  return pieces.length === 0 ? [pieceOf('')] : pieces;
}

function pieceOf(text: string): Piece {
  const lines = lineIndex(text);
  return { text, lines, breaks: lines.lineCount - 1 };
}

/** Behind the line break of the line that holds an offset, or the end of the text. */
function endOfLine(text: string, offset: number): number {
  for (let at = offset; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return at + 1;
    if (character === '\r') return text.charAt(at + 1) === '\n' ? at + 2 : at + 1;
  }
  return text.length;
}

function textFrom(pieces: readonly Piece[], whole?: string): Text {
  const starts: number[] = [];
  const firstLines: number[] = [];
  let length = 0;
  let breaks = 0;
  for (const piece of pieces) {
    starts.push(length);
    firstLines.push(breaks);
    length += piece.text.length;
    breaks += piece.breaks;
  }
  let joined = whole;
  let nearest = 0;
  const join = (): string => {
    joined ??= pieces.map(({ text }) => text).join('');
    return joined;
  };
  /** The piece that holds a line, and the line's number in it. */
  const pieceOfLine = (line: number): readonly [Piece | undefined, number, number] => {
    const index = lastNotAbove(firstLines, line);
    return [pieces[index], line - (firstLines[index] ?? 0), starts[index] ?? 0];
  };
  return {
    length,
    pieces,
    starts,
    lineCount: breaks + 1,
    toString: join,
    charAt: (offset) => {
      // Who asks for one character asks for the next.
      const isHere = offset >= (starts[nearest] ?? 0) && offset < (starts[nearest + 1] ?? length);
      if (!isHere) nearest = pieceAt(starts, Math.max(0, offset));
      return pieces[nearest]?.text.charAt(offset - (starts[nearest] ?? 0)) ?? '';
    },
    slice: (start, end) => {
      let index = pieceAt(starts, start);
      let text = '';
      for (let at = start; at < end; index += 1) {
        const piece = pieces[index];
        if (piece === undefined) break;
        const from = starts[index] ?? 0;
        text += piece.text.slice(at - from, end - from);
        at = from + piece.text.length;
      }
      return text;
    },
    replaced: (start, end, by) => replaced({ pieces, starts, length }, start, end, by),
    positionAt: (offset) => {
      const bounded = Math.max(0, Math.min(offset, length));
      const index = pieceAt(starts, bounded);
      const { line, character } = pieces[index]?.lines.positionAt(bounded - (starts[index] ?? 0)) ?? NOWHERE;
      return { line: line + (firstLines[index] ?? 0), character };
    },
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      if (line > breaks) return length;
      const [piece, own, start] = pieceOfLine(line);
      return start + (piece?.lines.offsetAt({ line: own, character }) ?? 0);
    },
    lineAt: (line) => {
      const [piece, own] = pieceOfLine(line);
      return line > breaks ? '' : (piece?.lines.lineAt(own) ?? '');
    },
  };
}

const NOWHERE: LinePosition = { line: 0, character: 0 };

function replaced(
  { pieces, starts, length }: Pick<Text, 'pieces' | 'starts' | 'length'>,
  start: number,
  end: number,
  by: string,
): Text {
  let first = pieceAt(starts, start);
  let last = pieceAt(starts, end);
  const headOf = (index: number): string => pieces[index]?.text ?? '';
  let text =
    headOf(first).slice(0, start - (starts[first] ?? 0)) + by + headOf(last).slice(end - (starts[last] ?? length));
  // Only the last piece may end within a line, or between a carriage return and its line feed.
  while (last + 1 < pieces.length && (!/[\r\n]$/.test(text) || isSplit(text, headOf(last + 1)))) {
    last += 1;
    text += headOf(last);
  }
  while (first > 0 && isSplit(headOf(first - 1), text)) {
    first -= 1;
    text = headOf(first) + text;
  }
  const fresh =
    text.length > MOST ? piecesOf(text) : text === '' && pieces.length > last + 1 - first ? [] : [pieceOf(text)];
  return textFrom([...pieces.slice(0, first), ...fresh, ...pieces.slice(last + 1)]);
}

/** Whether a line break of two characters would be in two pieces. */
function isSplit(before: string, after: string): boolean {
  return before.endsWith('\r') && after.startsWith('\n');
}

/** Index of the last number that is not above another. */
function lastNotAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
