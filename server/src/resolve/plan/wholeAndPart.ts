/** A whole and a part of it that are of different series while an upgrade runs. */
import type { Component } from '../../catalog/model.ts';
import { seriesOf } from '../../catalog/series.ts';
import { compareVersions, parseVersion } from '../../version/index.ts';
import { ladderOf } from './ladder.ts';

/** Whether one of two components is a part of the other. */
export function isPartOf(one: Component, two: Component): boolean {
  return one.series?.of === two.id || two.series?.of === one.id;
}

/**
 * Whether one of two components is the whole that the other is a part of, and the two versions are no more series apart than
 * upstream lets parts be while an upgrade runs: who pins the whole beside its parts moves it as one of them.
 */
export function mayBeApart(one: Component, versionOfOne: string, two: Component, versionOfTwo: string): boolean {
  return isNear(one, versionOfOne, two, versionOfTwo) || isNear(two, versionOfTwo, one, versionOfOne);
}

function isNear(part: Component, text: string, whole: Component, textOfWhole: string): boolean {
  if (part.series?.of !== whole.id) return false;
  const version = parseVersion(text, part.versions.scheme);
  const name = version && seriesOf(part, version);
  const [own, other] = [name, textOfWhole].map((each) =>
    each === undefined ? undefined : parseVersion(each, whole.versions.scheme),
  );
  if (own === undefined || other === undefined) return false;
  const [older, newer] = compareVersions(own, other) <= 0 ? [own, other] : [other, own];
  const { isSameMinor, minorsBetween } = ladderOf(whole);
  return isSameMinor(older, newer) || minorsBetween(older, newer) <= part.series.apart;
}
