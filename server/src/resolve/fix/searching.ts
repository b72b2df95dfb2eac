/** The searches of one question: together they take no more steps than it is worth. */
import { Budget } from '../engine/budget.ts';
import type { Limits, Problem, Solution } from '../engine/problem.ts';
import { solveWithin } from '../engine/solve.ts';

/** Solves one problem after the other. */
export interface Searching {
  solve(problem: Problem): Solution;
  /** Whether there is nothing left to search with, or nobody wants the answer any more. */
  isOver(): boolean;
}

/**
 * Begins the searches of a question.
 * @param limits of each of them
 * @param whole steps of all of them
 */
export function searching({ steps, isCancelled }: Limits, whole: number): Searching {
  const budget = new Budget({ steps: whole, isCancelled });
  return {
    solve: (problem) => solveWithin(problem, budget.part(Math.min(steps, budget.left))),
    isOver: () => budget.isSpent || isCancelled?.() === true,
  };
}
