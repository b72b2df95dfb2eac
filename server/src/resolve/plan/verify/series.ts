/** Which series of a whole a version belongs to, as its own statements about the whole say it. */
import type { Catalog, Component } from '../../../catalog/model.ts';
import { compareVersions, parseRange, parseVersion, satisfies, type Version } from '../../../version/index.ts';

/** The first version of the series, as a version of the whole. */
export function seriesVersion(part: Component, version: Version, whole: Component): Version | undefined {
  for (const { with: id, when, supported } of part.compatibility ?? []) {
    const text = id === whole.id ? /^>=(\S+) <\S+$/.exec(supported ?? '')?.[1] : undefined;
    const range = text === undefined ? undefined : parseRange(when, version.scheme);
    if (text !== undefined && range !== undefined && satisfies(version, range, 'as-release'))
      return parseVersion(text, whole.versions.scheme);
  }
  return undefined;
}

/** How far two are apart in series of one whole, and how far they may be. */
export interface Apart {
  readonly whole: string;
  readonly distance: number;
  readonly most: number;
  /** Whether one of the two is the whole itself. */
  readonly isWhole: boolean;
}

/** How many series two parts of one whole, or the whole and a part, are apart; undefined for what are no such two. */
export function seriesApart(
  one: Component,
  a: Version,
  two: Component,
  b: Version,
  catalog: Catalog,
): Apart | undefined {
  const id = one.series?.of ?? two.series?.of;
  const whole = id === undefined ? undefined : catalog.component(id);
  const limits = [one, two].flatMap(({ series }) => (series?.of === id && series !== undefined ? [series.apart] : []));
  const isWhole = one === whole || two === whole;
  if (whole === undefined || limits.length < (isWhole ? 1 : 2)) return undefined;
  const first = one === whole ? a : seriesVersion(one, a, whole);
  const second = two === whole ? b : seriesVersion(two, b, whole);
  if (first === undefined || second === undefined) return undefined;
  const [low, high] = compareVersions(first, second) <= 0 ? [first, second] : [second, first];
  const between = whole.versions.lines.filter(({ line }) => {
    const version = parseVersion(line, whole.versions.scheme);
    return version !== undefined && compareVersions(low, version) < 0 && compareVersions(version, high) <= 0;
  });
  return { whole: whole.name, distance: between.length, most: Math.min(...limits), isWhole };
}
