/** What the versions of two components make of each other, judged class by class and only when it is asked for. */

import type { Catalog, Component } from '../catalog/model.ts';
import { carriedComponents, isSpokenOf } from './carried.ts';
import { type CarryingTable, carryingTable } from './carryingTable.ts';
import { atVersion, type LookedUpKnown } from './pairs.ts';
import { plainTable } from './plainTable.ts';
import { type Extremes, SILENT } from './sides.ts';
import type { PairVerdict } from './verdict-types.ts';
import { type IsPinned, type VerdictMemory, verdictMemory } from './verdictMemory.ts';
import { versionClasses } from './versionClasses.ts';

export interface PairTable {
  /** Of two tables of the same pins the same where they judge them alike. */
  readonly key: string;
  /** The class of each version, by its place in the list that was given: versions of a class are treated alike. */
  readonly classesOfOne: readonly number[];
  readonly classesOfTwo: readonly number[];
  /** How bad versions of two classes are together (analysis/pairs.ts), at their best: only what one carries can leave it open. */
  badness(classOfOne: number, classOfTwo: number): number;
  /** The same as a verdict, with its reason and the statements that decided. */
  verdict(classOfOne: number, classOfTwo: number): PairVerdict;
}

/** What two pins reach. */
type Reached = Pick<Extremes, 'best' | 'worst'>;

export interface PairTables {
  /**
   * The table of two pins, whatever is pinned of them.
   * @param versionsOfA catalog versions of the component of the first
   * @param isPinned whether the stack pins an id itself: what a distribution carries does not count then
   * @returns undefined where nobody says anything about the two, or what they carry
   */
  between(
    a: LookedUpKnown,
    versionsOfA: readonly string[],
    b: LookedUpKnown,
    versionsOfB: readonly string[],
    isPinned: IsPinned,
  ): PairTable | undefined;
  /** What two pins make of each other as they are written, at its best and at its worst. */
  asWritten(a: LookedUpKnown, b: LookedUpKnown, isPinned: IsPinned): Reached;
}

/**
 * Makes tables that share what they judge.
 * @param memory of verdicts, where there is one to share
 */
export function pairTables(
  { catalog }: { readonly catalog: Catalog },
  memory: VerdictMemory = verdictMemory(catalog),
): PairTables {
  const carrying = carryingTables(catalog);
  const judged = (a: LookedUpKnown, b: LookedUpKnown, isPinned: IsPinned): Reached => {
    const [one, two] = [a, b].map((pin) => memory.participant(memory.likeness(pin), isPinned));
    return one === undefined || two === undefined ? SILENT : memory.judge(one, two);
  };
  return {
    asWritten: (a, b, isPinned) => {
      const [first, second] = [a.candidates[0], b.candidates[0]];
      const isPlain = a.candidates.length === 1 && b.candidates.length === 1 && !isCarrier(a) && !isCarrier(b);
      if (!isPlain || first === undefined || second === undefined) return judged(a, b, isPinned);
      const verdict = plainTable(a.component, b.component).between(first, second);
      return { best: verdict, worst: verdict };
    },
    between: (a, versionsOfA, b, versionsOfB, isPinned) => {
      if (a.component === b.component) return undefined;
      const carriedByA = carriedComponents(a.component, catalog, isPinned);
      const carriedByB = carriedComponents(b.component, catalog, isPinned);
      if (!isSpokenOf(a.component, carriedByA, b.component, carriedByB)) return undefined;
      if (carriedByA.length + carriedByB.length > 0) {
        const key = [...carriedByA, ...carriedByB].map(({ id }) => id).join();
        const { one, two, badness } = carrying(
          versionsOfA,
          versionsOfB,
          `${a.component.id} ${b.component.id} ${key}`,
          () => carryingTable(a.component, versionsOfA, b.component, versionsOfB, catalog, isPinned),
        );
        return {
          key,
          get classesOfOne() {
            return one().of;
          },
          get classesOfTwo() {
            return two().of;
          },
          badness,
          verdict: (classOfOne, classOfTwo) => {
            const at = (pin: LookedUpKnown, text: string | undefined) =>
              text === undefined ? pin : atVersion(pin, text);
            return judged(at(a, one().examples[classOfOne]), at(b, two().examples[classOfTwo]), isPinned).best;
          },
        };
      }
      const { verdict, badness } = plainTable(a.component, b.component);
      return {
        key: '',
        get classesOfOne() {
          return classes(a.component, versionsOfA, b.component);
        },
        get classesOfTwo() {
          return classes(b.component, versionsOfB, a.component);
        },
        badness,
        verdict,
      };
    },
  };
}

function isCarrier({ component }: LookedUpKnown): boolean {
  return component.carries !== undefined;
}

/** By list of versions, and by the other component. */
const lists = new WeakMap<readonly string[], Map<Component, readonly number[]>>();

/** The classes of a list of versions; it is gone through once for each other component. */
function classes(component: Component, versions: readonly string[], other: Component): readonly number[] {
  const known = lists.get(versions) ?? new Map<Component, readonly number[]>();
  lists.set(versions, known);
  const made = known.get(other) ?? versions.map(versionClasses(component, other).of);
  known.set(other, made);
  return made;
}

type PerList<T> = WeakMap<readonly string[], T>;

/** By catalog, by both lists of versions, and by all else that a table depends on. */
const carryingKnown = new WeakMap<Catalog, PerList<PerList<Map<string, CarryingTable>>>>();

/** The same table for the same lists. */
function carryingTables(catalog: Catalog) {
  const known = carryingKnown.get(catalog) ?? new WeakMap();
  carryingKnown.set(catalog, known);
  return (one: readonly string[], two: readonly string[], key: string, make: () => CarryingTable): CarryingTable => {
    const ofOne: PerList<Map<string, CarryingTable>> = known.get(one) ?? new WeakMap();
    known.set(one, ofOne);
    const ofBoth = ofOne.get(two) ?? new Map<string, CarryingTable>();
    ofOne.set(two, ofBoth);
    const made = ofBoth.get(key) ?? make();
    ofBoth.set(key, made);
    return made;
  };
}
