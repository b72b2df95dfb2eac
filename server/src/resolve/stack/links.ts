/** Which pins of a stack anybody says anything about together. */

import { carriedComponents } from '../../analysis/carried.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { IsPinned } from '../../analysis/verdictMemory.ts';
import type { Catalog, Component } from '../../catalog/model.ts';

/**
 * Finds the pairs of pins between which there may be a statement, at whatever versions: by one about the other, by one about
 * what the other may carry, or by what one may carry about the other.
 * @returns gives for the place of a pin the places of the others, ascending; what is not asked for costs nothing
 */
export function linksAmong(
  pins: readonly KnownPin[],
  catalog: Catalog,
  isPinned: IsPinned,
): (place: number) => readonly number[] {
  const byComponent = new Map<Component, { readonly names: readonly string[]; readonly topics: readonly string[] }>();
  const wordsOf = (component: Component) => {
    const known = byComponent.get(component) ?? wordsAbout(component, carriedComponents(component, catalog, isPinned));
    byComponent.set(component, known);
    return known;
  };
  const named = new Map<string, number[]>();
  const speaking = new Map<string, number[]>();
  for (const [place, { component }] of pins.entries()) {
    const { names, topics } = wordsOf(component);
    for (const name of names) add(named, name, place);
    for (const topic of topics) add(speaking, topic, place);
  }
  return (place) => {
    const pin = pins[place];
    if (pin === undefined) return [];
    const { names, topics } = wordsOf(pin.component);
    const found = new Set<number>();
    for (const topic of topics) for (const other of named.get(topic) ?? []) found.add(other);
    for (const name of names) for (const other of speaking.get(name) ?? []) found.add(other);
    return [...found].filter((other) => pins[other]?.component !== pin.component).sort((a, b) => a - b);
  };
}

/** What statements name a component by, and what it says something about: with what it may carry. */
function wordsAbout(component: Component, carried: readonly Component[]) {
  const names = new Set<string>();
  const topics = new Set<string>();
  for (const { id, series, compatibility } of [component, ...carried]) {
    names.add(id);
    for (const rule of compatibility ?? []) topics.add(rule.with);
    if (series === undefined) continue;
    // Parts of one whole all speak of each other. No id has a space.
    names.add(`series ${series.of}`);
    topics.add(`series ${series.of}`);
  }
  return { names: [...names], topics: [...topics] };
}

function add(lists: Map<string, number[]>, name: string, place: number): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [place]);
  else list.push(place);
}
