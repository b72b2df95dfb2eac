/** The values of a variable that are worth looking at. */
import { divide, oneClass } from './classes.ts';
import { compareCosts } from './costs.ts';
import type { Cost } from './problem.ts';
import type { Relation } from './relations.ts';

/** The place of the least cost; of equal ones the first. */
export function cheapest(costs: readonly Cost[]): number {
  let least = 0;
  let leastCost = costs[0] ?? [];
  for (let value = 1; value < costs.length; value += 1) {
    const cost = costs[value] ?? [];
    const difference = (cost[0] ?? 0) - (leastCost[0] ?? 0);
    if (difference > 0 || (difference === 0 && compareCosts(cost, leastCost) >= 0)) continue;
    least = value;
    leastCost = cost;
  }
  return least;
}

/** The values of a variable that are worth looking at, numbered as in the problem. */
export interface Kept {
  /** The cheapest first, and of equal ones the first. */
  readonly values: readonly number[];
  /** Their places in the order of the problem. */
  readonly order: readonly number[];
}

/** The numbers from 0 on. */
let numbers = new Int32Array(0);

/**
 * Of values that no constraint tells apart the cheapest, and of equal ones the first: the others are never needed.
 * @param relations all that the variable takes part in
 */
export function worthwhile(variable: number, costs: readonly Cost[], relations: readonly Relation[]): Kept {
  const count = costs.length;
  if (numbers.length < count) numbers = Int32Array.from({ length: count * 2 }, (_, index) => index);
  let groups = oneClass(count);
  for (const { constraints } of relations) {
    for (const constraint of constraints) {
      if (groups.count < count) groups = divide(groups, constraint, variable, numbers);
    }
  }
  const kept: number[] = [];
  for (let value = 0; value < count; value += 1) {
    const group = groups.of[value] ?? 0;
    const best = kept[group];
    if (best === undefined || compareCosts(costs[value] ?? [], costs[best] ?? []) < 0) kept[group] = value;
  }
  const values = kept.sort((a, b) => compareCosts(costs[a] ?? [], costs[b] ?? []) || a - b);
  return { values, order: orderOf(values, count) };
}

function orderOf(values: readonly number[], count: number): readonly number[] {
  const places = new Int32Array(count).fill(-1);
  for (let place = 0; place < values.length; place += 1) places[values[place] ?? 0] = place;
  const order: number[] = [];
  for (let value = 0; value < count; value += 1) {
    const place = places[value] ?? -1;
    if (place >= 0) order.push(place);
  }
  return order;
}
