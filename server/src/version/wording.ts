import { t } from '@vscode/l10n';
import { compareRelease, compareVersions } from './compare.ts';
import { isLowest } from './limit.ts';
import type { Scheme, Version } from './types.ts';

/** Writes release numbers in a component's own look: [24, 4] as `24.04`. */
export type NumberPrinter = (numbers: readonly number[]) => string;

/** One end of a set of versions. */
export interface Bound {
  readonly version: Version;
  readonly inclusive: boolean;
}

/** All versions between two ends; an end that is absent is open. At least one version lies within. */
export interface Interval {
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
}

/** What is said of an interval without ends. */
export function anyVersion(): string {
  return t('any version');
}

/** Says an interval in words, as they stand behind the name of a component. */
export function phraseOf({ lower, upper }: Interval, print: NumberPrinter): string {
  if (lower === undefined) return upper === undefined ? anyVersion() : upperPhrase(upper, print);
  const begin = lower.inclusive ? releaseName(lower.version, print) : fullName(lower.version, print);
  if (upper === undefined) return lower.inclusive ? t('{0} and later', begin) : t('later than {0}', begin);
  const end = upper.inclusive ? fullName(upper.version, print) : releaseName(upper.version, print);
  if (!lower.inclusive) {
    return upper.inclusive
      ? t('later than {0} and up to {1}', begin, end)
      : t('later than {0} and before {1}', begin, end);
  }
  if (upper.inclusive) {
    return compareVersions(lower.version, upper.version) === 0 ? end : t('{0} to {1}', begin, end);
  }
  return lineSpan(lower.version, upper.version, print) ?? t('{0} up to but not including {1}', begin, end);
}

function upperPhrase(upper: Bound, print: NumberPrinter): string {
  return upper.inclusive
    ? t('{0} and earlier', fullName(upper.version, print))
    : t('before {0}', releaseName(upper.version, print));
}

/**
 * Names whole lines where the upper end is the begin of a line: `>=1.31.0 <1.32.0` is `1.31`, `>=1.30.2 <1.35.0` is
 * `1.30.2 to 1.34`, `>=17.0.0 <20.0.0` is `17 to 19`. Undefined where the last line that is within cannot be named.
 */
function lineSpan(lower: Version, upper: Version, print: NumberPrinter): string | undefined {
  const from = plainNumbers(lower);
  const until = plainNumbers(upper);
  if (from === undefined || until === undefined) return undefined;
  const index = lastNonZero(until);
  const last = until.slice(0, index + 1).map((number, i) => (i === index ? number - 1 : number));
  const first = from.slice(0, index + 1);
  const order = compareRelease(first, last);
  // The lower end is the begin of a line of the same depth: 1.30, not 1.30.2.
  const wholeLines = lastNonZero(from) <= index;
  if (order === 0) return wholeLines ? print(last) : undefined;
  // Which major ends before 3.0, or which patch before 1.34.5, is not for everybody to see: name lines only.
  if (order > 0 || index > 1 || (index === 0 && !wholeLines)) return undefined;
  // "24.04 to 26.03" would name a release that never was: where numbers follow the calendar, they have gaps.
  const hasGaps = upper.scheme === 'two-part' || upper.scheme === 'calendar';
  if (hasGaps && index === 1 && from[0] !== until[0]) return undefined;
  return t('{0} to {1}', wholeLines && index === 0 ? print(first) : releaseName(lower, print), print(last));
}

function lastNonZero(numbers: readonly number[]): number {
  return Math.max(
    0,
    numbers.findLastIndex((number) => number !== 0),
  );
}

/** How few numbers name a release of the scheme. */
function fewest(scheme: Scheme): number {
  return scheme === 'integer' ? 1 : 2;
}

/** A version as the begin of something: without the zeros at the end. `1.30.0` is `1.30`. */
function releaseName(version: Version, print: NumberPrinter): string {
  const numbers = plainNumbers(version);
  if (numbers === undefined) return version.text;
  return print(numbers.slice(0, Math.max(fewest(version.scheme), lastNonZero(numbers) + 1)));
}

/** A version and no other: with all its numbers. */
function fullName(version: Version, print: NumberPrinter): string {
  const numbers = plainNumbers(version);
  return numbers === undefined ? version.text : print(numbers);
}

/** The release numbers of a limit that is nothing but numbers; undefined for suffixes, dates and names. */
export function plainNumbers(version: Version): readonly number[] | undefined {
  // Its numbers are not what is written.
  if (version.scheme === 'codename') return undefined;
  return isLowest(version) || /^[\d.]+$/.test(version.text) ? version.release : undefined;
}
