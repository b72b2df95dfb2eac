/** The slow and sure way: every choice of values that go together is looked at. */
import type { Constraint, Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';

/** The least cost of values that go together; undefined where none do. */
export function leastCost(problem: Problem): Cost | undefined {
  let least: Cost | undefined;
  // No part is below zero: what costs as much already cannot come to less.
  const isHopeless = (values: readonly number[]) => least !== undefined && !isLess(costOf(problem, values), least);
  for (const values of choices(problem, isHopeless)) least = costOf(problem, values);
  return least;
}

/** How many variables the smallest set has that no values satisfy together; undefined where all of them can be satisfied. */
export function smallestConflictSize(problem: Problem): number | undefined {
  let smallest: number | undefined;
  for (let chosen = 0; chosen < 2 ** problem.variables.length; chosen += 1) {
    const variables = problem.variables.map((_, index) => index).filter((index) => chosen & (1 << index));
    if (smallest !== undefined && variables.length >= smallest) continue;
    if (!canBeSatisfied(problem, variables)) smallest = variables.length;
  }
  return smallest;
}

/** Whether these variables have values that go together, whatever the others are. */
export function canBeSatisfied(problem: Problem, variables: readonly number[]): boolean {
  const places = new Map(variables.map((variable, place) => [variable, place]));
  const part: Problem = {
    variables: variables.map((variable) => problem.variables[variable] ?? { costs: [] }),
    constraints: problem.constraints.flatMap((constraint): Constraint[] => {
      const one = places.get(constraint.one);
      const two = places.get(constraint.two);
      return one === undefined || two === undefined ? [] : [{ ...constraint, one, two }];
    }),
  };
  return leastCost(part) !== undefined;
}

/** Whether all constraints allow these values. */
export function goTogether(problem: Problem, values: readonly number[]): boolean {
  return problem.constraints.every((constraint) => {
    const one = values[constraint.one] ?? -1;
    const two = values[constraint.two] ?? -1;
    return constraint.allows(constraint.classesOfOne?.[one] ?? one, constraint.classesOfTwo?.[two] ?? two);
  });
}

/** What these values of the first variables cost together. */
export function costOf(problem: Problem, values: readonly number[]): Cost {
  const sum = problem.variables[0]?.costs[0]?.map(() => 0) ?? [];
  for (const [index, value] of values.entries()) {
    const cost = problem.variables[index]?.costs[value] ?? [];
    for (const part of sum.keys()) sum[part] = (sum[part] ?? 0) + (cost[part] ?? Number.NaN);
  }
  return sum;
}

/** All values that go together: a variable at a time, left as soon as those so far break a constraint or are hopeless. */
function* choices(
  problem: Problem,
  isHopeless: (values: readonly number[]) => boolean,
  values: number[] = [],
): Generator<readonly number[]> {
  const next = values.length;
  if (next === problem.variables.length) {
    yield values;
    return;
  }
  const known = problem.constraints.filter(({ one, two }) => Math.max(one, two) === next);
  for (const value of problem.variables[next]?.costs.keys() ?? []) {
    values[next] = value;
    if (!goTogether({ variables: problem.variables, constraints: known }, values) || isHopeless(values)) continue;
    yield* choices(problem, isHopeless, values);
    values.length = next + 1;
  }
  values.length = next;
}

/** Whether a cost is less than another of as many parts: the first that differs decides. */
export function isLess(a: Cost, b: Cost): boolean {
  for (const [part, value] of a.entries()) {
    if (value !== b[part]) return value < (b[part] ?? 0);
  }
  return false;
}
