/** The least change of some pins that makes pairs good: what every fix of a version is made from. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { Cost, Limits } from '../engine/problem.ts';
import { solve } from '../engine/solve.ts';
import { type ProblemOptions, type StackProblem, stackProblem } from '../stack/stackProblem.ts';
import type { Tolerance } from '../stack/tolerance.ts';
import type { Workshop } from '../stack/workshop.ts';

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
      /** As `priceOf` counts it, of all pins together. */
      readonly cost: Cost;
      /** Nothing less does; otherwise the search stopped at its bound with the best it had seen. */
      readonly proven: boolean;
    }
  | { readonly kind: 'none' }
  /** The search stopped before it found any. */
  | { readonly kind: 'unknown' };

/**
 * Finds it under the strictest tolerance under which there is any.
 * @param tolerances strictest first
 * @param limits for each of them
 */
export function leastChange(
  stacks: readonly EffectiveStack[],
  shared: Workshop,
  options: ProblemOptions,
  tolerances: readonly Tolerance[],
  limits: Limits,
): LeastChange {
  const problem = stackProblem(stacks, shared, options);
  if (problem === undefined) return { kind: 'unknown' };
  let isOpen = false;
  for (const tolerance of distinct(problem, tolerances)) {
    const solution = solve(problem.under(tolerance), limits);
    if (solution.kind === 'unknown') isOpen = true;
    // An answer under a later tolerance is the least only if there is none under those before.
    if (solution.kind === 'solved')
      return {
        kind: 'found',
        moves: movesOf(problem, solution.values),
        cost: solution.cost,
        proven: solution.proven && !isOpen,
      };
  }
  return { kind: isOpen ? 'unknown' : 'none' };
}

/** Of tolerances that allow the same for every pair of a problem, the first. */
function distinct({ links }: StackProblem, tolerances: readonly Tolerance[]): readonly Tolerance[] {
  const seen = new Set<string>();
  return tolerances.filter((tolerance) => {
    const key = links.map(({ now, isTarget }) => tolerance(now, isTarget)).join('');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function movesOf({ choices }: StackProblem, values: readonly number[]): Move[] {
  return choices.flatMap(({ pins, versions, kept }, place) => {
    const value = values[place] ?? 0;
    const to = versions[value];
    if (value < kept || to === undefined) return [];
    return [{ pins, to }];
  });
}
