import { parseRange, satisfies } from './range.ts';
import type { Version } from './types.ts';

/**
 * Whether a range admits a version, by the range's text and for rules (mode `as-release`); false for what is no range. Most of what a
 * catalog says is about other releases than the one at hand and shows that by its first two numbers: such a range is not even read.
 */
export function inRange(version: Version, text: string): boolean {
  if (isElsewhere(version, text)) return false;
  const range = parseRange(text, version.scheme);
  return range !== undefined && satisfies(version, range, 'as-release');
}

/** Whether one of the limits that have to hold together lies on the wrong side of a version already by its first two numbers. */
function isElsewhere({ scheme, release }: Version, text: string): boolean {
  // Names have no numbers of their own, and of alternatives one is enough.
  if (scheme === 'codename' || text.includes('|')) return false;
  if (text.startsWith('>=')) {
    if (compareFront(release, text, 2) < 0) return true;
    const upper = text.indexOf(' <');
    return upper >= 0 && compareFront(release, text, text.charAt(upper + 2) === '=' ? upper + 3 : upper + 2) > 0;
  }
  return !text.includes(' ') && compareFront(release, text, 0) !== 0;
}

/** Compares the first two numbers with those at a place of a text; 0 as well where there are none, or none that is exact. */
function compareFront([major, minor]: readonly number[], text: string, at: number): number {
  const first = digitsAt(text, at);
  const next = text.charCodeAt(first.end);
  if (first.value === undefined || major === undefined) return 0;
  if (!Number.isNaN(next) && next !== DOT && next !== SPACE) return 0;
  if (major !== first.value) return major - first.value;
  if (next !== DOT || minor === undefined) return 0;
  const second = digitsAt(text, first.end + 1);
  return second.value === undefined ? 0 : minor - second.value;
}

const DOT = 46;
const SPACE = 32;
const ZERO = 48;
/** Numbers with no more digits are exact. */
const MOST_DIGITS = 9;

function digitsAt(text: string, at: number): { readonly value: number | undefined; readonly end: number } {
  let end = at;
  let value = 0;
  for (; end < text.length; end += 1) {
    const digit = text.charCodeAt(end) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return { value: end > at && end - at <= MOST_DIGITS ? value : undefined, end };
}
