/** What is known so far of which values go together in a relation. */
import type { Kept } from './choices.ts';
import { type Classes, divide, oneClass } from './classes.ts';
import { goTogether, type Relation } from './relations.ts';

/** One side of a table. */
export interface Side extends Classes {
  /** A value of each class, numbered as in the problem. */
  readonly examples: readonly number[];
}

export class Table {
  readonly relation: Relation;
  readonly one: Side;
  readonly two: Side;
  /** Of a class of the first and one of the second variable: 0 nothing is known, 1 they go together, 2 they do not. */
  private readonly known: Uint8Array;

  /**
   * @param ofOne the values of the first variable that are looked at
   * @param ofTwo the same for the second
   */
  constructor(relation: Relation, ofOne: Kept, ofTwo: Kept) {
    this.relation = relation;
    this.one = side(relation, relation.one, ofOne);
    this.two = side(relation, relation.two, ofTwo);
    this.known = new Uint8Array(this.one.count * this.two.count);
  }

  /** Whether values of two classes go together. The problem is asked once. */
  allows(one: number, two: number): boolean {
    const place = one * this.two.count + two;
    const known = this.known[place] ?? 0;
    return known === 0 ? this.ask(place, one, two) : known === 1;
  }

  private ask(place: number, one: number, two: number): boolean {
    const isAllowed = goTogether(this.relation, this.one.examples[one] ?? 0, this.two.examples[two] ?? 0);
    this.known[place] = isAllowed ? 1 : 2;
    return isAllowed;
  }
}

/** The classes are numbered in the order of the problem's values: those near each other are often alike. */
function side({ constraints }: Relation, variable: number, { values, order }: Kept): Side {
  const ordered = order.map((place) => values[place] ?? 0);
  let classes = oneClass(values.length);
  for (const constraint of constraints) classes = divide(classes, constraint, variable, ordered);
  const of = new Int32Array(values.length);
  const examples: number[] = [];
  for (let place = 0; place < ordered.length; place += 1) {
    const number = classes.of[place] ?? 0;
    of[order[place] ?? 0] = number;
    if (number === examples.length) examples.push(ordered[place] ?? 0);
  }
  return { of, count: classes.count, examples };
}
