/** Sums and order of costs. */
import type { Cost } from './problem.ts';

/** Less than 0 where `a` is less than `b`, 0 where they are equal: the first part that differs decides. */
export function compareCosts(a: Cost, b: Cost): number {
  for (let part = 0; part < a.length; part += 1) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Adds a cost to a sum, part by part. */
export function addCost(sum: number[], cost: Cost): void {
  for (let part = 0; part < cost.length; part += 1) sum[part] = (sum[part] ?? 0) + (cost[part] ?? 0);
}
