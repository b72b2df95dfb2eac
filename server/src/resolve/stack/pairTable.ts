/** What the versions of two components make of each other, judged class by class and only when it is asked for. */
import { atVersion, type LookedUpKnown } from '../../analysis/pairs.ts';
import type { PairVerdict } from '../../analysis/verdict-types.ts';
import { type IsPinned, type Judged, type VerdictMemory, verdictMemory } from '../../analysis/verdictMemory.ts';
import type { Catalog, Component } from '../../catalog/model.ts';
import { carriedComponents, isSpokenOf, signatureOf } from './versionMarks.ts';

export interface PairTable {
  /** Of two tables of the same versions the same where they judge them alike. */
  readonly key: string;
  /** The class of each version, by its place in the list that was given: versions of a class are treated alike. */
  readonly classesOfOne: readonly number[];
  readonly classesOfTwo: readonly number[];
  /** The verdict on versions of two classes at its best; only what a version carries can leave it open. */
  verdict(classOfOne: number, classOfTwo: number): PairVerdict;
  /** The same, at its best and at its worst. */
  judged(classOfOne: number, classOfTwo: number): Judged;
}

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
  /** What two pins make of each other as they are written. */
  asWritten(a: LookedUpKnown, b: LookedUpKnown, isPinned: IsPinned): Judged;
}

/** Versions by class. */
interface Classes {
  /** By the place of a version. */
  readonly of: readonly number[];
  /** One version of each class. */
  readonly examples: readonly string[];
}

/**
 * Makes tables that share what they judge.
 * @param memory of verdicts, where there is one to share
 */
export function pairTables(
  { catalog }: { readonly catalog: Catalog },
  memory: VerdictMemory = verdictMemory(catalog),
): PairTables {
  /** By the list of versions, then by all else that they depend on. */
  const kept = new WeakMap<readonly string[], Map<string, Classes>>();
  const classesOf = (
    pin: LookedUpKnown,
    versions: readonly string[],
    other: Component,
    carriedByOther: readonly Component[],
    isPinned: IsPinned,
  ): Classes => {
    const own = carriedComponents(pin.component, catalog, isPinned);
    const key = [other, ...carriedByOther].map(({ id }) => id).join() + own.map(({ id }) => ` ${id}`).join();
    const known = kept.get(versions) ?? new Map<string, Classes>();
    kept.set(versions, known);
    const made = known.get(key) ?? classify(pin, versions, other, carriedByOther, isPinned);
    known.set(key, made);
    return made;
  };
  const classify = (
    pin: LookedUpKnown,
    versions: readonly string[],
    other: Component,
    carriedByOther: readonly Component[],
    isPinned: IsPinned,
  ): Classes => {
    const places = new Map<string, number>();
    const examples: string[] = [];
    const of = versions.map((text) => {
      const likeness = () => memory.likeness(atVersion(pin, text));
      const signature = signatureOf(pin.component, text, likeness, other, carriedByOther, isPinned);
      const known = places.get(signature);
      if (known !== undefined) return known;
      places.set(signature, examples.length);
      return examples.push(text) - 1;
    });
    return { of, examples };
  };
  const participant = (pin: LookedUpKnown, isPinned: IsPinned) => memory.participant(memory.likeness(pin), isPinned);
  /** By both lists of versions, then by all else that a table depends on. */
  const tables = new WeakMap<readonly string[], WeakMap<readonly string[], Map<string, PairTable>>>();
  return {
    asWritten: (a, b, isPinned) => memory.judge(participant(a, isPinned), participant(b, isPinned)),
    between: (a, versionsOfA, b, versionsOfB, isPinned) => {
      if (a.component === b.component) return undefined;
      const carriedByA = carriedComponents(a.component, catalog, isPinned);
      const carriedByB = carriedComponents(b.component, catalog, isPinned);
      if (!isSpokenOf(a.component, carriedByA, b.component, carriedByB)) return undefined;
      const ofA = tables.get(versionsOfA) ?? new WeakMap<readonly string[], Map<string, PairTable>>();
      tables.set(versionsOfA, ofA);
      const alike = ofA.get(versionsOfB) ?? new Map<string, PairTable>();
      ofA.set(versionsOfB, alike);
      const ids = (list: readonly Component[]) => list.map(({ id }) => id).join();
      const key = `${a.component.id} ${b.component.id} ${ids(carriedByA)} ${ids(carriedByB)}`;
      const before = alike.get(key);
      if (before !== undefined) return before;
      let one: Classes | undefined;
      let two: Classes | undefined;
      const first = (): Classes => (one ??= classesOf(a, versionsOfA, b.component, carriedByB, isPinned));
      const second = (): Classes => (two ??= classesOf(b, versionsOfB, a.component, carriedByA, isPinned));
      const known = new Map<number, Judged>();
      const judged = (classOfOne: number, classOfTwo: number): Judged => {
        const key = classOfOne * second().examples.length + classOfTwo;
        const before = known.get(key);
        if (before !== undefined) return before;
        const at = (pin: LookedUpKnown, text: string | undefined) =>
          participant(text === undefined ? pin : atVersion(pin, text), isPinned);
        const made = memory.judge(at(a, first().examples[classOfOne]), at(b, second().examples[classOfTwo]));
        known.set(key, made);
        return made;
      };
      const table: PairTable = {
        key,
        get classesOfOne() {
          return first().of;
        },
        get classesOfTwo() {
          return second().of;
        },
        judged,
        verdict: (classOfOne, classOfTwo) => judged(classOfOne, classOfTwo).best,
      };
      alike.set(key, table);
      return table;
    },
  };
}
