/** A problem as a whole that is searched in parts: all variables at their cheapest values. */
import { cheapest, worthwhile } from './choices.ts';
import { addCosts } from './costs.ts';
import type { Network } from './network.ts';
import type { Check, PartSearch, Whole } from './parts.ts';
import type { Cost, Problem } from './problem.ts';
import { goTogether, type Relation, type Relations, relationsOf } from './relations.ts';
import { RootSearch } from './root.ts';
import { type Scale, type Spread, spreadOf } from './scale.ts';
import { Table } from './table.ts';

/** Choices are values, numbered as in the problem. */
export class ProblemWhole implements Whole<Relation> {
  readonly relations: Relations;
  /** The cheapest value of each variable. */
  readonly cheapest: readonly number[];
  /** How costs are made single numbers. */
  scale: Scale | undefined;
  private readonly problem: Problem;
  private readonly kept = new Map<number, readonly number[]>();
  private readonly spreads = new Map<number, Spread>();
  private readonly tables = new Map<Relation, Table>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.relations = relationsOf(problem);
    this.cheapest = problem.variables.map(({ costs }) => cheapest(costs));
  }

  linksOf(id: number): readonly Relation[] {
    return this.relations.of[id] ?? [];
  }

  endsOf({ one, two }: Relation): readonly [number, number] {
    return [one, two];
  }

  isBroken(relation: Relation, choices: readonly number[]): boolean {
    return !goTogether(relation, choices[relation.one] ?? 0, choices[relation.two] ?? 0);
  }

  admit(id: number, network: Network): void {
    const values = this.worthwhile(id);
    const base = this.costOf(id, values[0] ?? 0);
    network.add(
      id,
      values.map((value) => this.scale?.price(this.costOf(id, value), base) ?? 0),
    );
  }

  wake(relation: Relation, network: Network): void {
    network.wake(this.tableOf(relation), relation.one, relation.two);
  }

  choiceAt(id: number, place: number): number {
    return this.worthwhile(id)[place] ?? 0;
  }

  placeOf(id: number, choice: number): number {
    return this.worthwhile(id).indexOf(choice);
  }

  search(network: Network, best: readonly number[] | undefined, check: Check): PartSearch {
    return new RootSearch(network, this.scale?.levels ?? [0], best, check);
  }

  /** The values of a variable that are worth looking at. */
  choicesOf(id: number): readonly number[] {
    return this.worthwhile(id);
  }

  /** Whether no values of two variables go together. */
  isHopeless(relation: Relation): boolean {
    const table = this.tableOf(relation);
    return table.one.examples.every((_, one) => table.two.examples.every((_, two) => !table.allows(one, two)));
  }

  private costOf(variable: number, value: number): Cost {
    return this.problem.variables[variable]?.costs[value] ?? [];
  }

  /** What the values of variables cost together. */
  sum(variables: Iterable<number>, values: readonly number[]): Cost {
    let sum: Cost = [];
    for (const variable of variables) sum = addCosts(sum, this.costOf(variable, values[variable] ?? 0));
    return sum;
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

  /** The values of a variable that are worth looking at, the cheapest first. */
  private worthwhile(variable: number): readonly number[] {
    let values = this.kept.get(variable);
    if (values === undefined) {
      values = worthwhile(variable, this.problem.variables[variable]?.costs ?? [], this.linksOf(variable));
      this.kept.set(variable, values);
    }
    return values;
  }

  private tableOf(relation: Relation): Table {
    let table = this.tables.get(relation);
    if (table === undefined) {
      table = new Table(relation, this.worthwhile(relation.one), this.worthwhile(relation.two));
      this.tables.set(relation, table);
    }
    return table;
  }
}
