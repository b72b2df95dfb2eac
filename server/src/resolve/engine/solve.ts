/** Exact search for the values that go together and cost least. */
import { addCosts, compareCosts } from './costs.ts';
import type { Constraint, Cost, Limits, Problem, Solution } from './problem.ts';

/** A constraint as one of its variables sees it. */
interface Side {
  readonly constraint: Constraint;
  readonly other: number;
  readonly isOne: boolean;
}

/** A decision: this variable takes its value, or, once that has been tried, does not. */
interface Decision {
  readonly variable: number;
  readonly value: number;
  readonly trail: number;
}

/**
 * The values, one for each variable, that all constraints allow and that together cost least; of equal ones always the same.
 * @param limits where to stop: the answer is then the best that was seen, and not proven
 */
export function solve(problem: Problem, limits: Limits): Solution {
  if (problem.variables.some(({ costs }) => costs.length === 0)) return { kind: 'none' };
  return new Search(problem).run(limits);
}

class Search {
  readonly problem: Problem;
  /** Values of each variable, the cheapest first. */
  readonly order: readonly (readonly number[])[];
  readonly place: readonly (readonly number[])[];
  readonly isGone: readonly Uint8Array[];
  readonly cheapest: Int32Array;
  readonly left: Int32Array;
  readonly isFixed: Uint8Array;
  readonly sides: Side[][];
  readonly trail: [variable: number, value: number][] = [];
  readonly weights: Float64Array;
  best: number[] | undefined;
  bestCost: Cost | undefined;

  constructor(problem: Problem) {
    this.problem = problem;
    const { variables, constraints } = problem;
    this.order = variables.map(({ costs }) =>
      costs.map((_, value) => value).sort((a, b) => compareCosts(costs[a] ?? [], costs[b] ?? []) || a - b),
    );
    this.place = this.order.map((values) => {
      const places: number[] = [];
      for (const [place, value] of values.entries()) places[value] = place;
      return places;
    });
    this.isGone = variables.map(({ costs }) => new Uint8Array(costs.length));
    this.cheapest = new Int32Array(variables.length);
    this.left = Int32Array.from(variables, ({ costs }) => costs.length);
    this.isFixed = new Uint8Array(variables.length);
    this.weights = new Float64Array(constraints.length).fill(1);
    this.sides = variables.map(() => []);
    for (const constraint of constraints) {
      this.sides[constraint.one]?.push({ constraint, other: constraint.two, isOne: true });
      this.sides[constraint.two]?.push({ constraint, other: constraint.one, isOne: false });
    }
  }

  run(limits: Limits): Solution {
    const stack: Decision[] = [];
    for (let steps = 0; ; steps += 1) {
      if (steps >= limits.steps || (steps % 64 === 0 && limits.isCancelled?.() === true)) {
        if (this.best === undefined || this.bestCost === undefined) return { kind: 'unknown' };
        return { kind: 'solved', values: this.best, cost: this.bestCost, proven: false };
      }
      const cost = this.costOfCheapest();
      const isHopeless = this.bestCost !== undefined && compareCosts(cost, this.bestCost) >= 0;
      const next = isHopeless ? undefined : this.violated();
      if (next !== undefined) {
        const decision: Decision = { variable: next, value: this.pick(next), trail: this.trail.length };
        stack.push(decision);
        if (this.assign(decision.variable, decision.value)) continue;
      } else if (!isHopeless) {
        this.best = this.problem.variables.map((_, variable) => this.pick(variable));
        this.bestCost = cost;
      }
      if (!this.backtrack(stack)) {
        if (this.best === undefined || this.bestCost === undefined) return { kind: 'none' };
        return { kind: 'solved', values: this.best, cost: this.bestCost, proven: true };
      }
    }
  }

  /** Takes the last decision back and forbids its value, until one is found that leaves something. */
  private backtrack(stack: Decision[]): boolean {
    for (;;) {
      const last = stack.pop();
      if (last === undefined) return false;
      this.undo(last.trail);
      this.isFixed[last.variable] = 0;
      if (this.remove(last.variable, last.value)) return true;
    }
  }

  private pick(variable: number): number {
    return this.order[variable]?.[this.cheapest[variable] ?? 0] ?? 0;
  }

  private costOfCheapest(): Cost {
    let sum: Cost = [];
    for (const [index, { costs }] of this.problem.variables.entries()) {
      sum = addCosts(sum, costs[this.pick(index)] ?? []);
    }
    return sum;
  }

  /** The variable to decide on: one of a constraint that the cheapest values break. */
  private violated(): number | undefined {
    let found: number | undefined;
    let most = 0;
    for (const [index, constraint] of this.problem.constraints.entries()) {
      const weight = this.weights[index] ?? 0;
      if (weight <= most || allows(constraint, this.pick(constraint.one), this.pick(constraint.two))) continue;
      const { one, two } = constraint;
      this.weights[index] = weight + 1;
      most = weight;
      // One of the two is undecided, as what a decided one clashes with is gone.
      if (this.isFixed[one] === 1) found = two;
      else if (this.isFixed[two] === 1) found = one;
      else found = (this.left[one] ?? 0) <= (this.left[two] ?? 0) ? one : two;
    }
    return found;
  }

  private assign(variable: number, value: number): boolean {
    this.isFixed[variable] = 1;
    for (const { constraint, other, isOne } of this.sides[variable] ?? []) {
      for (const theirs of this.order[other] ?? []) {
        if (this.isGone[other]?.[theirs] === 1) continue;
        const isAllowed = isOne ? allows(constraint, value, theirs) : allows(constraint, theirs, value);
        if (!isAllowed && !this.remove(other, theirs)) return false;
      }
    }
    return true;
  }

  private remove(variable: number, value: number): boolean {
    const gone = this.isGone[variable];
    const order = this.order[variable];
    if (gone === undefined || order === undefined) return false;
    gone[value] = 1;
    this.left[variable] = (this.left[variable] ?? 0) - 1;
    this.trail.push([variable, value]);
    let place = this.cheapest[variable] ?? 0;
    while (place < order.length && gone[order[place] ?? 0] === 1) place += 1;
    this.cheapest[variable] = place;
    return place < order.length;
  }

  private undo(length: number): void {
    while (this.trail.length > length) {
      const [variable, value] = this.trail.pop() ?? [0, 0];
      const gone = this.isGone[variable];
      if (gone === undefined) continue;
      gone[value] = 0;
      this.left[variable] = (this.left[variable] ?? 0) + 1;
      const place = this.place[variable]?.[value] ?? 0;
      this.cheapest[variable] = Math.min(this.cheapest[variable] ?? 0, place);
    }
  }
}

function allows(constraint: Constraint, one: number, two: number): boolean {
  return constraint.allows(constraint.classesOfOne?.[one] ?? one, constraint.classesOfTwo?.[two] ?? two);
}
