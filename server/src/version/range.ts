import SemverRange from 'semver/classes/range.js';
import type SemVer from 'semver/classes/semver.js';
import { remember } from './cache.ts';
import { compareRelease } from './compare.ts';
import { compareToLimit, makeLimit } from './limit.ts';
import { MAX_LENGTH, parseVersion } from './parse.ts';
import { arePlain } from './plainRange.ts';
import { readAlternative } from './syntax.ts';
import type { Comparator, Operator, PrereleaseMode, Range, Scheme, Version } from './types.ts';

/**
 * Reads a range in npm's syntax (https://github.com/npm/node-semver#ranges): `^1.34`, `~1.28.1`, `>=1.33 <1.35`, `1.x`,
 * `1.33 - 1.35`, `1.33 || 1.35`, `*`; over the versions of any scheme: `>=24.04 <26.04`, `~4.20.1.0`, `>=8.0 U3`,
 * `<=Hoxton`. Two things are read otherwise than npm does:
 * - A vendor suffix in a limit stays a vendor suffix: `>=1.33.5-gke.1080000`, `>=1.33.5+k3s2`.
 * - Nothing written is no range, and neither is an empty alternative (`1.33 ||`): to npm it would admit everything.
 *
 * A bare version that is complete (`1.2.3`, `8.0 U3`) is a range of that one version.
 *
 * @returns undefined for what is no range. Never throws; refuses more than 256 characters.
 */
export function parseRange(text: string, scheme: Scheme): Range | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return cachedRange(text, scheme);
}

const cachedRange = remember(10_000, (text, scheme): Range | undefined => {
  const parts = text.split('||');
  if (parts.some((part) => part.trim() === '')) return undefined;
  const byNpm = arePlain(parts) ? undefined : readBySemver(text, scheme);
  const alternatives = byNpm ?? readOurselves(parts, scheme);
  return alternatives && deepFreeze({ text: text.trim(), scheme, alternatives });
});

/** What npm's own parser makes of it; undefined when it cannot read it, or would lose a suffix. */
function readBySemver(text: string, scheme: Scheme): Comparator[][] | undefined {
  // npm drops what follows a `+`, and a codename has no numbers.
  if (scheme === 'codename' || text.includes('+')) return undefined;
  // `24.04` is 24.4, and npm refuses leading zeros and a capital V.
  const plain = text.replace(/(?<![0-9a-z._+-])v?(\d[\d.]*)/gi, (_, numbers: string) =>
    numbers.replace(/(?<!\d)0+(?=\d)/g, ''),
  );
  let range: SemverRange;
  try {
    range = new SemverRange(plain);
  } catch {
    return undefined;
  }
  const alternatives: Comparator[][] = [];
  for (const set of range.set) {
    const comparators: Comparator[] = [];
    for (const { operator, value, semver } of set) {
      // `*`: no limit.
      if (value === '') continue;
      const limit = limitOf(semver, operator === '', scheme);
      if (limit === undefined) return undefined;
      comparators.push({ operator: operator === '' ? '=' : operator, version: limit });
    }
    alternatives.push(comparators);
  }
  return alternatives;
}

/** npm's `-0` is a mark in a limit; in a version without an order to it, it is the name of a package. */
function limitOf(
  { major, minor, patch, prerelease, version }: SemVer,
  exact: boolean,
  scheme: Scheme,
): Version | undefined {
  const lowest = prerelease.length === 1 && prerelease[0] === 0;
  if (prerelease.length > 0 && (exact || !lowest)) return parseVersion(version, scheme);
  return makeLimit([major, minor, patch], scheme, lowest);
}

function readOurselves(parts: readonly string[], scheme: Scheme): Comparator[][] | undefined {
  const alternatives: Comparator[][] = [];
  for (const part of parts) {
    const comparators = readAlternative(part.trim(), scheme);
    if (comparators === undefined) return undefined;
    alternatives.push(comparators);
  }
  return alternatives;
}

/**
 * Whether a range admits a version.
 *
 * A limit speaks about what it names: the vendor suffix of a version counts only where the limit has one, and a fourth
 * number only where the limit has one. So 1.33.5-gke.1080000 counts as 1.33.5 to `<=1.33.5`, and 4.20.1.3 as 4.20.1.
 *
 * In the mode `as-release` a pre-release counts as the release it leads to, except towards a limit that is itself a
 * pre-release of it. In the mode `exclude` it is admitted only where the alternative has such a limit (npm's rule).
 */
export function satisfies(version: Version, range: Range, mode: PrereleaseMode): boolean {
  return range.alternatives.some((comparators) => {
    if (!comparators.every((comparator) => holds(version, comparator, mode))) return false;
    return mode === 'as-release' || version.prerelease.length === 0 || namesPrereleaseOf(comparators, version);
  });
}

/**
 * Whether a version is newer than everything that a range admits; false when the range has no upper end. A pre-release
 * counts as the release it leads to: 1.35.0-rc.1 is above `<1.35`.
 */
export function isAboveRange(version: Version, range: Range): boolean {
  return range.alternatives.every((comparators) =>
    comparators.some(({ operator, version: limit }) => {
      if (operator === '>' || operator === '>=') return false;
      const order = compareToLimit(version, limit, 'as-release');
      return operator === '<' ? order >= 0 : order > 0;
    }),
  );
}

function holds(version: Version, comparator: Comparator, mode: PrereleaseMode): boolean {
  const order = compareToLimit(version, comparator.version, mode);
  return TESTS[comparator.operator](order);
}

const TESTS: Readonly<Record<Operator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
};

function namesPrereleaseOf(comparators: readonly Comparator[], version: Version): boolean {
  return comparators.some(
    ({ version: limit }) => limit.prerelease.length > 0 && compareRelease(limit.release, version.release) === 0,
  );
}

/** Cached values are shared: nobody may change them. */
function deepFreeze(range: Range): Range {
  for (const comparators of range.alternatives) {
    for (const comparator of comparators) {
      Object.freeze(comparator.version);
      Object.freeze(comparator);
    }
    Object.freeze(comparators);
  }
  Object.freeze(range.alternatives);
  return Object.freeze(range);
}
