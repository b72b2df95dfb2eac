/**
 * A smallest set of variables that no values satisfy together.
 *
 * Whatever has to be left out so that the others can be satisfied (a "correction") has a variable of every such set. So a
 * smallest set that has a variable of each of many corrections is either what is looked for, or can be satisfied and shows
 * another correction (implicit hitting sets; Ignatiev et al., CP 2015).
 */
import { Budget } from './budget.ts';
import { smallestHittingSet } from './hittingSet.ts';
import type { Limits, Problem } from './problem.ts';
import { Satisfier } from './satisfier.ts';

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

/** There are no smaller conflicts than of so many, where no variable and no pair is one by itself. */
const SMALLEST = 3;

/** A smallest set of variables that no values satisfy together, whatever they cost; of several always the same. */
export function smallestConflict(problem: Problem, limits: Limits): Conflict {
  const empty = problem.variables.findIndex(({ costs }) => costs.length === 0);
  if (empty >= 0) return conflict([empty], true);
  const satisfier = new Satisfier(problem);
  const budget = new Budget(limits);
  const all = new Set(problem.variables.keys());
  const answer = satisfier.satisfy(all, satisfier.anyValues, budget);
  if (answer.kind !== 'no') return { kind: answer.kind === 'yes' ? 'none' : 'unknown' };
  const pair = satisfier.pairs.find((relation) => satisfier.isHopeless(relation));
  if (pair !== undefined) return conflict([pair.one, pair.two], true);
  const known = shrink(satisfier, answer.core, budget);
  if (known === undefined) return { kind: 'unknown' };
  return known.length === SMALLEST ? conflict(known, true) : hit(satisfier, known, budget);
}

function conflict(variables: readonly number[], proven: boolean): Conflict {
  return { kind: 'conflict', variables: [...variables].sort((a, b) => a - b), proven };
}

/** Leaves out what can be left out of a set that cannot be satisfied; undefined where the budget ended it. */
function shrink(satisfier: Satisfier, known: readonly number[], budget: Budget): readonly number[] | undefined {
  let left = [...known].sort((a, b) => a - b);
  let values = satisfier.anyValues;
  for (let length = Math.ceil(left.length / 2); ; length = Math.ceil(length / 2)) {
    for (let end = left.length; end > 0; ) {
      const rest = new Set([...left.slice(0, Math.max(0, end - length)), ...left.slice(end)]);
      const answer = satisfier.satisfy(rest, values, budget);
      if (answer.kind === 'unknown') return undefined;
      end -= length;
      if (answer.kind === 'yes') values = answer.values;
      else {
        const core = new Set(answer.core);
        end = left.slice(0, Math.max(0, end)).filter((variable) => core.has(variable)).length;
        left = left.filter((variable) => core.has(variable));
      }
    }
    if (length <= 1) return left;
  }
}

/**
 * The smallest set that cannot be satisfied, or, where the budget ends the search, the smallest that was seen.
 * @param known one of which every variable is needed
 */
function hit(satisfier: Satisfier, known: readonly number[], budget: Budget): Conflict {
  const corrections: (readonly number[])[] = [];
  let best = known;
  let hitting: readonly number[] = [];
  while (hitting.length < best.length) {
    const kept = new Set(hitting);
    // As many corrections as there are that have nothing in common.
    let core: readonly number[] | undefined;
    while (core === undefined) {
      const correction = correct(satisfier, kept, budget);
      if (correction === 'unknown') return conflict(best, false);
      core = correction.core;
      if (correction.leftOut.length > 0) corrections.push(correction.leftOut);
      for (const variable of correction.leftOut) kept.add(variable);
    }
    if (kept.size === hitting.length) return conflict(hitting, true);
    const seen = core.length < best.length ? shrink(satisfier, core, budget) : undefined;
    if (seen !== undefined) best = seen;
    const next = smallestHittingSet(corrections, Math.max(SMALLEST, hitting.length), budget);
    if (next === undefined) return conflict(best, false);
    hitting = next;
  }
  return conflict(best, true);
}

interface Correction {
  /** What has to be left out beside the variables that stay; none of it can be put back. */
  readonly leftOut: readonly number[];
  /** Of those that stay some that cannot be satisfied; undefined where they can. */
  readonly core: readonly number[] | undefined;
}

/** @param kept the variables that stay */
function correct(satisfier: Satisfier, kept: ReadonlySet<number>, budget: Budget): Correction | 'unknown' {
  const answer = satisfier.satisfy(kept, satisfier.anyValues, budget);
  if (answer.kind === 'unknown') return 'unknown';
  if (answer.kind === 'no') return { leftOut: [], core: answer.core };
  let { values } = answer;
  const satisfied = new Set(kept);
  const leftOut: number[] = [];
  for (let variable = 0; variable < satisfier.size; variable += 1) {
    if (satisfied.has(variable)) continue;
    const extended = satisfier.extend(satisfied, variable, values);
    satisfied.add(variable);
    if (extended !== undefined) {
      values = extended;
      continue;
    }
    const more = satisfier.satisfy(satisfied, values, budget);
    if (more.kind === 'unknown') return 'unknown';
    if (more.kind === 'yes') values = more.values;
    else {
      satisfied.delete(variable);
      leftOut.push(variable);
    }
  }
  return { leftOut, core: undefined };
}
