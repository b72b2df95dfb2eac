/** What is known of a whole problem while it is searched, part by part. */
import type { Attempt } from './attempt.ts';
import { cheapest, worthwhile } from './choices.ts';
import { addCosts } from './costs.ts';
import type { Cost, Problem } from './problem.ts';
import { type Relation, type Relations, relationsOf } from './relations.ts';
import { type Spread, spreadOf } from './scale.ts';
import { Table } from './table.ts';

/** Variables that are searched together, and the relations between them that were broken. */
export interface Component {
  readonly variables: number[];
  readonly relations: Relation[];
  attempt: Attempt | undefined;
  /** Whether the state's values for it go together, with each other and with those of all others that have some. */
  hasValues: boolean;
  /** Whether no values cost less. */
  isComplete: boolean;
  /** Whether its prices have been made anew. */
  isRetried: boolean;
}

export class State {
  readonly problem: Problem;
  readonly relations: Relations;
  /** The value of each variable: the cheapest, or the best that the search of its component has found. */
  readonly values: number[];
  readonly componentOf: (Component | undefined)[];
  private readonly kept = new Map<number, readonly number[]>();
  private readonly spreads = new Map<number, Spread>();
  private readonly tables = new Map<Relation, Table>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.relations = relationsOf(problem);
    this.values = problem.variables.map(({ costs }) => cheapest(costs));
    this.componentOf = problem.variables.map(() => undefined);
  }

  /** How many parts costs have. */
  get parts(): number {
    return this.problem.variables[0]?.costs[0]?.length ?? 0;
  }

  costOf(variable: number, value: number): Cost {
    return this.problem.variables[variable]?.costs[value] ?? [];
  }

  /** The values of a variable that are worth looking at, the cheapest first. */
  worthwhile(variable: number): readonly number[] {
    let values = this.kept.get(variable);
    if (values === undefined) {
      values = worthwhile(variable, this.problem.variables[variable]?.costs ?? [], this.relations.of[variable] ?? []);
      this.kept.set(variable, values);
    }
    return values;
  }

  spreadOf(variable: number): Spread {
    let spread = this.spreads.get(variable);
    if (spread === undefined) {
      const costs = this.worthwhile(variable).map((value) => this.costOf(variable, value));
      spread = spreadOf(costs, costs[0] ?? []);
      this.spreads.set(variable, spread);
    }
    return spread;
  }

  tableOf(relation: Relation): Table {
    let table = this.tables.get(relation);
    if (table === undefined) {
      table = new Table(relation, this.worthwhile(relation.one), this.worthwhile(relation.two));
      this.tables.set(relation, table);
    }
    return table;
  }

  /** What the values of some variables cost together. */
  cost(variables: Iterable<number>): Cost {
    let sum: Cost = [];
    for (const variable of variables) sum = addCosts(sum, this.costOf(variable, this.values[variable] ?? 0));
    return sum;
  }

  /** What the values of some variables cost more than the cheapest, part by part. */
  costBeyond(variables: readonly number[]): Cost {
    let base: Cost = [];
    for (const variable of variables) base = addCosts(base, this.costOf(variable, this.worthwhile(variable)[0] ?? 0));
    return this.cost(variables).map((part, index) => part - (base[index] ?? 0));
  }
}
