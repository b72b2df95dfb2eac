/**
 * The part of a problem that is searched at one time: some variables with their worthwhile values, and those relations
 * between them that have been broken so far ("awake").
 *
 * What a choice costs is told in another way than it was given, such that each choice still costs the same: a least sum that
 * every choice costs (`least`), and what a value, or a class of values in a relation, costs beyond. Costs are moved between
 * these (bound.ts) so that `least` becomes as great as possible. None is ever below zero, taken together: a value costs 0 or
 * more, and so do two classes of a relation that go together. A value that is out costs Infinity.
 */
import { Numbers } from './numbers.ts';
import { classOf, goTogether, type Relation } from './relations.ts';

/** A variable of the network. */
export interface Member {
  /** Its number in the problem. */
  readonly variable: number;
  /** Values of the problem, by their place here, the cheapest first. */
  readonly values: readonly number[];
  readonly prices: Float64Array;
  /** Where the costs of its values begin in `costs`. */
  readonly from: number;
  readonly arcs: Arc[];
}

/** A relation as it is seen from one of its members. */
export interface Arc {
  readonly own: number;
  readonly other: number;
  /** The class of each value. */
  readonly ownClasses: Int32Array;
  readonly otherClasses: Int32Array;
  /** Where the costs of the classes begin in `costs`. */
  readonly ownFrom: number;
  readonly otherFrom: number;
  /** Where in the table two classes are found. */
  readonly ownStride: number;
  readonly otherStride: number;
  /** For each class the one of the other side that it was last seen to go together with. Its length is the number of classes. */
  readonly support: Int32Array;
  readonly edge: Edge;
}

/** What both arcs of a relation share. */
export interface Edge {
  readonly relation: Relation;
  readonly arcs: Arc[];
  /** What is known of two classes: 0 nothing, 1 that they go together, 2 that they do not. */
  readonly table: Uint8Array;
  /** A value of each class. */
  readonly examples: readonly [readonly number[], readonly number[]];
  /** How often the search failed because of it. */
  weight: number;
}

export const OUT = Number.POSITIVE_INFINITY;

export class Network {
  readonly members: Member[] = [];
  readonly edges: Edge[] = [];
  readonly placeOf = new Map<number, number>();
  readonly awake = new Set<Relation>();
  /** What every choice costs at least. */
  least = 0;
  /** What values and classes cost beyond. */
  costs = new Float64Array(512);
  used = 0;
  private readonly trailPlaces: number[] = [];
  private readonly trailCosts: number[] = [];

  /** @param prices of the values, ascending; the first is 0 */
  add(variable: number, values: readonly number[], prices: Float64Array): void {
    this.placeOf.set(variable, this.members.length);
    const from = this.reserve(values.length);
    this.members.push({ variable, values, prices, from, arcs: [] });
    this.costs.set(prices, from);
  }

  /** Takes account of a relation between two members from now on. */
  wake(relation: Relation): Edge {
    const one = this.placeOf.get(relation.one) ?? 0;
    const two = this.placeOf.get(relation.two) ?? 0;
    const ofOne = classesOf(relation, relation.one, this.members[one]?.values ?? []);
    const ofTwo = classesOf(relation, relation.two, this.members[two]?.values ?? []);
    const [countOne, countTwo] = [ofOne.examples.length, ofTwo.examples.length];
    const fromOne = this.reserve(countOne);
    const fromTwo = this.reserve(countTwo);
    const table = new Uint8Array(countOne * countTwo);
    const edge: Edge = { relation, table, examples: [ofOne.examples, ofTwo.examples], arcs: [], weight: 1 };
    const there: Arc = {
      edge,
      own: one,
      other: two,
      ownClasses: ofOne.classes,
      otherClasses: ofTwo.classes,
      ownFrom: fromOne,
      otherFrom: fromTwo,
      ownStride: countTwo,
      otherStride: 1,
      support: new Int32Array(countOne),
    };
    const back: Arc = {
      edge,
      own: two,
      other: one,
      ownClasses: ofTwo.classes,
      otherClasses: ofOne.classes,
      ownFrom: fromTwo,
      otherFrom: fromOne,
      ownStride: 1,
      otherStride: countTwo,
      support: new Int32Array(countTwo),
    };
    edge.arcs.push(there, back);
    this.edges.push(edge);
    this.awake.add(relation);
    this.members[one]?.arcs.push(there);
    this.members[two]?.arcs.push(back);
    return edge;
  }

  /** Changes a cost until `undo`. */
  set(place: number, cost: number): void {
    this.trailPlaces.push(place);
    this.trailCosts.push(this.costs[place] ?? 0);
    this.costs[place] = cost;
  }

  get mark(): number {
    return this.trailPlaces.length;
  }

  /** Makes all changes so far lasting. */
  keep(): void {
    this.trailPlaces.length = 0;
    this.trailCosts.length = 0;
  }

  /** Takes back all changes since the trail had this length. */
  undo(mark: number): void {
    while (this.trailPlaces.length > mark) {
      this.costs[this.trailPlaces.pop() ?? 0] = this.trailCosts.pop() ?? 0;
    }
  }

  private reserve(length: number): number {
    const from = this.used;
    this.used += length;
    if (this.used > this.costs.length) {
      const larger = new Float64Array(Math.max(this.used, this.costs.length * 2));
      larger.set(this.costs);
      this.costs = larger;
    }
    return from;
  }
}

/** Whether values of two classes go together. */
export function areAllowed({ edge, ownStride, otherStride }: Arc, own: number, other: number): boolean {
  const place = own * ownStride + other * otherStride;
  const known = edge.table[place] ?? 0;
  return known === 0 ? ask(edge, place) : known === 1;
}

function ask({ table, relation, examples: [ofOne, ofTwo] }: Edge, place: number): boolean {
  const two = place % ofTwo.length;
  const one = (place - two) / ofTwo.length;
  const isAllowed = goTogether(relation, ofOne[one] ?? 0, ofTwo[two] ?? 0);
  table[place] = isAllowed ? 1 : 2;
  return isAllowed;
}

/** The classes of values over all constraints of a relation, numbered from 0, and a value of each. */
function classesOf({ constraints }: Relation, variable: number, values: readonly number[]) {
  let classes = new Int32Array(values.length);
  let count = 1;
  for (const constraint of constraints) {
    const numbers = new Numbers(count);
    classes = classes.map((known, place) => numbers.of(classOf(constraint, variable, values[place] ?? 0), known));
    count = numbers.count;
  }
  const examples: number[] = [];
  for (const [place, number] of classes.entries()) examples[number] ??= values[place] ?? 0;
  return { classes, examples };
}
