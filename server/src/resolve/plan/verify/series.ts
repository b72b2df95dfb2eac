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

/** How many series two parts of one whole are apart, and how many they may be; undefined for what are no such parts. */
export function seriesIndex(
  one: Component,
  a: Version,
  two: Component,
  b: Version,
  catalog: Catalog,
): { readonly whole: string; readonly distance: number; readonly most: number } | undefined {
  const most = Math.min(one.series?.apart ?? 0, two.series?.apart ?? 0);
  if (one.series === undefined || one.series.of !== two.series?.of) return undefined;
  const whole = catalog.component(one.series.of);
  const [first, second] = whole === undefined ? [] : [seriesVersion(one, a, whole), seriesVersion(two, b, whole)];
  if (whole === undefined || first === undefined || second === undefined) return undefined;
  const [low, high] = compareVersions(first, second) <= 0 ? [first, second] : [second, first];
  const between = whole.versions.lines.filter(({ line }) => {
    const version = parseVersion(line, whole.versions.scheme);
    return version !== undefined && compareVersions(low, version) < 0 && compareVersions(version, high) <= 0;
  });
  return { whole: whole.name, distance: between.length, most };
}
