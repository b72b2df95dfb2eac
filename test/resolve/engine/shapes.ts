/** Problems by hand, for tests that quote their answers. */
import type { Constraint, Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';

/** Variables whose values cost as much as they are away from a start: [changed, by how many]. */
export function moving(starts: readonly number[], values: number): Problem['variables'] {
  return starts.map((start) => ({
    costs: Array.from({ length: values }, (_, value): Cost => [value === start ? 0 : 1, Math.abs(value - start)]),
  }));
}

export function constraint(one: number, two: number, allows: (ofOne: number, ofTwo: number) => boolean): Constraint {
  return { one, two, allows };
}

/** The same problem, and how often each of its constraints was asked. */
export function counted({ variables, constraints }: Problem): { problem: Problem; asked: number[] } {
  const asked = constraints.map(() => 0);
  const counting = constraints.map(
    (known, index): Constraint => ({
      ...known,
      allows: (one, two) => {
        asked[index] = (asked[index] ?? 0) + 1;
        return known.allows(one, two);
      },
    }),
  );
  return { problem: { variables, constraints: counting }, asked };
}
