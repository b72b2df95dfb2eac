/** Exact search for the values that go together and cost least. */
import { Budget } from './budget.ts';
import { Network } from './network.ts';
import { Parts } from './parts.ts';
import type { Limits, Problem, Solution } from './problem.ts';
import { ProblemWhole } from './problemWhole.ts';
import type { Relation } from './relations.ts';
import { Scale } from './scale.ts';

/**
 * The values, one for each variable, that all constraints allow and that together cost least. The same problem has always the
 * same answer.
 * @param limits where to stop: the answer is then the best that was seen, and not proven
 */
export function solve(problem: Problem, limits: Limits): Solution {
  return solveWithin(problem, new Budget(limits));
}

/** The same as a part of a longer search. */
export function solveWithin(problem: Problem, budget: Budget): Solution {
  if (problem.variables.some(({ costs }) => costs.length === 0)) return { kind: 'none' };
  const whole = new ProblemWhole(problem);
  const broken = whole.relations.all.filter((relation) => whole.isBroken(relation, whole.cheapest));
  const scaleOf = (ids: Iterable<number>) =>
    new Scale(
      Array.from(ids, (variable) => whole.spreadOf(variable)),
      problem.variables[0]?.costs[0]?.length ?? 0,
    );
  let scale = scaleOf(new Set(broken.flatMap(({ one, two }) => [one, two])));
  for (let attempt = 0; ; attempt += 1) {
    whole.useScale(scale);
    const parts = new Parts<Relation>(
      whole,
      whole.cheapest,
      () => new Network(),
      () => 'fits',
    );
    for (const relation of broken) parts.join(relation);
    const pause = parts.run(budget, false);
    if (pause === 'none') return { kind: 'none' };
    if (!parts.haveChoices) return { kind: 'unknown' };
    const cost = whole.sum(problem.variables.keys(), parts.choices);
    const unordered = pause === 'complete' ? firstUnordered(whole, parts, scale) : undefined;
    const proven = pause === 'complete' && unordered === undefined;
    const solved: Solution = { kind: 'solved', values: parts.choices, cost, proven };
    if (unordered === undefined || attempt > 0) return solved;
    // Once more, with prices that are made for the part that needs the most room, where these have it.
    scale = scaleOf(unordered);
    if (!isOrdered(whole, unordered, parts, scale)) return solved;
  }
}

/** The largest part for which costs may have another order than their prices. */
function firstUnordered(whole: ProblemWhole, parts: Parts<Relation>, scale: Scale): readonly number[] | undefined {
  let largest: readonly number[] | undefined;
  for (const { ids } of parts.all) {
    if (ids.length <= (largest?.length ?? 0)) continue;
    if (!isOrdered(whole, ids, parts, scale)) largest = ids;
  }
  return largest;
}

/** Whether no choices for some variables that cost less can have a higher price than those of the parts. */
function isOrdered(whole: ProblemWhole, ids: readonly number[], { choices }: Parts<Relation>, scale: Scale): boolean {
  const base = whole.sum(ids, whole.cheapest);
  const beyond = whole.sum(ids, choices).map((part, index) => part - (base[index] ?? 0));
  return scale.isOrdered(
    ids.map((id) => whole.spreadOf(id)),
    beyond,
  );
}
