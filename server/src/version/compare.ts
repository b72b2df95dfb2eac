import { CODENAME_NUMBERS, isAfterAllNames } from './codename.ts';
import { compareIdentifiers } from './identifiers.ts';
import type { Version } from './types.ts';

/**
 * Orders two versions of one scheme, older first.
 *
 * 1. Release numbers, missing ones as 0.
 * 2. A pre-release is older than its release; two of them go by their identifiers.
 * 3. The build: none is the oldest, then by identifiers: numbers by value, words by alphabet.
 *
 * 0 means equivalent: the texts differ at most in a leading `v`, leading zeros, zero parts at the end, letter case, the
 * kind of separators, the spelling of `a`/`alpha`, `b`/`beta`, `c`/`rc`, or a word that says "final". So the order is
 * total over what a version means. For versions of different schemes it is total too, but says nothing.
 */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 {
  return compareRelease(a.release, b.release) || comparePrerelease(a, b) || compareBuild(a, b);
}

/**
 * Compares release numbers, missing ones as 0.
 *
 * @param precision how many numbers count; all of them when absent
 */
export function compareRelease(
  a: readonly number[],
  b: readonly number[],
  precision: number = Number.POSITIVE_INFINITY,
): -1 | 0 | 1 {
  const length = Math.min(precision, Math.max(a.length, b.length));
  for (let i = 0; i < length; i++) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Compares the pre-release parts alone: a final release is the newest. */
export function comparePrerelease(a: Version, b: Version): -1 | 0 | 1 {
  if (a.prerelease.length === 0) return b.prerelease.length === 0 ? 0 : 1;
  if (b.prerelease.length === 0) return -1;
  return compareIdentifiers(a.prerelease, b.prerelease);
}

/** Compares the build parts alone: no build is the oldest. */
export function compareBuild(a: Version, b: Version): -1 | 0 | 1 {
  if (a.build.length === 0) return b.build.length === 0 ? 0 : -1;
  if (b.build.length === 0) return 1;
  return compareIdentifiers(a.build, b.build);
}

export type Jump = 'same' | 'patch' | 'minor' | 'major';

/**
 * How far an upgrade or a downgrade goes, by the first release number that differs.
 *
 * - `semver`, `four-part`, `two-part`, `calendar`: the first number is major, the second minor, the rest patch. So
 *   `24.04` to `24.10` is minor, `24.04` to `24.04.1` a patch, `2025.1` to `2025.2` minor.
 * - `integer`: the first number is the release, hence major; all others are its updates, hence patch.
 * - `codename`: another name is major, an update a patch; trains with numbers go by semver.
 *
 * Another pre-release or build of the same release is a patch; equivalent versions are the same.
 */
export function jumpBetween(from: Version, to: Version): Jump {
  const length = Math.max(from.release.length, to.release.length);
  for (let i = 0; i < length; i++) {
    if ((from.release[i] ?? 0) !== (to.release[i] ?? 0)) return jumpAt(i, to);
  }
  return compareVersions(from, to) === 0 ? 'same' : 'patch';
}

/** True when `to` is older than `from`. */
export function isDowngrade(from: Version, to: Version): boolean {
  return compareVersions(to, from) < 0;
}

function jumpAt(index: number, version: Version): Jump {
  if (version.scheme === 'integer') return index === 0 ? 'major' : 'patch';
  if (version.scheme === 'codename') {
    if (index < CODENAME_NUMBERS) return 'major';
    return isAfterAllNames(version.release) ? stepAt(index - CODENAME_NUMBERS) : 'patch';
  }
  return stepAt(index);
}

function stepAt(index: number): Jump {
  if (index === 0) return 'major';
  return index === 1 ? 'minor' : 'patch';
}
