/** The parts of a problem that have nothing to do with each other: each can be solved by itself, and the costs add up. */
import type { Constraint } from '../engine/problem.ts';
import { type Link, problemOf, type StackProblem } from './stackProblem.ts';

/**
 * Takes a problem apart. A choice with one version ties nothing together: it is in each part that has to do with it.
 * @returns in the order of their first choice; choices that nothing has to do with are in none
 */
export function partsOf({ choices, links, barred }: StackProblem): readonly StackProblem[] {
  const leads = choices.map((_, place) => place);
  const leadOf = (place: number): number => {
    let lead = place;
    while (leads[lead] !== lead) lead = leads[lead] ?? lead;
    leads[place] = lead;
    return lead;
  };
  const isOpen = (place: number) => (choices[place]?.versions.length ?? 0) > 1;
  const pairs: readonly (Link | Constraint)[] = [...links, ...barred];
  for (const { one, two } of pairs) {
    if (!isOpen(one) || !isOpen(two)) continue;
    const [a, b] = [leadOf(one), leadOf(two)];
    leads[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, Group>();
  const groupOf = (lead: number): Group => {
    const known = groups.get(lead) ?? { places: new Map(), links: [], barred: [] };
    groups.set(lead, known);
    return known;
  };
  for (const place of choices.keys()) if (isOpen(place)) placeIn(groupOf(leadOf(place)), place);
  for (const link of links) {
    const group = groupOf(leadOf(isOpen(link.one) ? link.one : link.two));
    group.links.push({ ...link, one: placeIn(group, link.one), two: placeIn(group, link.two) });
  }
  for (const constraint of barred) {
    const group = groupOf(leadOf(isOpen(constraint.one) ? constraint.one : constraint.two));
    group.barred.push({ ...constraint, one: placeIn(group, constraint.one), two: placeIn(group, constraint.two) });
  }
  return [...groups.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, group]) =>
      problemOf(
        [...group.places.keys()].flatMap((place) => choices[place] ?? []),
        group.links,
        group.barred,
      ),
    );
}

interface Group {
  /** By the place in the whole problem, the place in this part; in order. */
  readonly places: Map<number, number>;
  readonly links: Link[];
  readonly barred: Constraint[];
}

function placeIn({ places }: Group, place: number): number {
  const known = places.get(place) ?? places.size;
  places.set(place, known);
  return known;
}
