/** A small set of variables that no values satisfy together. */
import type { Limits, Problem } from './problem.ts';
import { refute } from './refute.ts';

export type Conflict =
  | { readonly kind: 'conflict'; readonly variables: readonly number[]; readonly proven: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** A set of which none can be left out; ascending. */
export function smallestConflict(problem: Problem, limits: Limits): Conflict {
  const all = [...problem.variables.keys()];
  const answer = refute(among(problem, all), limits).kind;
  if (answer !== 'refuted') return { kind: answer === 'possible' ? 'none' : 'unknown' };
  let variables = all;
  for (const one of all) {
    const without = variables.filter((other) => other !== one);
    if (refute(among(problem, without), limits).kind === 'refuted') variables = without;
  }
  return { kind: 'conflict', variables, proven: true };
}

function among({ variables, constraints }: Problem, some: readonly number[]): Problem {
  return {
    variables: some.flatMap((one) => variables[one] ?? []),
    constraints: constraints.flatMap((constraint) => {
      const [one, two] = [some.indexOf(constraint.one), some.indexOf(constraint.two)];
      const { classesOfOne, classesOfTwo, allows } = constraint;
      return one < 0 || two < 0 ? [] : [{ one, two, classesOfOne, classesOfTwo, allows }];
    }),
  };
}
