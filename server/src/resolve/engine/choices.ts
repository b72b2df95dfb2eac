/** The values of a variable that are worth looking at. */
import { compareCosts } from './costs.ts';
import { Numbers } from './numbers.ts';
import type { Constraint, Cost } from './problem.ts';
import { classOf, type Relation } from './relations.ts';

/** The place of the least cost; of equal ones the first. */
export function cheapest(costs: readonly Cost[]): number {
  let least = 0;
  for (let value = 1; value < costs.length; value += 1) {
    if (compareCosts(costs[value] ?? [], costs[least] ?? []) < 0) least = value;
  }
  return least;
}

/**
 * Of values that no constraint tells apart the cheapest, and of equal ones the first: the others are never needed.
 * In ascending order of cost.
 * @param relations all that the variable takes part in
 */
export function worthwhile(
  variable: number,
  costs: readonly Cost[],
  relations: readonly Relation[],
): readonly number[] {
  const { groupOf, count } = alike(variable, costs.length, relations);
  const kept: number[] = new Array(count).fill(-1);
  for (const [value, cost] of costs.entries()) {
    const group = groupOf[value] ?? 0;
    const best = kept[group] ?? -1;
    if (best < 0 || compareCosts(cost, costs[best] ?? []) < 0) kept[group] = value;
  }
  return kept.sort((a, b) => compareCosts(costs[a] ?? [], costs[b] ?? []) || a - b);
}

/** Numbers the values so that two have the same number where they are of one class in every constraint. */
function alike(variable: number, length: number, relations: readonly Relation[]): Groups {
  let groups: Groups = { groupOf: new Int32Array(length), count: Math.min(length, 1) };
  for (const { constraints } of relations) {
    for (const constraint of constraints) {
      if (groups.count === length) return groups;
      groups = finer(groups, constraint, variable);
    }
  }
  return groups;
}

interface Groups {
  readonly groupOf: Int32Array;
  readonly count: number;
}

function finer({ groupOf, count }: Groups, constraint: Constraint, variable: number): Groups {
  const numbers = new Numbers(count);
  const finer = groupOf.map((group, value) => numbers.of(classOf(constraint, variable, value), group));
  return { groupOf: finer, count: numbers.count };
}
