/**
 * A smallest set of variables that no values satisfy together.
 *
 * Whatever has to be left out so that the others can be satisfied has a variable of every such set, as one of which nothing is
 * left out cannot be satisfied. So a smallest set that has a variable of each of many such "corrections" is either what is
 * looked for, or can be satisfied and shows another correction (implicit hitting sets; Ignatiev et al., CP 2015).
 */
import { Budget } from './budget.ts';
import { smallestHittingSet } from './hittingSet.ts';
import { LeavingOut } from './leavingOut.ts';
import type { Limits, Problem } from './problem.ts';
import { relationsOf } from './relations.ts';
import { Table } from './table.ts';

export type Conflict =
  /**
   * No values satisfy these variables together, but any of them can be left out. `proven`: no set of fewer is of that kind.
   * In ascending order.
   */
  | { readonly kind: 'conflict'; readonly variables: readonly number[]; readonly proven: boolean }
  /** All variables can be satisfied together; proven. */
  | { readonly kind: 'none' }
  /** The search stopped before it knew. */
  | { readonly kind: 'unknown' };

/** Of the steps what the search for the smallest set may take; the rest is for a set of which any variable can be left out. */
const FOR_SMALLEST = 2 / 3;

/** A smallest set of variables that no values satisfy together, whatever they cost; of several always the same. */
export function smallestConflict(problem: Problem, limits: Limits): Conflict {
  const empty = problem.variables.findIndex(({ costs }) => costs.length === 0);
  if (empty >= 0) return { kind: 'conflict', variables: [empty], proven: true };
  const budget = new Budget(limits);
  const leavingOut = new LeavingOut(problem);
  const all = new Set(problem.variables.keys());
  const satisfied = leavingOut.canBeSatisfied(all, budget);
  if (satisfied !== 'no') return { kind: satisfied === 'yes' ? 'none' : 'unknown' };
  const pair = firstPair(problem);
  if (pair !== undefined) return { kind: 'conflict', variables: pair, proven: true };
  const { smallest, known } = hit(leavingOut, all, budget.part(Math.ceil(budget.left * FOR_SMALLEST)));
  if (smallest !== undefined) return { kind: 'conflict', variables: smallest, proven: true };
  const shrunk = shrink(leavingOut, known, budget);
  return shrunk === undefined ? { kind: 'unknown' } : { kind: 'conflict', variables: shrunk, proven: false };
}

/** Two variables of which no values go together. */
function firstPair(problem: Problem): readonly number[] | undefined {
  for (const relation of relationsOf(problem).all) {
    const { one, two } = relation;
    const valuesOf = (variable: number) => [...(problem.variables[variable]?.costs.keys() ?? [])];
    const table = new Table(relation, valuesOf(one), valuesOf(two));
    const areBad = table.one.examples.every((_, a) => table.two.examples.every((_, b) => !table.allows(a, b)));
    if (areBad) return [one, two];
  }
  return undefined;
}

/**
 * @param all a set that cannot be satisfied
 * @returns the smallest one; or, where the budget ended the search, the smallest that is known
 */
function hit(leavingOut: LeavingOut, all: ReadonlySet<number>, budget: Budget) {
  const corrections: (readonly number[])[] = [];
  let known: ReadonlySet<number> = all;
  let hitting: readonly number[] | undefined = [];
  while (hitting !== undefined) {
    const kept = new Set(hitting);
    // As many corrections as there are that have nothing in common.
    for (;;) {
      const correction = leavingOut.fewest(kept, budget);
      if (correction === 'unknown') return { smallest: undefined, known };
      if (correction === 'none') break;
      corrections.push(correction);
      for (const variable of correction) kept.add(variable);
    }
    if (kept.size === hitting.length) return { smallest: hitting, known };
    if (kept.size < known.size) known = kept;
    hitting = smallestHittingSet(corrections, hitting.length, budget);
    if (hitting?.length === known.size) return { smallest: [...known].sort((a, b) => a - b), known };
  }
  return { smallest: undefined, known };
}

/** Leaves out what can be left out of a set that cannot be satisfied; undefined where the budget ended it. */
function shrink(leavingOut: LeavingOut, known: ReadonlySet<number>, budget: Budget): readonly number[] | undefined {
  let left = [...known].sort((a, b) => a - b);
  for (let length = Math.ceil(left.length / 2); ; length = Math.ceil(length / 2)) {
    for (let start = 0; start < left.length; ) {
      const rest = [...left.slice(0, start), ...left.slice(start + length)];
      const satisfied = leavingOut.canBeSatisfied(new Set(rest), budget);
      if (satisfied === 'unknown') return undefined;
      if (satisfied === 'no') left = rest;
      else start += length;
    }
    if (length <= 1) return left;
  }
}
