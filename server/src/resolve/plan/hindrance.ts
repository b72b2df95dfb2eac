/** The smallest set of walkers that cannot all reach their ends over good states: what remains when others are left out. */
import type { Limits } from '../engine/problem.ts';
import { NO_WAY, type Road } from './roads.ts';
import { findWalk } from './walk.ts';

export interface Hindrance {
  /** Ascending. */
  readonly walkers: readonly number[];
  /** Whether no smaller set is in the way. */
  readonly proven: boolean;
}

/** Sets of up to so many walkers are all tried; larger ones are found by leaving out walkers one by one. */
const MOST_TRIED = 3;

/** Steps of a search among a few walkers. */
const SMALL = 20_000;

/**
 * Finds which walkers are in each other's way.
 * @param roads of a journey that cannot be made
 * @param limits the steps count the sets that are looked at
 * @returns undefined where the search stopped before it found any
 */
export function hindranceAmong(roads: readonly Road[], limits: Limits): Hindrance | undefined {
  let left = limits.steps;
  let isSure = true;
  const cannot = (walkers: readonly number[]): boolean => {
    left -= 1;
    const { kind } = findWalk(some(roads, walkers), { ...limits, steps: SMALL });
    if (kind === 'unknown') isSure = false;
    return kind === 'none';
  };
  const alone = roads.findIndex((road) => (road.alone[0] ?? NO_WAY) >= NO_WAY);
  if (alone >= 0) return { walkers: [alone], proven: true };
  for (const [one, { views }] of roads.entries()) {
    const view = views.find(({ steps }) => (steps[0] ?? NO_WAY) >= NO_WAY);
    if (view !== undefined) return { walkers: [one, view.other].sort((a, b) => a - b), proven: true };
  }
  for (const walkers of tiedSets(roads, MOST_TRIED)) {
    if (left <= 0 || limits.isCancelled?.() === true) return undefined;
    if (cannot(walkers)) return { walkers, proven: isSure };
  }
  return leftOver(roads, cannot, () => isSure);
}

/** Leaves out one walker after another, as long as the rest cannot be done. */
function leftOver(
  roads: readonly Road[],
  cannot: (walkers: readonly number[]) => boolean,
  isSure: () => boolean,
): Hindrance | undefined {
  let rest = [...roads.keys()].filter((walker) => (roads[walker]?.views.length ?? 0) > 0);
  if (!cannot(rest)) return undefined;
  for (const walker of [...rest].reverse()) {
    const without = rest.filter((one) => one !== walker);
    if (cannot(without)) rest = without;
  }
  return { walkers: rest, proven: isSure() && rest.length === MOST_TRIED + 1 };
}

/** Some walkers by themselves, as if the others were not there. */
export function some(roads: readonly Road[], chosen: readonly number[]): readonly Road[] {
  const placeOf = new Map(chosen.map((walker, place) => [walker, place]));
  return chosen.flatMap((walker): Road[] => {
    const road = roads[walker];
    if (road === undefined) return [];
    const views = road.views.flatMap((view) => {
      const other = placeOf.get(view.other);
      return other === undefined ? [] : [{ ...view, other }];
    });
    return [{ ...road, views }];
  });
}

/** Sets of walkers that hang together by ties, each once, in order. */
function* tiedSets(roads: readonly Road[], size: number): Generator<readonly number[]> {
  const seen = new Set<string>();
  function* grow(chosen: readonly number[]): Generator<readonly number[]> {
    const key = chosen.join();
    if (seen.has(key)) return;
    seen.add(key);
    if (chosen.length === size) {
      yield chosen;
      return;
    }
    const near = new Set(chosen.flatMap((walker) => roads[walker]?.views.map(({ other }) => other) ?? []));
    for (const walker of [...near].sort((a, b) => a - b)) {
      if (!chosen.includes(walker)) yield* grow([...chosen, walker].sort((a, b) => a - b));
    }
  }
  for (const walker of roads.keys()) yield* grow([walker]);
}
