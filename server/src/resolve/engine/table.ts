/** What is known so far of which values go together in a relation. */
import { Numbers } from './numbers.ts';
import { classOf, goTogether, type Relation } from './relations.ts';

/** The classes of a variable's values, numbered from 0. */
export interface Classes {
  /** Of each value its class. */
  readonly of: Int32Array;
  /** A value of each class. */
  readonly examples: readonly number[];
}

export class Table {
  readonly relation: Relation;
  readonly one: Classes;
  readonly two: Classes;
  /** Of a class of the first and one of the second variable: 0 nothing is known, 1 they go together, 2 they do not. */
  private readonly known: Uint8Array;

  /**
   * @param ofOne the values of the first variable that are looked at, numbered as in the problem
   * @param ofTwo the same for the second
   */
  constructor(relation: Relation, ofOne: readonly number[], ofTwo: readonly number[]) {
    this.relation = relation;
    this.one = classesOf(relation, relation.one, ofOne);
    this.two = classesOf(relation, relation.two, ofTwo);
    this.known = new Uint8Array(this.one.examples.length * this.two.examples.length);
  }

  /** Whether values of two classes go together. The problem is asked once. */
  allows(one: number, two: number): boolean {
    const place = one * this.two.examples.length + two;
    const known = this.known[place] ?? 0;
    if (known !== 0) return known === 1;
    const isAllowed = goTogether(this.relation, this.one.examples[one] ?? 0, this.two.examples[two] ?? 0);
    this.known[place] = isAllowed ? 1 : 2;
    return isAllowed;
  }
}

/** The classes over all constraints of a relation, in the order of the problem's values: those near each other are often alike. */
function classesOf({ constraints }: Relation, variable: number, values: readonly number[]): Classes {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const of = new Int32Array(values.length);
  let count = 1;
  for (const constraint of constraints) {
    const numbers = new Numbers(count);
    for (const place of order)
      of[place] = numbers.of(classOf(constraint, variable, values[place] ?? 0), of[place] ?? 0);
    count = numbers.count;
  }
  const examples: number[] = [];
  for (const [place, number] of of.entries()) examples[number] ??= values[place] ?? 0;
  return { of, examples };
}
