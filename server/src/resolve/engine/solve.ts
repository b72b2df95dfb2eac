/**
 * Exact search for the values that go together and cost least.
 *
 * Every variable starts at its cheapest value. What these break is searched, in components that hang together by broken
 * relations; a relation that no choice has broken so far is never looked into. Where the answer of a component breaks another
 * one that relation joins it, with the variable on its other side, and the search goes on.
 */
import { Attempt } from './attempt.ts';
import { Budget } from './budget.ts';
import type { Limits, Problem, Solution } from './problem.ts';
import { goTogether, type Relation } from './relations.ts';
import { type Component, State } from './state.ts';

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
  private isExact = true;

  constructor(problem: Problem, budget: Budget) {
    this.budget = budget;
    this.state = new State(problem);
  }

  run(): Solution {
    for (const relation of this.state.relations.all) {
      const { one, two } = relation;
      if (!goTogether(relation, this.state.values[one] ?? 0, this.state.values[two] ?? 0)) this.join(relation);
    }
    for (;;) {
      const all = [...this.components];
      // First any answer for each of them, as these may have to be joined, then the best.
      const empty = all.filter(({ hasValues }) => !hasValues);
      const open = empty.length > 0 ? empty : all.filter(({ isComplete }) => !isComplete);
      const [next] = open;
      if (next === undefined) return this.solved(this.isExact);
      if (this.budget.isSpent) return empty.length > 0 ? { kind: 'unknown' } : this.solved(false);
      // Something is left for each of the others.
      const { left } = this.budget;
      const share = Math.ceil(left - (left * (open.length - 1)) / (4 * open.length));
      if (!this.search(next, this.budget.part(share))) return { kind: 'none' };
    }
  }

  private solved(proven: boolean): Solution {
    return { kind: 'solved', values: this.state.values, cost: this.state.cost(this.state.values.keys()), proven };
  }

  /** Searches on in a component; false: no values go together. */
  private search(component: Component, budget: Budget): boolean {
    component.attempt ??= new Attempt(this.state, component);
    const { attempt } = component;
    const pause = attempt.run(budget, !component.hasValues);
    component.hasValues = attempt.hasFound;
    if (pause === 'complete') {
      this.complete(component, attempt);
      return component.hasValues;
    }
    if (pause === 'left' && attempt.crossed !== undefined) this.join(attempt.crossed);
    if (pause === 'spent') {
      // The others first.
      this.components.delete(component);
      this.components.add(component);
    }
    return true;
  }

  private complete(component: Component, attempt: Attempt): void {
    const isOrdered = attempt.isOrdered();
    component.isComplete = isOrdered || component.isRetried;
    if (!isOrdered && component.isRetried) this.isExact = false;
    // Once more, with prices that are made for all variables that have come in since.
    component.attempt = undefined;
    component.isRetried = true;
  }

  /** Puts what a relation connects into one component, which is to be searched. */
  private join(relation: Relation): void {
    const one = this.componentFor(relation.one);
    const two = this.componentFor(relation.two);
    one.relations.push(relation);
    if (one === two) return;
    this.components.delete(two);
    one.relations.push(...two.relations);
    for (const variable of two.variables) {
      one.variables.push(variable);
      this.state.componentOf[variable] = one;
    }
    one.hasValues &&= two.hasValues;
    one.isComplete = false;
    one.isRetried = false;
    one.attempt = undefined;
  }

  private componentFor(variable: number): Component {
    const known = this.state.componentOf[variable];
    if (known !== undefined) return known;
    const made = {
      variables: [variable],
      relations: [],
      attempt: undefined,
      hasValues: false,
      isComplete: false,
      isRetried: false,
    };
    this.components.add(made);
    this.state.componentOf[variable] = made;
    return made;
  }
}
