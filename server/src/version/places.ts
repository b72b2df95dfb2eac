/** Where versions lie among the limits of some ranges: those between the same two limits are inside the same ranges. */
import { compareRelease } from './compare.ts';
import type { Range, Version } from './types.ts';

/** The most release numbers that all limits look at: one of fewer counts as one of three, but for codenames (limit.ts). */
const NUMBERS_COMPARED = 3;

/**
 * Numbers the places between and at the limits of ranges of one scheme, from 0 upwards. Of two versions in one place, each range
 * holds both or neither, however it treats pre-releases.
 * @returns a function that gives undefined for versions that their release numbers alone do not place: with a pre-release, a
 * build, more than three numbers, or a codename
 */
export function placesAmong(ranges: readonly Range[]): (version: Version) => number | undefined {
  const limits = ranges
    .flatMap(({ alternatives }) =>
      alternatives.flatMap((comparators) => comparators.map(({ version }) => version.release)),
    )
    .sort((a, b) => compareRelease(a, b))
    .filter((release, index, all) => index === 0 || compareRelease(release, all[index - 1] ?? []) !== 0);
  return ({ scheme, release, prerelease, build }) => {
    const isPlain = prerelease.length === 0 && build.length === 0 && release.length <= NUMBERS_COMPARED;
    if (!isPlain || scheme === 'codename') return undefined;
    let [low, high] = [0, limits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareRelease(release, limits[middle] ?? []);
      if (order === 0) return 2 * middle + 1;
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return 2 * low;
  };
}
