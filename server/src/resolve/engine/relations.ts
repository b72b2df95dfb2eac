/** Constraints put together by the two variables that they are about. */
import type { Constraint, Problem } from './problem.ts';

/** All that is said about two variables. */
export interface Relation {
  /** Its place among all. */
  readonly index: number;
  /** The two variables; the lower one first. */
  readonly one: number;
  readonly two: number;
  readonly constraints: readonly Constraint[];
}

export interface Relations {
  readonly all: readonly Relation[];
  /** Of each variable those that it takes part in. */
  readonly of: readonly (readonly Relation[])[];
}

export function relationsOf({ variables, constraints }: Problem): Relations {
  const of: Relation[][] = variables.map(() => []);
  const byPair = new Map<number, Relation & { readonly constraints: Constraint[] }>();
  for (const constraint of constraints) {
    const one = Math.min(constraint.one, constraint.two);
    const two = Math.max(constraint.one, constraint.two);
    const key = one * variables.length + two;
    const known = byPair.get(key);
    if (known !== undefined) {
      known.constraints.push(constraint);
      continue;
    }
    const relation = { index: byPair.size, one, two, constraints: [constraint] };
    byPair.set(key, relation);
    of[one]?.push(relation);
    of[two]?.push(relation);
  }
  return { all: [...byPair.values()], of };
}

/** Whether a value of the relation's first variable goes together with one of its second. */
export function goTogether({ one, constraints }: Relation, ofOne: number, ofTwo: number): boolean {
  for (const constraint of constraints) {
    const isTurned = constraint.one !== one;
    const a = isTurned ? ofTwo : ofOne;
    const b = isTurned ? ofOne : ofTwo;
    if (!constraint.allows(constraint.classesOfOne?.[a] ?? a, constraint.classesOfTwo?.[b] ?? b)) return false;
  }
  return true;
}
