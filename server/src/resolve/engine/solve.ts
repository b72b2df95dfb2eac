/**
 * Exact search for the values that go together and cost least.
 *
 * Every variable starts at its cheapest value. What these break is searched, in components that hang together by broken
 * relations; a relation that no choice has broken so far is never looked into. Where the answer of a component breaks another
 * one that relation joins it, with the variable on its other side, and the search goes on.
 */

import { Attempt, type Component, type State } from './attempt.ts';
import { Budget } from './budget.ts';
import { cheapest } from './choices.ts';
import { addCosts } from './costs.ts';
import type { Limits, Problem, Solution } from './problem.ts';
import { goTogether, type Relation, relationsOf } from './relations.ts';

/**
 * The values, one for each variable, that all constraints allow and that together cost least. The same problem has always the
 * same answer.
 * @param limits where to stop: the answer is then the best that was seen, and not proven
 */
export function solve(problem: Problem, limits: Limits): Solution {
  return solveWithin(problem, new Budget(limits));
}

/** The same as a part of a longer search. */
export function solveWithin(problem: Problem, budget: Budget): Solution {
  if (problem.variables.some(({ costs }) => costs.length === 0)) return { kind: 'none' };
  return new Solver(problem, budget).run();
}

class Solver {
  private readonly budget: Budget;
  private readonly state: State;
  private readonly components = new Set<Component>();
  private isProven = true;

  constructor(problem: Problem, budget: Budget) {
    this.budget = budget;
    this.state = {
      problem,
      relations: relationsOf(problem),
      values: problem.variables.map(({ costs }) => cheapest(costs)),
      componentOf: problem.variables.map(() => undefined),
      worthwhile: new Map(),
    };
  }

  run(): Solution {
    for (const relation of this.state.relations.all) {
      if (!this.holds(relation)) this.join(relation);
    }
    for (;;) {
      const open = [...this.components].filter(({ isSolved }) => !isSolved);
      const [next] = open;
      if (next === undefined) return this.solved();
      // Something is left for each of the others.
      const { left } = this.budget;
      const end = this.search(next, this.budget.part(Math.ceil(left - (left * (open.length - 1)) / (4 * open.length))));
      if (end !== undefined) return { kind: end };
    }
  }

  private solved(): Solution {
    const { problem, values } = this.state;
    const cost = problem.variables.map(({ costs }, index) => costs[values[index] ?? 0] ?? []).reduce(addCosts, []);
    return { kind: 'solved', values, cost, proven: this.isProven };
  }

  private holds(relation: Relation): boolean {
    return goTogether(relation, this.state.values[relation.one] ?? 0, this.state.values[relation.two] ?? 0);
  }

  /** Puts what a relation connects into one component, which is to be searched. */
  private join(relation: Relation): void {
    const one = this.componentFor(relation.one);
    const two = this.componentFor(relation.two);
    one.relations.push(relation);
    one.isSolved = false;
    if (one === two) return;
    this.components.delete(two);
    one.relations.push(...two.relations);
    for (const variable of two.variables) {
      one.variables.push(variable);
      this.state.componentOf[variable] = one;
    }
  }

  private componentFor(variable: number): Component {
    const known = this.state.componentOf[variable];
    if (known !== undefined) return known;
    const made: Component = { variables: [variable], relations: [], isSolved: false };
    this.components.add(made);
    this.state.componentOf[variable] = made;
    return made;
  }

  /** What ends the whole search, if anything does. */
  private search(component: Component, budget: Budget): 'none' | 'unknown' | undefined {
    for (const isLast of [false, true]) {
      const attempt = new Attempt(this.state, component);
      const found = attempt.run(budget);
      if (found.end === 'left') {
        if (attempt.crossed !== undefined) this.join(attempt.crossed);
        return undefined;
      }
      if (found.places === undefined) return found.end === 'complete' ? 'none' : 'unknown';
      const isOrdered = attempt.accept(found.places);
      if (!isOrdered && !isLast && found.end === 'complete') continue;
      if (!isOrdered || found.end === 'spent') this.isProven = false;
      component.isSolved = true;
      return undefined;
    }
    return undefined;
  }
}
