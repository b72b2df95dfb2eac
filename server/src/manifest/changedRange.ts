/** What an edit changed, told from the texts before and after it. */
import { changedPart } from './changedPart.ts';
import type { Piece, Text } from './pieces.ts';

/** What two texts do not share: from where on, and where what they share at the end begins in each of them. */
export interface ChangedRange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** With more places than this, all from the first to the last is one range. */
const MOST_RANGES = 16;

/**
 * Finds small ranges that are different: pieces that the texts share are not looked into. Several edits can be far from each
 * other.
 * @returns in order; each as if those before it were changed already and those behind it were not
 */
export function changedRanges(before: Text, after: Text): readonly ChangedRange[] {
  const [old, now] = [before.pieces, after.pieces];
  const part = changedPart(old, now);
  const places = new Map(old.slice(part.start, part.endBefore).map((piece, index) => [piece, part.start + index]));
  const ranges: ChangedRange[] = [];
  for (let [at, to] = [part.start, part.start]; at < part.endBefore || to < part.endAfter; ) {
    let nextTo = to;
    let nextAt = part.endBefore;
    for (; nextTo < part.endAfter; nextTo += 1) {
      const place = places.get(now[nextTo] as Piece) ?? -1;
      if (place < at) continue;
      nextAt = place;
      break;
    }
    if (nextAt === at && nextTo === to) {
      at += 1;
      to += 1;
      continue;
    }
    const range = narrowed(
      after.starts[to] ?? after.length,
      textOfPieces(old.slice(at, nextAt)),
      textOfPieces(now.slice(to, nextTo)),
    );
    if (range !== undefined) ranges.push(range);
    [at, to] = [nextAt, nextTo];
  }
  return ranges.length > MOST_RANGES ? [around(ranges)] : ranges;
}

/** All from the first range to the last. */
function around(ranges: readonly ChangedRange[]): ChangedRange {
  const start = ranges[0]?.start ?? 0;
  const newEnd = ranges.at(-1)?.newEnd ?? 0;
  const grown = ranges.reduce((sum, range) => sum + range.newEnd - range.oldEnd, 0);
  return { start, oldEnd: newEnd - grown, newEnd };
}

function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map(({ text }) => text).join('');
}

/** What differs of two texts that begin at one offset; undefined when nothing does. */
function narrowed(offset: number, old: string, now: string): ChangedRange | undefined {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSameFromEnd(old, now, tail)) tail += 1;
  const range = { start: offset + head, oldEnd: offset + old.length - tail, newEnd: offset + now.length - tail };
  return range.start === range.oldEnd && range.start === range.newEnd ? undefined : range;
}

function isSameFromEnd(a: string, b: string, distance: number): boolean {
  return a.charCodeAt(a.length - 1 - distance) === b.charCodeAt(b.length - 1 - distance);
}
