/** A problem as a whole that is searched in parts: all variables at their cheapest values. */
import { cheapest, type Kept, worthwhile } from './choices.ts';
import { addCost } from './costs.ts';
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
  private scale: Scale | undefined;
  private levels: readonly number[] = [0];
  private readonly problem: Problem;
  private readonly kept = new Map<number, Kept>();
  private readonly spreads = new Map<number, Spread>();
  private readonly prices = new Map<number, readonly number[]>();
  /** What was seen of each relation when it was looked at last: mostly the same is asked again. */
  private readonly looked: { one: number; two: number; isBroken: boolean }[];
  private readonly tables = new Map<Relation, Table>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.relations = relationsOf(problem);
    this.cheapest = problem.variables.map(({ costs }) => cheapest(costs));
    this.looked = this.relations.all.map(() => ({ one: -1, two: -1, isBroken: false }));
  }

  linksOf(id: number): readonly Relation[] {
    return this.relations.of[id] ?? [];
  }

  /** How costs are made single numbers from now on. */
  useScale(scale: Scale): void {
    this.scale = scale;
    this.levels = scale.levels;
    this.prices.clear();
  }

  endsOf({ one, two }: Relation): readonly [number, number] {
    return [one, two];
  }

  otherEnd({ one, two }: Relation, id: number): number {
    return one === id ? two : one;
  }

  isBroken(relation: Relation, choices: readonly number[]): boolean {
    const [one, two] = [choices[relation.one] ?? 0, choices[relation.two] ?? 0];
    const looked = this.looked[relation.index];
    if (looked === undefined) return !goTogether(relation, one, two);
    if (looked.one !== one || looked.two !== two) {
      looked.one = one;
      looked.two = two;
      looked.isBroken = !goTogether(relation, one, two);
    }
    return looked.isBroken;
  }

  admit(id: number, network: Network): void {
    network.add(id, this.pricesOf(id));
  }

  wake(relation: Relation, network: Network): void {
    network.wake(this.tableOf(relation), relation.one, relation.two);
  }

  choiceOfNew(id: number): number {
    return this.cheapest[id] ?? 0;
  }

  choiceAt(id: number, place: number): number {
    return this.worthwhile(id).values[place] ?? 0;
  }

  placeOf(id: number, choice: number): number {
    return this.worthwhile(id).values.indexOf(choice);
  }

  search(network: Network, best: readonly number[] | undefined, check: Check): PartSearch {
    return new RootSearch(network, this.levels, best, check);
  }

  /** The values of a variable that are worth looking at. */
  choicesOf(id: number): readonly number[] {
    return this.worthwhile(id).values;
  }

  /** Whether no values of two variables go together. */
  isHopeless(relation: Relation): boolean {
    const table = this.tableOf(relation);
    for (let one = 0; one < table.one.count; one += 1) {
      for (let two = 0; two < table.two.count; two += 1) if (table.allows(one, two)) return false;
    }
    return true;
  }

  /** Of its worthwhile values. It is let into one network after the other. */
  private pricesOf(id: number): readonly number[] {
    let prices = this.prices.get(id);
    if (prices === undefined) {
      const base = this.costOf(id, this.cheapest[id] ?? 0);
      prices = this.worthwhile(id).values.map((value) => this.scale?.price(this.costOf(id, value), base) ?? 0);
      this.prices.set(id, prices);
    }
    return prices;
  }

  private costOf(variable: number, value: number): Cost {
    return this.problem.variables[variable]?.costs[value] ?? [];
  }

  /** What the values of variables cost together. */
  sum(variables: Iterable<number>, values: readonly number[]): Cost {
    const sum: number[] = [];
    for (const variable of variables) addCost(sum, this.costOf(variable, values[variable] ?? 0));
    return sum;
  }

  spreadOf(variable: number): Spread {
    let spread = this.spreads.get(variable);
    if (spread === undefined) {
      const base = this.costOf(variable, this.cheapest[variable] ?? 0);
      spread = spreadOf(this.problem.variables[variable]?.costs ?? [], base);
      this.spreads.set(variable, spread);
    }
    return spread;
  }

  /** The values of a variable that are worth looking at. */
  private worthwhile(variable: number): Kept {
    let kept = this.kept.get(variable);
    if (kept === undefined) {
      kept = worthwhile(variable, this.problem.variables[variable]?.costs ?? [], this.linksOf(variable));
      this.kept.set(variable, kept);
    }
    return kept;
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
