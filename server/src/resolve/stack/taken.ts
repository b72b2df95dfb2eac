/** The version that each range or release line takes now, all of them together. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { once } from '../../analysis/once.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import { isPrerelease } from '../../version/index.ts';
import type { Constraint, Cost, Limits } from '../engine/problem.ts';
import { solve } from '../engine/solve.ts';
import { type Choice, isTenable } from './choices.ts';
import { type Group, groupsOf } from './groups.ts';
import { type Link, stackProblem } from './stackProblem.ts';
import type { Tolerance } from './tolerance.ts';
import type { Workshop } from './workshop.ts';

/** What a pin takes. */
export type TakenVersion =
  | {
      readonly kind: 'version';
      readonly text: string;
      /** What it would take if there were no other pins. */
      readonly newest: string;
      /** Nothing better goes together; otherwise the search stopped at its bound with the best it had seen. */
      readonly proven: boolean;
    }
  /** No versions of it and of the pins that it depends on go together. */
  | { readonly kind: 'none' }
  /** The search stopped before it found any, or that there are none. */
  | { readonly kind: 'unknown' };

/** Gives what a pin of the stacks takes; of an exact pin its own version. */
export type Taken = (pin: KnownPin) => TakenVersion;

/**
 * How bad the pairs of a group may be, strictest first. Each as good as it can be by itself; where that cannot be all at once,
 * untested; then unsupported. What cannot work goes with nothing.
 */
const TOLERANCES: readonly Tolerance[] = [BADNESS.unknown, BADNESS.untested, BADNESS.unsupported].map(
  (least) => (now) => Math.max(least, now),
);

const NONE: TakenVersion = { kind: 'none' };
const UNKNOWN: TakenVersion = { kind: 'unknown' };

/** A choice, with those of its versions that can be taken on the day, by their places. */
interface Open {
  readonly choice: Choice;
  readonly values: readonly number[];
}

/**
 * Resolves the ranges and lines of stacks together, without changing a pin. Pins that depend on each other take, in this order,
 * the fewest versions out of support and the newest: as few newer ones as can be are left out, of all of them together. What
 * upstream took back, or had not released by the day, is taken where there is nothing else.
 * @param stacks of one document; a pin that several share takes one version in all of them
 * @param limits of the search for each group of pins that depend on each other; it is made when one of them is asked for
 */
export function versionsTaken(stacks: readonly EffectiveStack[], shared: Workshop, limits: Limits): Taken {
  const problem = stackProblem(stacks, shared, {
    isFree: () => false,
    isTarget: () => false,
    tied: false,
    takesPart: ({ candidates }) => candidates.length > 1,
  });
  if (problem === undefined) return () => UNKNOWN;
  const choices = problem.choices.map((choice) => ({ choice, values: takeable(choice, shared) }));
  const places = new Map(
    choices.flatMap(({ choice }, place) => choice.pins.map(({ entry }) => [entry, place] as const)),
  );
  // Most pairs go together whatever their pins take.
  const links = problem.links
    .map((link) => amongTakeable(link, choices))
    .filter(({ worst }) => worst > BADNESS.unknown);
  const groups = groupsOf(
    choices.map(({ values }) => values.length > 1),
    links,
  );
  const groupOf = new Map(groups.flatMap((group) => group.open.map((place) => [place, group] as const)));
  const solved = new Map<Group, Resolved>();
  return ({ entry, candidates }) => {
    const place = places.get(entry);
    const open = place === undefined ? undefined : choices[place];
    if (place === undefined || open === undefined) return settled(candidates[0]);
    const { choice, values } = open;
    const group = groupOf.get(place);
    const newest = choice.versions[values[0] ?? 0];
    if (group === undefined || newest === undefined) return settled(newest);
    const resolved = solved.get(group) ?? resolve(group, choices, shared, limits);
    if (limits.isCancelled?.() !== true) solved.set(group, resolved);
    if ('kind' in resolved) return resolved;
    const text = choice.versions[resolved.values.get(place) ?? 0];
    return text === undefined ? UNKNOWN : { kind: 'version', text, newest, proven: resolved.proven };
  };
}

function settled(text: string | undefined): TakenVersion {
  return text === undefined ? NONE : { kind: 'version', text, newest: text, proven: true };
}

/** Versions that all pins of a choice can take on the day; all of them where there is none. */
function takeable({ pins, versions }: Choice, { offered, context: { date } }: Workshop): readonly number[] {
  const all = [...versions.keys()];
  if (versions.length < 2) return all;
  const isReleased = (pin: KnownPin, text: string): boolean => {
    const { line, version } = offered.about(pin.component, text) ?? {};
    // The day of a line is that of its first final release.
    const isFinal = version !== undefined && !isPrerelease(version);
    return !(isFinal && line?.released !== undefined && line.released > date);
  };
  const fit = all.filter((place) => {
    const text = versions[place] ?? '';
    return pins.every((pin) => isTenable(pin, text, offered) && isReleased(pin, text));
  });
  return fit.length === 0 ? all : fit;
}

/** A link with what it is among versions that can be taken on the day, where these are not all. */
function amongTakeable(link: Link, choices: readonly Open[]): Link {
  const [one, two] = [choices[link.one], choices[link.two]];
  if (one === undefined || two === undefined || (isWhole(one) && isWhole(two))) return link;
  const { classesOfOne, classesOfTwo, verdict } = link.table;
  const others = new Set(two.values.map((place) => classesOfTwo[place] ?? 0));
  const badness = [...new Set(one.values.map((place) => classesOfOne[place] ?? 0))].flatMap((classOfOne) =>
    [...others].map((classOfTwo) => BADNESS[verdict(classOfOne, classOfTwo).verdict]),
  );
  return { ...link, now: Math.min(...badness), worst: Math.max(...badness) };
}

function isWhole({ choice, values }: Open): boolean {
  return values.length === choice.versions.length;
}

/** What a group takes: places of versions by the places of choices. */
type Resolved =
  | { readonly values: ReadonlyMap<number, number>; readonly proven: boolean }
  | Exclude<TakenVersion, { readonly kind: 'version' }>;

function resolve(group: Group, choices: readonly Open[], shared: Workshop, limits: Limits): Resolved {
  const places = [...new Set([...group.open, ...group.links.flatMap(({ one, two }) => [one, two])])];
  const variables = places.map((place) => ({ costs: costsOf(choices[place], shared) }));
  const variableOf = new Map(places.map((place, variable) => [place, variable]));
  const asked = new Set<string>();
  let isOpen = false;
  for (const tolerance of TOLERANCES) {
    const key = group.links.map(({ now }) => tolerance(now, false)).join();
    if (asked.has(key)) continue;
    asked.add(key);
    const constraints = group.links.map((link) => constraintOf(link, choices, variableOf, tolerance));
    const solution = solve({ variables, constraints }, limits);
    if (solution.kind === 'unknown') isOpen = true;
    if (solution.kind !== 'solved') continue;
    const taken = places.map((place, variable): [number, number] => {
      const value = solution.values[variable] ?? 0;
      return [place, choices[place]?.values[value] ?? 0];
    });
    return { values: new Map(taken), proven: solution.proven && !isOpen };
  }
  return isOpen ? { kind: 'unknown' } : { kind: 'none' };
}

/** Of each version that can be taken: whether it is out of support, and how many newer ones could be. */
function costsOf(open: Open | undefined, { offered }: Workshop): Cost[] {
  if (open === undefined) return [];
  const { pins, versions } = open.choice;
  return open.values.map((place, newer) => {
    const ended = pins.filter(({ component }) => offered.about(component, versions[place] ?? '')?.ended === true);
    return [ended.length, newer * pins.length];
  });
}

function constraintOf(
  { one, two, table, now }: Link,
  choices: readonly Open[],
  variableOf: ReadonlyMap<number, number>,
  tolerance: Tolerance,
): Constraint {
  const most = tolerance(now, false);
  const classes = (place: number, of: readonly number[]): readonly number[] => {
    const open = choices[place];
    return open === undefined || isWhole(open) ? of : open.values.map((value) => of[value] ?? 0);
  };
  // Asked of the table only when the search looks at the link.
  const ofOne = once(() => classes(one, table.classesOfOne));
  const ofTwo = once(() => classes(two, table.classesOfTwo));
  return {
    one: variableOf.get(one) ?? 0,
    two: variableOf.get(two) ?? 0,
    get classesOfOne() {
      return ofOne();
    },
    get classesOfTwo() {
      return ofTwo();
    },
    allows: (classOfOne, classOfTwo) => BADNESS[table.verdict(classOfOne, classOfTwo).verdict] <= most,
  };
}
