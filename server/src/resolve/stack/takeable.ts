/** What pins can take on the day without being changed, and what that makes of each other. */
import { once } from '../../analysis/once.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { PairTable } from '../../analysis/pairTable.ts';
import { chartVersions } from '../../catalog/charts.ts';
import { isPrerelease } from '../../version/index.ts';
import type { Cost } from '../engine/problem.ts';
import { type Choice, isTenable } from './choices.ts';
import type { Link } from './stackProblem.ts';
import type { Workshop } from './workshop.ts';

/** A choice of which no version is changed. */
export interface Takeable {
  readonly pins: Choice['pins'];
  /** Newest first. */
  readonly versions: readonly string[];
  /** The place of each in the list that tables are asked about; undefined where it is the same list. */
  readonly places: readonly number[] | undefined;
}

/** The versions of a choice that all its pins can take on the day; all of them where there is none. */
export function takeable({ pins, versions }: Choice, { offered, context: { date } }: Workshop): Takeable {
  const isReleased = (pin: KnownPin, text: string): boolean => {
    const { line, version } = offered.about(pin.component, text) ?? {};
    // The day of a line is that of its first final release.
    const isFinal = version !== undefined && !isPrerelease(version);
    return !isFinal || line?.released === undefined || line.released <= date;
  };
  const isFit = (text: string): boolean => pins.every((pin) => isTenable(pin, text, offered) && isReleased(pin, text));
  const places = versions.length < 2 ? [] : [...versions.keys()].filter((place) => isFit(versions[place] ?? ''));
  if (places.length === 0 || places.length === versions.length) return { pins, versions, places: undefined };
  return { pins, versions: places.map((place) => versions[place] ?? ''), places };
}

/**
 * Of each version, for how many pins: whether their charts install another, whether it is out of support, and how many newer
 * ones are left out with it.
 */
export function pricesOf({ pins, versions }: Takeable, { offered }: Workshop): Cost[] {
  const charts = pins.map(installedBy);
  return versions.map((text, newer) => {
    const others = charts.filter((installed) => installed.length > 0 && !installed.includes(text));
    const ended = pins.filter(({ component }) => offered.about(component, text)?.ended === true);
    return [others.length, ended.length, newer * pins.length];
  });
}

/** The versions that the chart of a pin installs, of those that it admits; none where no chart is written, or nobody knows it. */
export function installedBy({ component, entry: { chart }, candidates }: KnownPin): readonly string[] {
  if (chart?.name === undefined || chart.version === undefined) return [];
  const { name, version } = chart;
  const known = chartVersions(component, version.text).filter((one) => one.chart.name === name.text);
  return known.flatMap(({ installs }) => (candidates.includes(installs) ? [installs] : []));
}

/** Two choices that somebody says something about. */
export interface TakeableLink {
  /** By their places. */
  readonly one: number;
  readonly two: number;
  /** The classes of the versions that can be taken. */
  classesOfOne(): readonly number[];
  classesOfTwo(): readonly number[];
  /** How bad versions of two classes are together (analysis/pairs.ts). */
  badness: PairTable['badness'];
  /** The same at the best, and at the worst. */
  readonly best: number;
  readonly worst: number;
}

/** A link among what two choices can take. */
export function takeableLink({ one, two, table }: Link, choices: readonly Takeable[]): TakeableLink {
  const among = (place: number, of: readonly number[]) => choices[place]?.places?.map((at) => of[at] ?? 0) ?? of;
  const classesOfOne = once(() => among(one, table.classesOfOne));
  const classesOfTwo = once(() => among(two, table.classesOfTwo));
  const others = new Set(classesOfTwo());
  let [best, worst] = [Number.POSITIVE_INFINITY, 0];
  for (const own of new Set(classesOfOne())) {
    for (const other of others) {
      const badness = table.badness(own, other);
      best = Math.min(best, badness);
      worst = Math.max(worst, badness);
    }
  }
  return { one, two, classesOfOne, classesOfTwo, badness: (a, b) => table.badness(a, b), best, worst };
}
