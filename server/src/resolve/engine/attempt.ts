/** One search of a component, with its prices. */
import type { Budget } from './budget.ts';
import { worthwhile } from './choices.ts';
import { ComponentSearch, type Found } from './component.ts';
import { addCosts } from './costs.ts';
import { Network } from './network.ts';
import type { Cost, Problem } from './problem.ts';
import { goTogether, type Relation, type Relations } from './relations.ts';
import { Scale, type Spread, spreadOf } from './scale.ts';

/** Variables that are searched together, and the relations between them that were broken. */
export interface Component {
  readonly variables: number[];
  readonly relations: Relation[];
  isSolved: boolean;
}

/** What is known of the whole problem. */
export interface State {
  readonly problem: Problem;
  readonly relations: Relations;
  /** The value of each variable: the cheapest, or what its component's search found. */
  readonly values: number[];
  readonly componentOf: (Component | undefined)[];
  /** Of variables that were looked at closely the values worth looking at, the cheapest first. */
  readonly worthwhile: Map<number, readonly number[]>;
}

export class Attempt {
  /** A relation to another component that a choice broke: the two have to be searched as one. */
  crossed: Relation | undefined;
  private readonly state: State;
  private readonly component: Component;
  private readonly network = new Network();
  private readonly spreads: Spread[] = [];
  private readonly scale: Scale;

  constructor(state: State, component: Component) {
    this.state = state;
    this.component = component;
    const spreads = component.variables.map((variable) => this.spreadOf(variable));
    this.scale = new Scale(spreads, state.problem.variables[component.variables[0] ?? 0]?.costs[0]?.length ?? 0);
    for (const variable of component.variables) this.add(variable);
    for (const relation of component.relations) this.network.wake(relation);
  }

  run(budget: Budget): Found {
    return new ComponentSearch(this.network, budget, this.scale.levels, (places) => this.check(places)).run();
  }

  /** Takes the values that were found; whether no others cost less than these only because of how costs were made prices. */
  accept(places: readonly number[]): boolean {
    let cost: Cost = [];
    for (const [index, { variable, values }] of this.network.members.entries()) {
      const value = values[places[index] ?? 0] ?? 0;
      this.state.values[variable] = value;
      const { costs } = this.state.problem.variables[variable] ?? { costs: [] };
      const base = costs[values[0] ?? 0] ?? [];
      cost = addCosts(
        cost,
        (costs[value] ?? []).map((part, index) => part - (base[index] ?? 0)),
      );
    }
    return this.scale.isOrdered(this.spreads, cost);
  }

  /** Wakes the relations that a choice breaks, and lets the variables on their other sides in. */
  private check(places: readonly number[]): 'fits' | 'woke' | 'leave' {
    const { relations, values } = this.state;
    const chosen = new Map(
      this.network.members.map(({ variable, values: own }, index) => [variable, own[places[index] ?? 0] ?? 0]),
    );
    const chosenFor = (variable: number) => chosen.get(variable) ?? values[variable] ?? 0;
    let answer: 'fits' | 'woke' = 'fits';
    for (const variable of chosen.keys()) {
      for (const relation of relations.of[variable] ?? []) {
        if (this.network.awake.has(relation)) continue;
        const other = relation.one === variable ? relation.two : relation.one;
        const component = this.state.componentOf[other];
        const isForeign = component !== undefined && component !== this.component;
        // A component that is not searched yet has no values; it will look at this one's.
        if (isForeign && !component.isSolved) continue;
        if (goTogether(relation, chosenFor(relation.one), chosenFor(relation.two))) continue;
        if (isForeign) {
          this.crossed = relation;
          return 'leave';
        }
        if (component === undefined) this.letIn(other);
        this.network.wake(relation);
        this.component.relations.push(relation);
        answer = 'woke';
      }
    }
    return answer;
  }

  private letIn(variable: number): void {
    this.component.variables.push(variable);
    this.state.componentOf[variable] = this.component;
    this.add(variable);
  }

  private add(variable: number): void {
    const { costs } = this.state.problem.variables[variable] ?? { costs: [] };
    const values = this.valuesOf(variable);
    const base = costs[values[0] ?? 0] ?? [];
    this.spreads.push(this.spreadOf(variable));
    this.network.add(
      variable,
      values,
      Float64Array.from(values, (value) => this.scale.price(costs[value] ?? [], base)),
    );
  }

  private valuesOf(variable: number): readonly number[] {
    const { worthwhile: known, problem, relations } = this.state;
    let values = known.get(variable);
    if (values === undefined) {
      values = worthwhile(variable, problem.variables[variable]?.costs ?? [], relations.of[variable] ?? []);
      known.set(variable, values);
    }
    return values;
  }

  private spreadOf(variable: number): Spread {
    const { costs } = this.state.problem.variables[variable] ?? { costs: [] };
    const kept = this.valuesOf(variable).map((value) => costs[value] ?? []);
    return spreadOf(kept, kept[0] ?? []);
  }
}
