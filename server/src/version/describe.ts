import { compareVersions } from './compare.ts';
import { isLowest } from './limit.ts';
import { parseRange } from './range.ts';
import type { Comparator, Scheme, Version } from './types.ts';

/** Writes release numbers in a component's own look: [24, 4] as `24.04`. */
export type NumberPrinter = (numbers: readonly number[]) => string;

interface Bound {
  readonly version: Version;
  readonly inclusive: boolean;
}

interface Interval {
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
}

/** How the words below are chosen. */
interface Wording {
  readonly scheme: Scheme;
  readonly print: NumberPrinter;
}

/**
 * Says a range in words: `>=1.30.0 <1.35.0` is `1.30 to 1.34`, `>=2.0.0` is `2.0 and later`, `*` is `any version`.
 *
 * A line (`1.34`, `17`) stands for all of it; a single version is named with all its numbers (`1.29.0`). Nothing is said
 * that the range does not say: an upper end within a line is `up to but not including 1.34.5`. What cannot be shortened,
 * and what is no range, is given as written.
 *
 * @param print how numbers look; joined by dots when absent
 */
export function describeRange(text: string, scheme: Scheme, print: NumberPrinter = (numbers) => numbers.join('.')): string {
  const asWritten = text.trim();
  const range = parseRange(text, scheme);
  if (range === undefined) return asWritten;
  const intervals: Interval[] = [];
  for (const comparators of range.alternatives) {
    const interval = intervalOf(comparators);
    if (interval === undefined) return asWritten;
    const before = intervals.at(-1);
    if (before !== undefined && adjoins(before, interval)) {
      intervals[intervals.length - 1] = { lower: before.lower, upper: interval.upper };
    } else {
      intervals.push(interval);
    }
  }
  const phrases = intervals.map((interval) => phraseOf(interval, { scheme, print }));
  if (phrases.includes(ANY)) return ANY;
  return joinAlternatives(phrases);
}

const ANY = 'any version';

function joinAlternatives(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} or ${last}`;
}

/** The tightest lower and upper end; undefined when nothing lies between them. */
function intervalOf(comparators: readonly Comparator[]): Interval | undefined {
  let lower: Bound | undefined;
  let upper: Bound | undefined;
  for (const { operator, version } of comparators) {
    const bound = { version, inclusive: operator !== '<' && operator !== '>' };
    if (operator !== '<' && operator !== '<=') lower = tighter(lower, bound, 1);
    if (operator !== '>' && operator !== '>=') upper = tighter(upper, bound, -1);
  }
  if (lower !== undefined && upper !== undefined) {
    const order = compareVersions(lower.version, upper.version);
    if (order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))) return undefined;
  }
  if (upper !== undefined && isLowest(upper.version) && upper.version.release.every((number) => number === 0)) {
    return undefined;
  }
  return { lower, upper };
}

function tighter(a: Bound | undefined, b: Bound, direction: 1 | -1): Bound {
  if (a === undefined) return b;
  const order = compareVersions(a.version, b.version);
  if (order === 0) return a.inclusive ? b : a;
  return order === direction ? a : b;
}

/** True when the second begins exactly where the first stops: `<1.27 || >=1.27`. */
function adjoins(first: Interval, second: Interval): boolean {
  if (first.upper === undefined || second.lower === undefined) return false;
  if (first.upper.inclusive || !second.lower.inclusive) return false;
  const [end, begin] = [numbersOf(first.upper.version), numbersOf(second.lower.version)];
  return end !== undefined && begin !== undefined && sameNumbers(end, begin);
}

function phraseOf({ lower, upper }: Interval, wording: Wording): string {
  if (lower === undefined && upper === undefined) return ANY;
  if (lower === undefined) return upper === undefined ? ANY : upperAlone(upper, wording);
  const begin = lower.inclusive ? lineName(lower.version, wording) : `later than ${fullName(lower.version, wording)}`;
  if (upper === undefined) return lower.inclusive ? `${begin} and later` : begin;
  if (lower.inclusive && upper.inclusive && compareVersions(lower.version, upper.version) === 0) {
    return fullName(lower.version, wording);
  }
  if (upper.inclusive) return `${begin}${lower.inclusive ? '' : ','} up to ${fullName(upper.version, wording)}`;
  return lower.inclusive ? lowerToOpenEnd(lower.version, upper.version, begin, wording) : `${begin} and before ${lineName(upper.version, wording)}`;
}

function upperAlone(upper: Bound, wording: Wording): string {
  return upper.inclusive ? `${fullName(upper.version, wording)} and earlier` : `before ${lineName(upper.version, wording)}`;
}

function lowerToOpenEnd(lower: Version, upper: Version, begin: string, wording: Wording): string {
  return begin;
}
