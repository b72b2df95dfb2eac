/** Which of a few known texts somebody may have meant. */
import { distance } from 'fastest-levenshtein';

/** Letters that may differ for a known text to be offered instead of an unknown one. */
const CLOSE = 3;

/** No known text is nearly as long; longer ones are not compared. */
const LONGEST = 64;

/** Known texts that are nearly the one written, nearest first. */
export function nearTexts(text: string, known: readonly string[]): string[] {
  if (text.length > LONGEST) return [];
  return known
    .filter((one) => Math.abs(one.length - text.length) <= CLOSE)
    .map((one) => ({ one, far: distance(text.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, far }) => far <= Math.min(CLOSE, Math.ceil(one.length / 2)))
    .sort((a, b) => a.far - b.far)
    .map(({ one }) => one);
}
