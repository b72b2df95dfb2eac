/** The parts of a problem that have nothing to do with each other: each is solved by itself, and the costs add up. */
import type { Constraint } from '../engine/problem.ts';
import { groupsOf } from './groups.ts';
import { type Link, problemOf, type StackProblem } from './stackProblem.ts';

/** Takes a problem apart. A choice with one version is in each part that has to do with it. */
export function partsOf({ choices, links, barred }: StackProblem): readonly StackProblem[] {
  const isOpen = choices.map(({ versions }) => versions.length > 1);
  return groupsOf<Link | Constraint>(isOpen, [...links, ...barred]).map(({ open, links: own }) => {
    const places = [...new Set([...open, ...own.flatMap(({ one, two }) => [one, two])])];
    const placeOf = new Map(places.map((place, index) => [place, index]));
    const moved = <T extends Link | Constraint>(one: T): T => withPlaces(one, placeOf);
    return problemOf(
      places.flatMap((place) => choices[place] ?? []),
      own.flatMap((one) => ('table' in one ? [moved(one)] : [])),
      own.flatMap((one) => ('table' in one ? [] : [moved(one)])),
    );
  });
}

function withPlaces<T extends Link | Constraint>(one: T, placeOf: ReadonlyMap<number, number>): T {
  return { ...one, one: placeOf.get(one.one) ?? 0, two: placeOf.get(one.two) ?? 0 };
}
