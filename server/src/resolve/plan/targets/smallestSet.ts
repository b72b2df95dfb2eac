/** A set of variables that cannot be given values together, of which none can be left out. */
import type { Limits, Problem } from '../../engine/problem.ts';
import { solve } from '../../engine/solve.ts';

/** Finds one in a problem that has no solution. */
export function smallestSet(
  problem: Problem,
  limits: Limits,
): { readonly variables: readonly number[]; readonly proven: boolean } {
  const related = new Set(problem.constraints.flatMap(({ one, two }) => [one, two]));
  const empty = problem.variables.findIndex(({ costs }) => costs.length === 0);
  if (empty >= 0) return { variables: [empty], proven: true };
  let rest = [...related].sort((a, b) => a - b);
  let isSure = true;
  for (const variable of [...rest].reverse()) {
    const without = rest.filter((one) => one !== variable);
    const { kind } = solve(partOf(problem, without), limits);
    if (kind === 'none') rest = without;
    else if (kind === 'unknown') isSure = false;
  }
  return { variables: rest, proven: isSure && rest.length <= 2 };
}

function partOf({ variables, constraints }: Problem, chosen: readonly number[]): Problem {
  const placeOf = new Map(chosen.map((variable, place) => [variable, place]));
  return {
    variables: chosen.flatMap((variable) => variables[variable] ?? []),
    constraints: constraints.flatMap((constraint) => {
      const [one, two] = [placeOf.get(constraint.one), placeOf.get(constraint.two)];
      if (one === undefined || two === undefined) return [];
      const { classesOfOne, classesOfTwo } = constraint;
      return [{ one, two, classesOfOne, classesOfTwo, allows: (a, b) => constraint.allows(a, b) }];
    }),
  };
}
