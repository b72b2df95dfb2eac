/** The search of one component, with the prices of its values. */
import type { Budget } from './budget.ts';
import { ComponentSearch, type Pause } from './component.ts';
import { Network } from './network.ts';
import { goTogether, type Relation } from './relations.ts';
import { Scale, type Spread } from './scale.ts';
import type { Component, State } from './state.ts';

export class Attempt {
  /** A relation to another component that a choice broke: the two have to be searched as one. */
  crossed: Relation | undefined;
  private readonly state: State;
  private readonly component: Component;
  private readonly network = new Network();
  private readonly spreads: Spread[] = [];
  private readonly scale: Scale;
  private readonly search: ComponentSearch;

  constructor(state: State, component: Component) {
    this.state = state;
    this.component = component;
    const spreads = component.variables.map((variable) => state.spreadOf(variable));
    this.scale = new Scale(spreads, state.parts);
    for (const variable of component.variables) this.add(variable);
    for (const relation of component.relations) this.network.wake(state.tableOf(relation));
    const places = this.network.members.map(({ variable, values }) => values.indexOf(state.values[variable] ?? 0));
    const best = component.hasValues ? places : undefined;
    this.search = new ComponentSearch(this.network, this.scale.levels, best, (places) => this.check(places));
  }

  /** Searches on; the state has the best values that were found. */
  run(budget: Budget, untilFound: boolean): Pause {
    return this.search.run(budget, untilFound);
  }

  get hasFound(): boolean {
    return this.search.best !== undefined;
  }

  /** Whether no others cost less than the values found only because of how costs were made prices. */
  isOrdered(): boolean {
    return this.scale.isOrdered(this.spreads, this.state.costBeyond(this.component.variables));
  }

  /** Wakes the relations that a choice breaks, and lets the variables on their other sides in. */
  private check(places: readonly number[]): 'fits' | 'woke' | 'left' {
    const { relations, values } = this.state;
    const chosen = values.slice();
    for (const [index, { variable, values: own }] of this.network.members.entries()) {
      chosen[variable] = own[places[index] ?? 0] ?? 0;
    }
    let answer: 'fits' | 'woke' = 'fits';
    for (const variable of [...this.component.variables]) {
      for (const relation of relations.of[variable] ?? []) {
        if (this.network.awake.has(relation)) continue;
        const other = this.state.componentOf[relation.one === variable ? relation.two : relation.one];
        const isForeign = other !== undefined && other !== this.component;
        // A component without an answer has no values to go by; it will look at this one's.
        if (isForeign && !other.hasValues) continue;
        if (goTogether(relation, chosen[relation.one] ?? 0, chosen[relation.two] ?? 0)) continue;
        if (isForeign) {
          this.crossed = relation;
          return 'left';
        }
        if (other === undefined) this.letIn(relation.one === variable ? relation.two : relation.one);
        this.component.relations.push(relation);
        this.network.wake(this.state.tableOf(relation));
        answer = 'woke';
      }
    }
    if (answer === 'fits') for (const variable of this.component.variables) values[variable] = chosen[variable] ?? 0;
    return answer;
  }

  private letIn(variable: number): void {
    this.component.variables.push(variable);
    this.state.componentOf[variable] = this.component;
    this.add(variable);
  }

  private add(variable: number): void {
    const values = this.state.worthwhile(variable);
    this.spreads.push(this.state.spreadOf(variable));
    const base = this.state.costOf(variable, values[0] ?? 0);
    const prices = values.map((value) => this.scale.price(this.state.costOf(variable, value), base));
    this.network.add(variable, values, prices);
  }
}
