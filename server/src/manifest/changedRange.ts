/** What an edit changed, told from the texts before and after it. */

/** What two texts do not share: from where on, and where what they share at the end begins in each of them. */
export interface ChangedRange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Finds the smallest range that is different. Linear, with a very small constant. */
export function changedRange(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, end) => before.slice(from, end) === after.slice(from, end));
  const tail = longest(shorter - start, (from, end) => endPiece(before, from, end) === endPiece(after, from, end));
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** What lies between two distances from the end. */
function endPiece(text: string, from: number, end: number): string {
  return text.slice(text.length - end, text.length - from);
}

/**
 * How far two texts are the same. Long pieces are compared at once, which is much faster than one character after another.
 * @param isSame whether they are between two distances
 */
function longest(most: number, isSame: (from: number, end: number) => boolean): number {
  let at = 0;
  for (let piece = LONGEST_PIECE; piece >= 1; piece = piece >> 3) {
    while (at + piece <= most && isSame(at, at + piece)) at += piece;
  }
  return at;
}

/** A power of eight. */
const LONGEST_PIECE = 32_768;
