/** The least change of some pins that makes pairs good: what every fix of a version is made from. */
import type { KnownPin } from '../../analysis/pairs.ts';
import { addCost } from '../engine/costs.ts';
import type { Cost, Solution } from '../engine/problem.ts';
import type { Link, StackProblem } from '../stack/stackProblem.ts';
import type { Tolerance, Tolerances } from '../stack/tolerance.ts';
import type { Searching } from './searching.ts';

/** One text that changes. */
export interface Move {
  /** The pins that read it: several where an alias gives them the same version. */
  readonly pins: readonly [KnownPin, ...KnownPin[]];
  /** A version of the catalog. */
  readonly to: string;
}

export type LeastChange =
  | {
      readonly kind: 'found';
      /** Empty where nothing has to be changed. */
      readonly moves: readonly Move[];
      /** Ranges and release lines that stay, with the version that each takes then. */
      readonly takes: readonly Move[];
      /** As `priceOf` counts it, of all pins together. */
      readonly cost: Cost;
      /** Pins that stay where they should not, as there is nowhere to go. */
      readonly stuck: number;
      /** Nothing less does; otherwise the search stopped at its bound with the best it had seen. */
      readonly proven: boolean;
    }
  | { readonly kind: 'none' }
  /** The search stopped before it found any. */
  | { readonly kind: 'unknown' };

/**
 * Finds it under the strictest tolerances under which there is any.
 * @param tolerances strictest first
 * @param search for each of them
 * @param most the worst badness that single pairs may have, whatever the tolerance says of them
 */
export function leastChange(
  problem: StackProblem,
  tolerances: readonly Tolerances[],
  search: Searching,
  most: ReadonlyMap<Link, number> = new Map(),
): LeastChange {
  let isOpen = false;
  for (const group of tolerances) {
    const change = leastOf(problem, group, search, most);
    // An answer under later tolerances is the least only if there is none under those before.
    if (change.kind === 'found') return { ...change, proven: change.proven && !isOpen };
    if (change.kind === 'unknown') isOpen = true;
  }
  return { kind: isOpen ? 'unknown' : 'none' };
}

function leastOf(
  problem: StackProblem,
  tolerances: Tolerances,
  search: Searching,
  most: ReadonlyMap<Link, number>,
): LeastChange {
  const limitsOf = tolerances.map((one) => limitUnder(problem, one, most));
  const [last] = limitsOf.slice(-1);
  if (last === undefined) return { kind: 'none' };
  const least = search.solve(problem.within(last));
  if (least.kind !== 'solved') return least;
  const change = changeOf(problem, least);
  for (const limitOf of limitsOf.slice(0, -1)) {
    // The least of more is the least of fewer that it is among.
    if (change.moves.length === 0 || isWithin(problem, least.values, limitOf)) return change;
    const better = search.solve(problem.within(limitOf));
    const stricter = better.kind === 'solved' ? changeOf(problem, better) : undefined;
    if (stricter !== undefined && stricter.moves.length <= change.moves.length)
      return { ...stricter, proven: stricter.proven && change.proven };
  }
  return change;
}

function isWithin({ links }: StackProblem, values: readonly number[], limitOf: (link: Link) => number): boolean {
  return links.every((link) => {
    const { one, two, table } = link;
    const [a, b] = [values[one] ?? 0, values[two] ?? 0];
    return table.badness(table.classesOfOne[a] ?? 0, table.classesOfTwo[b] ?? 0) <= limitOf(link);
  });
}

/** The worst badness that each pair may have. */
export function limitUnder(
  { choices }: StackProblem,
  tolerance: Tolerance,
  most: ReadonlyMap<Link, number>,
): (link: Link) => number {
  const isOpen = (place: number) => (choices[place]?.kept ?? 0) > 1;
  return (link) =>
    Math.max(tolerance(link.now, link.isTarget, isOpen(link.one) || isOpen(link.two)), most.get(link) ?? 0);
}

type Solved = Extract<Solution, { readonly kind: 'solved' }>;
type Found = Extract<LeastChange, { readonly kind: 'found' }>;

function changeOf(problem: StackProblem, { values, cost, proven }: Solved): Found {
  const [stuck = 0, ...rest] = problem.countsUntenable ? cost : [0, ...cost];
  return { kind: 'found', moves: movesOf(problem, values), takes: takesOf(problem, values), cost: rest, stuck, proven };
}

/** What is put together of changes that have nothing to do with each other. */
export function together(changes: readonly Found[]) {
  return {
    moves: changes.flatMap(({ moves }) => moves),
    takes: changes.flatMap(({ takes }) => takes),
    cost: sumOf(changes.map(({ cost }) => cost)),
    proven: changes.every(({ proven }) => proven),
  };
}

function movesOf({ choices }: StackProblem, values: readonly number[]): Move[] {
  return choices.flatMap(({ pins, versions, kept }, place) => {
    const value = values[place] ?? 0;
    const to = versions[value];
    if (value < kept || to === undefined) return [];
    return [{ pins, to }];
  });
}

function takesOf({ choices }: StackProblem, values: readonly number[]): Move[] {
  return choices.flatMap(({ pins, versions, kept }, place) => {
    const value = values[place] ?? 0;
    const to = versions[value];
    return kept < 2 || value >= kept || to === undefined ? [] : [{ pins, to }];
  });
}

function sumOf(costs: readonly Cost[]): Cost {
  const sum: number[] = [];
  for (const cost of costs) addCost(sum, cost);
  return sum;
}
