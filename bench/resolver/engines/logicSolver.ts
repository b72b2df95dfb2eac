/** logic-solver, which brings MiniSat to JavaScript and minimises sums with it; it was made to resolve package versions. */
import { requirePeer } from '../../inProcess/peers.ts';
import { clausesOf } from '../encode/clauses.ts';
import { type Requirements, requirementsOf, valuesOfTerms } from '../encode/logicSolver.ts';
import type { Answer, Start } from './engine.ts';

interface Formula {
  readonly isFormula: true;
}

interface Solution {
  getTrueVars(): readonly string[];
}

interface Solver {
  require(formula: Formula): void;
  solve(): Solution | null;
  minimizeWeightedSum(solution: Solution, terms: readonly string[], weights: readonly number[]): Solution;
}

interface Logic {
  readonly Solver: new () => Solver;
  exactlyOne(terms: readonly string[]): Formula;
  or(terms: readonly string[]): Formula;
  equiv(one: string, other: Formula): Formula;
}

export const startLogicSolver: Start = async () => {
  const logic = requirePeer('logic-solver') as Logic;
  return {
    encode: (problem) => {
      const requirements = requirementsOf(clausesOf(problem));
      return () => solve(logic, requirements, problem.variables.length);
    },
  };
};

function solve(logic: Logic, { exactlyOne, groups, anyOf, sums }: Requirements, count: number): Answer {
  const solver = new logic.Solver();
  for (const terms of exactlyOne) solver.require(logic.exactlyOne(terms));
  for (const { name, of } of groups) solver.require(logic.equiv(name, logic.or(of)));
  for (const terms of anyOf) solver.require(logic.or(terms));
  let solution = solver.solve();
  if (solution === null) return { kind: 'none' };
  for (const { terms, weights } of sums) {
    // Requires besides that the sum stays at what was found.
    if (terms.length > 0) solution = solver.minimizeWeightedSum(solution, terms, weights);
  }
  return { kind: 'solved', values: valuesOfTerms(solution.getTrueVars(), count), proven: true };
}
