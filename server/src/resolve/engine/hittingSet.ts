/** Smallest sets that have an element of each of some sets. */
import type { Budget } from './budget.ts';

/**
 * A smallest set that has an element of every set; of several always the same. Undefined where the budget ended first.
 * @param sets of numbers, none of them empty
 * @param atLeast a size that none falls below: the first set of that size is taken
 */
export function smallestHittingSet(
  sets: readonly (readonly number[])[],
  atLeast: number,
  budget: Budget,
): readonly number[] | undefined {
  const taken = new Set<number>();
  let best: readonly number[] | undefined;
  let isCut = false;
  const search = (): void => {
    if (isCut || best?.length === atLeast) return;
    if (!budget.take()) {
      isCut = true;
      return;
    }
    const missed = sets.filter((set) => !set.some((element) => taken.has(element)));
    if (best !== undefined && taken.size + countDisjoint(missed) >= best.length) return;
    const [narrowest] = missed.sort((a, b) => a.length - b.length);
    if (narrowest === undefined) {
      best = [...taken].sort((a, b) => a - b);
      return;
    }
    // What is in most of the sets that are missed first: a small set is found early.
    const count = (element: number) => missed.filter((set) => set.includes(element)).length;
    const counts = new Map(narrowest.map((element) => [element, count(element)]));
    for (const element of [...narrowest].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b)) {
      taken.add(element);
      search();
      taken.delete(element);
    }
  };
  search();
  return isCut ? undefined : best;
}

/** How many sets share no element with one another: each needs an element of its own. */
function countDisjoint(sets: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  let count = 0;
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (set.some((element) => seen.has(element))) continue;
    for (const element of set) seen.add(element);
    count += 1;
  }
  return count;
}
