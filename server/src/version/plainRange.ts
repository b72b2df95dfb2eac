/** Ranges that are plain comparisons, `>=1.33 <1.35 || 2`: nearly all of a catalog. */

/** Numbers with no more digits are exact, and their successors too. */
const COMPARISON = /^(?:>=|<=|>|<|=)?\d{1,9}(?:\.\d{1,9}){0,2}$/;

/** What npm takes for everything or for nothing: `>=0`, `<0.0`. */
const OF_ZERO = /^[<>=]*0+(?:\.0+)*$/;

/**
 * Whether the alternatives of a range are nothing but plain comparisons. What they mean is clear, and npm's parser, which takes many
 * times as long as ours, adds nothing: a check reads hundreds before its first answer.
 */
export function arePlain(alternatives: readonly string[]): boolean {
  return alternatives.every((one) =>
    one
      .trim()
      .split(/\s+/)
      .every((text) => COMPARISON.test(text) && !OF_ZERO.test(text)),
  );
}
