/** Two components of which one may carry others: their versions are judged with what they bring along. */

import type { Catalog, Component } from '../catalog/model.ts';
import { type CarriedVersions, carriedAt, carriedComponents } from './carried.ts';
import { once } from './once.ts';
import { BADNESS } from './pairs.ts';
import { plainTable } from './plainTable.ts';
import type { IsPinned } from './verdictMemory.ts';
import { versionClasses } from './versionClasses.ts';

/** Versions by class. */
export interface Classes {
  /** By the place of a version. */
  readonly of: readonly number[];
  /** One version of each class. */
  readonly examples: readonly string[];
}

export interface CarryingTable {
  readonly one: () => Classes;
  readonly two: () => Classes;
  /** Badness of versions of two classes, at its best. */
  badness(classOfOne: number, classOfTwo: number): number;
}

/** Makes the table of two components within a stack. */
export function carryingTable(
  a: Component,
  versionsOfA: readonly string[],
  b: Component,
  versionsOfB: readonly string[],
  catalog: Catalog,
  isPinned: IsPinned,
): CarryingTable {
  const one = once(() => classesOf(a, versionsOfA, b, catalog, isPinned));
  const two = once(() => classesOf(b, versionsOfB, a, catalog, isPinned));
  const known = new Map<string, number>();
  return {
    one,
    two,
    badness: (classOfOne, classOfTwo) => {
      const key = `${classOfOne} ${classOfTwo}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const [first, second] = [one().examples[classOfOne] ?? '', two().examples[classOfTwo] ?? ''];
      const made = badnessOf(
        { component: a, versions: [first] },
        { component: b, versions: [second] },
        catalog,
        isPinned,
      );
      known.set(key, made);
      return made;
    },
  };
}

/**
 * Versions that every statement about the component and another one, or about what either of them carries, treats alike.
 */
export function classesOf(
  component: Component,
  versions: readonly string[],
  other: Component,
  catalog: Catalog,
  isPinned: IsPinned,
): Classes {
  const others = [other, ...carriedComponents(other, catalog, isPinned)].map((one) => versionClasses(component, one));
  const places = new Map<string, number>();
  const examples: string[] = [];
  const of = versions.map((text) => {
    const parts = others.map((classes) => String(classes.of(text)));
    for (const { component: part, versions: carried } of carriedAt(component, text, catalog)) {
      if (isPinned(part.id)) continue;
      const classes = versionClasses(part, other);
      const marks = [...new Set(carried.map((version) => classes.of(version)))].sort((x, y) => x - y);
      parts.push(`${part.id}:${marks.join('|')}`);
    }
    const key = parts.join(' ');
    const place = places.get(key) ?? examples.push(text) - 1;
    places.set(key, place);
    return place;
  });
  return { of, examples };
}

/**
 * What two versions make of each other with what they carry, as `combine` (analysis/sides.ts) reads it: of all that is said,
 * the worst; of a carried range, the best that it may be.
 */
function badnessOf(one: CarriedVersions, two: CarriedVersions, catalog: Catalog, isPinned: IsPinned): number {
  const carried = ({ component, versions: [text = ''] }: CarriedVersions) =>
    carriedAt(component, text, catalog).filter((part) => !isPinned(part.component.id));
  const said = [
    bestOf(one, two),
    ...carried(two).map((part) => bestOf(one, part)),
    ...carried(one).map((part) => bestOf(part, two)),
  ].filter((badness) => badness !== BADNESS.unknown);
  return said.length === 0 ? BADNESS.unknown : Math.max(...said);
}

function bestOf(one: CarriedVersions, two: CarriedVersions): number {
  const table = plainTable(one.component, two.component);
  const classes = (versions: readonly string[], of: (text: string) => number) => new Set(versions.map(of));
  let best: number | undefined;
  for (const first of classes(one.versions, table.one.of)) {
    for (const second of classes(two.versions, table.two.of)) {
      const badness = BADNESS[table.verdict(first, second).verdict];
      if (best === undefined || badness < best) best = badness;
    }
  }
  return best ?? BADNESS.unknown;
}
