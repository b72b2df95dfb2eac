/**
 * The pieces of what stands behind the release numbers: `-rc.10` is `rc`, 10; `U3e` is `u`, 3, `e`.
 */

export type Identifier = number | string;

/** Every run of at most this many digits is an exact JavaScript number. */
export const MAX_DIGITS = 15;

/** Splits at every separator and between letters and digits. Letters come out in lower case: case never orders. */
export function splitIdentifiers(text: string): Identifier[] {
  const pieces = text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return pieces.map((piece) => {
    if (!/^\d/.test(piece)) return piece;
    const digits = piece.replace(/^0+(?=\d)/, '');
    return digits.length <= MAX_DIGITS ? Number(digits) : digits;
  });
}

/** Where an identifier stands before its value counts. The end of a list has a rank, so that lists order like words. */
function rank(identifier: Identifier | undefined): number {
  // PEP 440: a development build comes before what it is a build of: 1.0rc1.dev3 < 1.0rc1.
  if (identifier === 'dev') return 0;
  if (identifier === undefined) return 1;
  if (typeof identifier === 'number') return 2;
  return /^\d/.test(identifier) ? 3 : 4;
}

/**
 * Orders two lists of identifiers: piece by piece, numbers by value and before words, words by alphabet, a list before
 * the longer ones that begin with it (https://semver.org/#spec-item-11).
 */
export function compareIdentifiers(a: readonly Identifier[], b: readonly Identifier[]): -1 | 0 | 1 {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i];
    const right = b[i];
    if (left === right) continue;
    const leftRank = rank(left);
    const rightRank = rank(right);
    if (leftRank !== rightRank) return leftRank < rightRank ? -1 : 1;
    if (left === undefined || right === undefined) continue;
    // Too long for a number: more digits are more.
    if (leftRank === 3 && String(left).length !== String(right).length) {
      return String(left).length < String(right).length ? -1 : 1;
    }
    return left < right ? -1 : 1;
  }
  return 0;
}
