/** The smallest set of walkers that cannot all reach their ends over good states: what remains when others are left out. */
import type { Limits } from '../engine/problem.ts';
import type { Journey } from './journey.ts';
import { roadsOf } from './roads.ts';
import { findWalk } from './walk.ts';

export interface Hindrance {
  /** Ascending. */
  readonly walkers: readonly number[];
  /** Whether no smaller set is in the way. */
  readonly proven: boolean;
}

/** Sets of up to so many walkers are all tried; larger ones are found by leaving out walkers one by one. */
const MOST_TRIED = 3;

/**
 * Finds which walkers are in each other's way.
 * @param journey one that cannot be made
 * @returns undefined where the search stopped before it found any
 */
export function hindranceIn(journey: Journey, limits: Limits): Hindrance | undefined {
  const budget = { left: limits.steps };
  const cannot = (walkers: readonly number[]): boolean | undefined => {
    const steps = Math.max(0, budget.left);
    const { kind } = findWalk(roadsOf(partOf(journey, walkers)), { ...limits, steps: Math.min(steps, SMALL) });
    budget.left -= 1;
    return kind === 'unknown' ? undefined : kind === 'none';
  };
  let isSure = true;
  for (let size = 1; size <= MOST_TRIED; size += 1) {
    for (const walkers of tiedSets(journey, size)) {
      if (budget.left <= 0 || limits.isCancelled?.() === true) return undefined;
      const is = cannot(walkers);
      if (is === true) return { walkers, proven: isSure };
      if (is === undefined) isSure = false;
    }
  }
  return leftOver(journey, cannot, isSure);
}

/** Steps of a search among a few walkers. */
const SMALL = 20_000;

/** Leaves out one walker after another, as long as the rest cannot be done. */
function leftOver(
  { walkers, ties }: Journey,
  cannot: (walkers: readonly number[]) => boolean | undefined,
  isSure: boolean,
): Hindrance | undefined {
  const tied = new Set(ties.flatMap(({ one, two }) => [one, two]));
  let rest = [...walkers.keys()].filter((walker) => tied.has(walker));
  if (cannot(rest) !== true) return undefined;
  for (const walker of [...rest].reverse()) {
    const without = rest.filter((one) => one !== walker);
    if (cannot(without) === true) rest = without;
  }
  return { walkers: rest, proven: isSure && rest.length === MOST_TRIED + 1 };
}

/** Some walkers of a journey by themselves. */
export function partOf({ walkers, ties }: Journey, chosen: readonly number[]): Journey {
  const placeOf = new Map(chosen.map((walker, place) => [walker, place]));
  return {
    walkers: chosen.flatMap((walker) => walkers[walker] ?? []),
    ties: ties.flatMap((tie) => {
      const [one, two] = [placeOf.get(tie.one), placeOf.get(tie.two)];
      return one === undefined || two === undefined ? [] : [{ ...tie, one, two }];
    }),
  };
}

/** Sets of walkers that hang together by ties, each once, in order; at least one of them moves. */
function* tiedSets({ walkers, ties }: Journey, size: number): Generator<readonly number[]> {
  const beside: Set<number>[] = walkers.map(() => new Set());
  for (const { one, two } of ties) {
    beside[one]?.add(two);
    beside[two]?.add(one);
  }
  const seen = new Set<string>();
  function* grow(chosen: readonly number[]): Generator<readonly number[]> {
    const key = chosen.join();
    if (seen.has(key)) return;
    seen.add(key);
    if (chosen.length === size) {
      yield chosen;
      return;
    }
    const near = new Set(chosen.flatMap((walker) => [...(beside[walker] ?? [])]));
    for (const walker of [...near].sort((a, b) => a - b)) {
      if (!chosen.includes(walker)) yield* grow([...chosen, walker].sort((a, b) => a - b));
    }
  }
  for (const [walker, { places }] of walkers.entries()) if (places > 1) yield* grow([walker]);
}
