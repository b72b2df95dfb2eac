/** What an edit changed, told from the texts before and after it. */

/** What two texts do not share: from where on, and where what they share at the end begins in each of them. */
export interface ChangedRange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Pieces of this length are compared at once, which is much faster than one character after another. */
const PIECE = 1024;

/** Finds the smallest range that is different. Linear, with a very small constant. */
export function changedRange(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + PIECE <= shorter && before.startsWith(after.slice(start, start + PIECE), start)) start += PIECE;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  const most = shorter - start;
  let tail = 0;
  while (tail + PIECE <= most && isSamePiece(before, after, tail)) tail += PIECE;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** Whether the pieces that end that long before the ends are the same. */
function isSamePiece(before: string, after: string, tail: number): boolean {
  const from = before.length - tail - PIECE;
  const end = after.length - tail;
  return before.startsWith(after.slice(end - PIECE, end), from);
}
