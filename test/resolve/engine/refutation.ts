/** Follows a refutation step by step, asking nothing but the constraints themselves. */
import type { Problem } from '../../../server/src/resolve/engine/problem.ts';
import type { Refutation } from '../../../server/src/resolve/engine/refute.ts';

/** Whether one value of each of two variables go together. */
export function goTogether(problem: Problem, a: number, valueOfA: number, b: number, valueOfB: number): boolean {
  return problem.constraints.every(({ one, two, classesOfOne, classesOfTwo, allows }) => {
    const isThere = (one === a && two === b) || (one === b && two === a);
    if (!isThere) return true;
    const [x, y] = one === a ? [valueOfA, valueOfB] : [valueOfB, valueOfA];
    return allows(classesOfOne?.[x] ?? x, classesOfTwo?.[y] ?? y);
  });
}

/** What is wrong with a proof; undefined when it holds. */
export function flawIn(problem: Problem, refutation: Refutation): string | undefined {
  const all = problem.variables.map(({ costs }) => new Set(costs.keys()));
  return flawFrom(problem, refutation, all);
}

function flawFrom(
  problem: Problem,
  { steps, end }: Refutation,
  start: readonly ReadonlySet<number>[],
): string | undefined {
  const left = start.map((set) => new Set(set));
  for (const { by, of, out } of steps) {
    if (out.length === 0) return 'a step rules out nothing';
    for (const value of out) {
      if (left[of]?.delete(value) !== true) return `${value} of ${of} was not there any more`;
      for (const other of left[by] ?? [])
        if (goTogether(problem, of, value, by, other)) return `${value} of ${of} goes with ${other} of ${by}`;
    }
  }
  const rest = left[end.variable] ?? new Set<number>();
  if (end.kind === 'empty') return rest.size === 0 ? undefined : `something is left of ${end.variable}`;
  if (end.cases.length < 2) return 'one case is none';
  const held = end.cases.flatMap(({ values }) => values).sort((a, b) => a - b);
  if (held.join() !== [...rest].sort((a, b) => a - b).join())
    return `the cases of ${end.variable} are not all there are`;
  for (const { values, refutation } of end.cases) {
    const flaw = flawFrom(
      problem,
      refutation,
      left.map((set, index) => (index === end.variable ? new Set(values) : set)),
    );
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

/** Steps of a proof with those of its cases. */
export function lengthOf({ steps, end }: Refutation): number {
  const cases = end.kind === 'cases' ? end.cases.map(({ refutation }) => lengthOf(refutation)) : [];
  return steps.length + cases.reduce((sum, one) => sum + one, 0);
}
