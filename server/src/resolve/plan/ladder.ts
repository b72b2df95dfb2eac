/** How far versions of one component are apart, counted in the minors and majors that its catalog entry lists. */
import type { Component } from '../../catalog/model.ts';
import { allVersions } from '../../catalog/queries.ts';
import { compareVersions, isPrerelease, jumpBetween, parseVersion, type Version } from '../../version/index.ts';

export interface Ladder {
  /** Whether two versions differ in a patch at most. */
  isSameMinor(one: Version, two: Version): boolean;
  isSameMajor(one: Version, two: Version): boolean;
  /**
   * How many minors one upgrade from the older to the newer moves: 1 is to the next one. A number that upstream left out
   * does not count; one that the catalog may only not know does.
   */
  minorsBetween(older: Version, newer: Version): number;
  majorsBetween(older: Version, newer: Version): number;
}

const ladders = new WeakMap<Component, Ladder>();

/** The ladder of a component; made once. */
export function ladderOf(component: Component): Ladder {
  const known = ladders.get(component) ?? makeLadder(component);
  ladders.set(component, known);
  return known;
}

const isSameMinor = (one: Version, two: Version): boolean => ['same', 'patch'].includes(jumpBetween(one, two));
const isSameMajor = (one: Version, two: Version): boolean => jumpBetween(one, two) !== 'major';

function makeLadder(component: Component): Ladder {
  const versions = allVersions(component)
    .flatMap((text) => parseVersion(text, component.versions.scheme) ?? [])
    .filter((version) => !isPrerelease(version))
    .reverse();
  const minors = firstsOf(versions, isSameMinor);
  const majors = firstsOf(versions, isSameMajor);
  return {
    isSameMinor,
    isSameMajor,
    minorsBetween: (older, newer) => {
      const places = placesBetween(minors, older, newer, isSameMinor);
      return places ?? distance(older, newer, isSameMajor(older, newer) ? 1 : 0);
    },
    majorsBetween: (older, newer) => placesBetween(majors, older, newer, isSameMajor) ?? distance(older, newer, 0),
  };
}

/** The first version of each run of those that are the same; oldest first. */
function firstsOf(versions: readonly Version[], isSame: (one: Version, two: Version) => boolean): Version[] {
  const firsts: Version[] = [];
  for (const version of versions) {
    const last = firsts[firsts.length - 1];
    if (last === undefined || !isSame(last, version)) firsts.push(version);
  }
  return firsts;
}

/** Undefined where one of the two is of none that is listed. */
function placesBetween(
  firsts: readonly Version[],
  older: Version,
  newer: Version,
  isSame: (one: Version, two: Version) => boolean,
): number | undefined {
  const placeOf = (version: Version) => firsts.findIndex((first) => isSame(first, version));
  const [from, to] = [placeOf(older), placeOf(newer)];
  return from < 0 || to < 0 ? undefined : to - from;
}

/** By the numbers alone: of the major, or of the minor within a major. From one major to another that is at least one. */
function distance(older: Version, newer: Version, part: 0 | 1): number {
  const numbers = (newer.release[part] ?? 0) - (older.release[part] ?? 0);
  return compareVersions(older, newer) < 0 ? Math.max(1, numbers) : numbers;
}
