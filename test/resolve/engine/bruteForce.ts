/** The slow and sure way: every choice of values is looked at. */
import type { Constraint, Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';

/** The least cost of values that go together; undefined where none do. */
export function leastCost(problem: Problem): Cost | undefined {
  let least: Cost | undefined;
  for (const values of choices(problem)) {
    if (!goTogether(problem, values)) continue;
    const cost = costOf(problem, values);
    if (least === undefined || isLess(cost, least)) least = cost;
  }
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

/** What these values cost together. */
export function costOf(problem: Problem, values: readonly number[]): Cost {
  const sum = problem.variables[0]?.costs[0]?.map(() => 0) ?? [];
  for (const [index, { costs }] of problem.variables.entries()) {
    for (const part of sum.keys()) sum[part] = (sum[part] ?? 0) + (costs[values[index] ?? -1]?.[part] ?? Number.NaN);
  }
  return sum;
}

function* choices({ variables }: Problem): Generator<readonly number[]> {
  const values = variables.map(() => 0);
  if (variables.some(({ costs }) => costs.length === 0)) return;
  for (;;) {
    yield values;
    let index = 0;
    for (; index < values.length; index += 1) {
      values[index] = ((values[index] ?? 0) + 1) % (variables[index]?.costs.length ?? 1);
      if (values[index] !== 0) break;
    }
    if (index === values.length) return;
  }
}

function isLess(a: Cost, b: Cost): boolean {
  for (const [part, value] of a.entries()) {
    if (value !== b[part]) return value < (b[part] ?? 0);
  }
  return false;
}
