/** Whether some of a problem's variables can be satisfied together, whatever their values cost. */
import type { Budget } from './budget.ts';
import { Network } from './network.ts';
import { type Check, type PartSearch, Parts, type Whole } from './parts.ts';
import type { Problem } from './problem.ts';
import { ProblemWhole } from './problemWhole.ts';
import type { Relation } from './relations.ts';

/** Values for all variables; those that were not asked for keep what they had. `core`: variables that none satisfy together. */
export type Answer =
  | { readonly kind: 'yes'; readonly values: readonly number[] }
  | { readonly kind: 'no'; readonly core: readonly number[] }
  | { readonly kind: 'unknown' };

export class Satisfier {
  /** How many variables the problem has. */
  readonly size: number;
  private readonly problem: ProblemWhole;

  constructor({ variables, constraints }: Problem) {
    this.size = variables.length;
    this.problem = new ProblemWhole({
      variables: variables.map(({ costs }) => ({ costs: new Array<readonly number[]>(costs.length).fill([]) })),
      constraints,
    });
  }

  /** Values to begin with. */
  get anyValues(): readonly number[] {
    return this.problem.cheapest;
  }

  /** All pairs of variables that a constraint is about. */
  get pairs(): readonly Relation[] {
    return this.problem.relations.all;
  }

  /** Whether no values of two variables go together. */
  isHopeless(relation: Relation): boolean {
    return this.problem.isHopeless(relation);
  }

  /** @param values to begin with: what goes together of these is not looked into */
  satisfy(variables: ReadonlySet<number>, values: readonly number[], budget: Budget): Answer {
    const parts = new Parts<Relation>(
      new Some(this.problem, variables),
      values,
      () => new Network(),
      () => 'fits',
    );
    for (const relation of this.problem.relations.all) {
      if (!variables.has(relation.one) || !variables.has(relation.two)) continue;
      if (this.problem.isBroken(relation, values)) parts.join(relation);
    }
    const end = parts.run(budget, true);
    if (end === 'found' || end === 'complete') return { kind: 'yes', values: parts.choices };
    if (end === 'none') return { kind: 'no', core: parts.failed };
    return { kind: 'unknown' };
  }

  /** Values with which another variable goes together with some, these keeping theirs; undefined if there are none. */
  extend(variables: ReadonlySet<number>, added: number, values: readonly number[]): readonly number[] | undefined {
    const tried = [...values];
    const relations = this.problem
      .linksOf(added)
      .filter((relation) => variables.has(this.problem.otherEnd(relation, added)));
    for (const value of this.problem.choicesOf(added)) {
      tried[added] = value;
      if (!relations.some((relation) => this.problem.isBroken(relation, tried))) return tried;
    }
    return undefined;
  }
}

/** Some variables of a problem, as a whole. */
class Some implements Whole<Relation> {
  private readonly problem: ProblemWhole;
  private readonly variables: ReadonlySet<number>;

  constructor(problem: ProblemWhole, variables: ReadonlySet<number>) {
    this.problem = problem;
    this.variables = variables;
  }

  linksOf(id: number): readonly Relation[] {
    return this.problem.linksOf(id).filter((relation) => this.variables.has(this.problem.otherEnd(relation, id)));
  }

  endsOf(relation: Relation): readonly [number, number] {
    return this.problem.endsOf(relation);
  }

  otherEnd(relation: Relation, id: number): number {
    return this.problem.otherEnd(relation, id);
  }

  isBroken(relation: Relation, choices: readonly number[]): boolean {
    return this.problem.isBroken(relation, choices);
  }

  admit(id: number, network: Network): void {
    this.problem.admit(id, network);
  }

  wake(relation: Relation, network: Network): void {
    this.problem.wake(relation, network);
  }

  choiceOfNew(id: number): number {
    return this.problem.choiceOfNew(id);
  }

  choiceAt(id: number, place: number): number {
    return this.problem.choiceAt(id, place);
  }

  placeOf(id: number, choice: number): number {
    return this.problem.placeOf(id, choice);
  }

  search(network: Network, best: readonly number[] | undefined, check: Check): PartSearch {
    return this.problem.search(network, best, check);
  }
}
