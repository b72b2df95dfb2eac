import { list } from '../words.ts';
import { compareRelease, compareVersions } from './compare.ts';
import { isLowest, makeLimit } from './limit.ts';
import { parseRange } from './range.ts';
import type { Comparator, Scheme } from './types.ts';
import { anyVersion, type Bound, type Interval, type NumberPrinter, phraseOf, plainNumbers } from './wording.ts';

/**
 * Says a range in words: `>=1.30.0 <1.35.0` is `1.30 to 1.34`, `>=2.0.0` is `2.0 and later`, `*` is `any version`.
 *
 * A line (`1.34`, `17`) stands for all of it; a single version is named with all its numbers (`1.29.0`). Nothing is said
 * that the range does not say: an upper end within a line is `up to but not including 1.34.5`. Alternatives that adjoin
 * become one. What cannot be shortened, and what is no range, is given as written.
 *
 * @param print how numbers look. When absent, as in the range itself: one that is written `>=24.04` keeps its two digits
 */
export function describeRange(text: string, scheme: Scheme, print?: NumberPrinter): string {
  const asWritten = text.trim();
  const intervals = intervalsOf(text, scheme);
  if (intervals === undefined) return asWritten;
  if (intervals.some(({ lower, upper }) => lower === undefined && upper === undefined)) return anyVersion();
  const look = print ?? lookOf(asWritten);
  const phrases = intervals.map((interval) => phraseOf(interval, look));
  return phrases.length === 0 ? asWritten : list(phrases, 'or');
}

/** Whether the words of a range begin with an upper end that it does not reach: "before 2.2". */
export function isBefore(text: string, scheme: Scheme): boolean {
  const [first] = intervalsOf(text, scheme) ?? [];
  return first?.upper !== undefined && first.lower === undefined && !first.upper.inclusive;
}

/** What a range admits, without what adjoins; undefined for what is no range, and where an alternative admits nothing. */
function intervalsOf(text: string, scheme: Scheme): readonly Interval[] | undefined {
  const range = parseRange(text, scheme);
  if (range === undefined) return undefined;
  const intervals: Interval[] = [];
  for (const comparators of range.alternatives) {
    const interval = intervalOf(comparators);
    if (interval === undefined) return undefined;
    const before = intervals.at(-1);
    if (before !== undefined && adjoin(before, interval)) {
      intervals[intervals.length - 1] = { lower: before.lower, upper: interval.upper };
    } else {
      intervals.push(interval);
    }
  }
  return intervals;
}

/** Joins numbers by dots, each as wide as a number with leading zeros that the text has in the same place. */
function lookOf(text: string): NumberPrinter {
  const widths: number[] = [];
  for (const [version] of text.matchAll(/(?<!\d)\d+(?:\.\d+)+/g)) {
    for (const [i, part] of version.split('.').entries()) {
      if (/^0\d/.test(part)) widths[i] = Math.max(widths[i] ?? 0, part.length);
    }
  }
  return (numbers) => numbers.map((number, i) => String(number).padStart(widths[i] ?? 0, '0')).join('.');
}

/** The tightest ends of comparators that hold together; undefined when nothing lies between them. */
function intervalOf(comparators: readonly Comparator[]): Interval | undefined {
  let lower: Bound | undefined;
  let upper: Bound | undefined;
  for (const { operator, version } of comparators) {
    const bound = { version, inclusive: operator !== '<' && operator !== '>' };
    if (operator !== '<' && operator !== '<=') lower = tighter(lower, bound, 1);
    if (operator !== '>' && operator !== '>=') upper = tighter(upper, bound, -1);
  }
  return isEmpty(lower, upper) ? undefined : { lower, upper };
}

function tighter(a: Bound | undefined, b: Bound, direction: 1 | -1): Bound {
  if (a === undefined) return b;
  const order = compareVersions(a.version, b.version);
  if (order === 0) return a.inclusive ? b : a;
  return order === direction ? a : b;
}

function isEmpty(lower: Bound | undefined, upper: Bound | undefined): boolean {
  if (upper === undefined) return false;
  // `<*`, npm's way to admit nothing.
  if (isLowest(upper.version) && upper.version.release.every((number) => number === 0)) return true;
  if (lower === undefined) return false;
  const end = isLowest(upper.version) ? makeLimit(upper.version.release, upper.version.scheme) : upper.version;
  const order = compareVersions(lower.version, end);
  return order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
}

/** True when the second begins exactly where the first stops: `<1.27 || >=1.27`. */
function adjoin(first: Interval, second: Interval): boolean {
  if (first.upper === undefined || second.lower === undefined) return false;
  if (first.upper.inclusive || !second.lower.inclusive) return false;
  const end = plainNumbers(first.upper.version);
  const begin = plainNumbers(second.lower.version);
  return end !== undefined && begin !== undefined && compareRelease(end, begin) === 0;
}
