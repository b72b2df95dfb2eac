/** Sums and order of costs. */
import type { Cost } from './problem.ts';

/** Less than 0 where `a` is less than `b`, 0 where they are equal: the first part that differs decides. */
export function compareCosts(a: Cost, b: Cost): number {
  const length = Math.max(a.length, b.length);
  for (let part = 0; part < length; part += 1) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Part by part. */
export function addCosts(a: Cost, b: Cost): Cost {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, part) => (a[part] ?? 0) + (b[part] ?? 0));
}
