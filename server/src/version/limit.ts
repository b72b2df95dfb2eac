import { compareBuild, comparePrerelease, compareRelease } from './compare.ts';
import type { PrereleaseMode, Scheme, Version } from './types.ts';

/** npm's mark for "before every pre-release" in a limit: `<2.0.0-0`, `>=1.22.0-0`. */
const LOWEST: readonly number[] = [0];

/** Makes a limit from release numbers; `lowest` puts it before all pre-releases of that release. */
export function makeLimit(numbers: readonly number[], scheme: Scheme, lowest = false): Version {
  const release = [...numbers];
  while (release.length < 3) release.push(0);
  const text = release.join('.') + (lowest ? '-0' : '');
  return { text, scheme, release, prerelease: lowest ? LOWEST : [], build: [] };
}

/** True for a limit with npm's `-0`. */
export function isLowest(limit: Version): boolean {
  return limit.prerelease.length === 1 && limit.prerelease[0] === 0;
}

/** Compares a version with a limit, by what the limit says and no more. Negative: the version lies below it. */
export function compareToLimit(version: Version, limit: Version, mode: PrereleaseMode): -1 | 0 | 1 {
  const byRelease = compareRelease(version.release, limit.release, precision(limit));
  if (byRelease !== 0) return byRelease;
  if (mode === 'exclude' || limit.prerelease.length > 0) {
    const byPrerelease = comparePrerelease(version, limit);
    if (byPrerelease !== 0) return byPrerelease;
  }
  return limit.build.length > 0 ? compareBuild(version, limit) : 0;
}

/**
 * How many release numbers a limit speaks about. Further ones of a version are ignored like a vendor suffix: 4.20.1.3
 * counts as 4.20.1 to the limit 4.20.1, and Hoxton.SR3 as Hoxton to the limit Hoxton.
 */
function precision(limit: Version): number {
  return limit.scheme === 'codename' ? limit.release.length : Math.max(3, limit.release.length);
}
