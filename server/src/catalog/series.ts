/**
 * Parts of one whole: services of OpenStack belong to a series, and those of one series are released and tested together.
 * Upstream says so once, of the whole; here it becomes rules between two parts, so that everything that reads rules reads
 * it too.
 */
import { inRange, type Version } from '../version/index.ts';
import type { CompatibilityRule, Component } from './model.ts';

/**
 * What follows for `b` from the series that versions of `a` belong to; empty unless both are parts of one whole. Two parts
 * of one series go together; parts as far apart as an upgrade brings them are tolerated, not tested.
 */
export function seriesRules(a: Component, b: Component): readonly CompatibilityRule[] {
  const series = a.series;
  if (series === undefined || b.series?.of !== series.of || a.id === b.id) return [];
  const mine = membership(a, series.of);
  const others = membership(b, series.of);
  const order = [...new Set([...mine, ...others].map((one) => one.series))].sort(bySeries);
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = (name: string) => places.get(name) ?? 0;
  const placesOfOthers = others.map((one) => placeOf(one.series));
  return mine.flatMap(({ series: name, when }): CompatibilityRule[] => {
    const place = placeOf(name);
    if (!placesOfOthers.includes(place)) return [];
    const within = (apart: number): Membership[] =>
      others.filter((_, index) => Math.abs((placesOfOthers[index] ?? 0) - place) <= apart);
    let near: string | undefined;
    let together: string | undefined;
    return [
      {
        when,
        with: b.id,
        level: 'supported',
        // Of two dozen series one is asked about.
        get supported() {
          near ??= anyOf(within(series.apart));
          return near;
        },
        get tested() {
          together ??= anyOf(within(0));
          return together;
        },
        source: series.source,
        checked: series.checked,
        inSeries: `${series.of} ${seriesName(name)}`,
        ...(series.note === undefined ? {} : { note: series.note }),
      },
    ];
  });
}

/** The series of the whole that a version of a part belongs to, by its name: `2025.1`; undefined where nothing says so. */
export function seriesOf(part: Component, version: Version): string | undefined {
  if (part.series === undefined) return undefined;
  const one = membership(part, part.series.of).find(({ when }) => inRange(version, when));
  return one && seriesName(one.series);
}

interface Membership {
  /** The range of the whole, as the rule writes it. */
  readonly series: string;
  /** The own versions in it. */
  readonly when: string;
}

/** Asked for each pair of parts of one whole. */
const memberships = new WeakMap<Component, { readonly whole: string; readonly found: readonly Membership[] }>();

function membership(component: Component, whole: string): readonly Membership[] {
  const known = memberships.get(component);
  if (known?.whole === whole) return known.found;
  const found = (component.compatibility ?? []).flatMap(({ with: other, when, supported }) =>
    other === whole && supported !== undefined && SPAN.test(supported) ? [{ series: supported, when }] : [],
  );
  memberships.set(component, { whole, found });
  return found;
}

/** `>=2025.1 <2025.2`: the one series. */
const SPAN = /^>=(\S+) <\S+$/;

function seriesName(span: string): string {
  return SPAN.exec(span)?.[1] ?? span;
}

/** By the numbers in their names, as all of them are written: `2025.1`. To load what compares as people do takes longer than a start may. */
function bySeries(a: string, b: string): number {
  const [one, two] = [seriesName(a).split('.'), seriesName(b).split('.')];
  const different = one.findIndex((part, place) => part !== two[place]);
  const [part, other] = [one[different], two[different]];
  if (part === undefined || other === undefined) return one.length - two.length;
  const [number, otherNumber] = [numberOf(part), numberOf(other)];
  return number === otherNumber ? (part < other ? -1 : 1) : number - otherNumber;
}

/** What is no number comes behind all numbers, so that any names have one order. */
function numberOf(part: string): number {
  return /^\d+$/.test(part) ? Number(part) : Number.MAX_VALUE;
}

function anyOf(list: readonly Membership[]): string {
  return list.map(({ when }) => when).join(' || ');
}
