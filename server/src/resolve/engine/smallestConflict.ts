/** The smallest set of variables that no values satisfy together. */
import type { Limits, Problem } from './problem.ts';
import { solve } from './solve.ts';

export type Conflict =
  | { readonly kind: 'conflict'; readonly variables: readonly number[]; readonly proven: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Leaves out one variable after the other, as long as the rest cannot be satisfied. */
export function smallestConflict(problem: Problem, limits: Limits): Conflict {
  const within = (variables: ReadonlySet<number>) =>
    solve(
      {
        variables: problem.variables.map(({ costs }) => ({ costs: costs.map(() => []) })),
        constraints: problem.constraints.filter(({ one, two }) => variables.has(one) && variables.has(two)),
      },
      limits,
    ).kind;
  let variables = new Set(problem.variables.keys());
  const whole = within(variables);
  if (whole !== 'none') return { kind: whole === 'unknown' ? 'unknown' : 'none' };
  let proven = true;
  for (const variable of problem.variables.keys()) {
    const rest = new Set([...variables].filter((one) => one !== variable));
    const answer = within(rest);
    if (answer === 'none') variables = rest;
    if (answer === 'unknown') proven = false;
  }
  return { kind: 'conflict', variables: [...variables], proven };
}
