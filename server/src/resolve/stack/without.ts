/** A problem without some of its versions: what was found out about the others holds. */
import { once } from '../../analysis/once.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { PairTable } from '../../analysis/pairTable.ts';
import type { Constraint } from '../engine/problem.ts';
import type { Choice } from './choices.ts';
import { type Link, problemOf, type StackProblem } from './stackProblem.ts';

/** A version of one pin. */
export interface PinnedAt {
  readonly pin: KnownPin;
  readonly text: string;
}

/** What is not to be taken. */
export interface RuledOut {
  /** Whether a pin may be moved to a version. Where it stays is not asked. */
  suits(pin: KnownPin, text: string): boolean;
  /** Versions of two pins that are not to be taken together. */
  barred(): readonly (readonly [PinnedAt, PinnedAt])[];
}

/** The same problem where nothing is ruled out. */
export function without(problem: StackProblem, { suits, barred }: RuledOut): StackProblem {
  const left = problem.choices.map((choice) => placesLeft(choice, suits));
  const isWhole = (place: number) => left[place]?.length === problem.choices[place]?.versions.length;
  const choices = problem.choices.map((choice, place) =>
    isWhole(place) ? choice : reduced(choice, left[place] ?? []),
  );
  const links = problem.links.map((link): Link => {
    const [one, two] = [link.one, link.two].map((place) => (isWhole(place) ? undefined : left[place]));
    return one === undefined && two === undefined ? link : { ...link, table: reducedTable(link.table, one, two) };
  });
  return problemOf(choices, links, [...problem.barred, ...constraintsOf(choices, barred())]);
}

function placesLeft({ pins, versions, kept }: Choice, suits: RuledOut['suits']): readonly number[] {
  return [...versions.keys()].filter((place) => place < kept || pins.every((pin) => suits(pin, versions[place] ?? '')));
}

function reduced(choice: Choice, places: readonly number[]): Choice {
  const costs = once(() => places.map((place) => choice.costs[place] ?? []));
  return {
    ...choice,
    versions: places.map((place) => choice.versions[place] ?? ''),
    get costs() {
      return costs();
    },
  };
}

function reducedTable(
  table: PairTable,
  one: readonly number[] | undefined,
  two: readonly number[] | undefined,
): PairTable {
  const among = (of: ArrayLike<number>, places: readonly number[] | undefined) =>
    places === undefined ? Array.from(of) : places.map((place) => of[place] ?? 0);
  const classesOfOne = once(() => among(table.classesOfOne, one));
  const classesOfTwo = once(() => among(table.classesOfTwo, two));
  return {
    key: table.key,
    get classesOfOne() {
      return classesOfOne();
    },
    get classesOfTwo() {
      return classesOfTwo();
    },
    badness: (a, b) => table.badness(a, b),
    verdict: (a, b) => table.verdict(a, b),
  };
}

function constraintsOf(choices: readonly Choice[], barred: ReturnType<RuledOut['barred']>): readonly Constraint[] {
  if (barred.length === 0) return [];
  const placeOf = new Map(choices.flatMap(({ pins }, place) => pins.map(({ entry }) => [entry.entry, place] as const)));
  return barred.flatMap(([a, b]): Constraint[] => {
    const [one, two] = [placeOf.get(a.pin.entry.entry), placeOf.get(b.pin.entry.entry)];
    if (one === undefined || two === undefined || one === two) return [];
    const [first, second] = [choices[one]?.versions.indexOf(a.text), choices[two]?.versions.indexOf(b.text)];
    return [{ one, two, allows: (ofOne, ofTwo) => ofOne !== first || ofTwo !== second }];
  });
}
