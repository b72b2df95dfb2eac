/** A relation in a network. */
import type { Table } from './table.ts';

/** Where the two members of a relation stand in a network, and their costs in the relation. */
export interface Ends {
  readonly one: number;
  readonly two: number;
  /** Where the costs of the classes begin in the network's `costs`. */
  readonly fromOne: number;
  readonly fromTwo: number;
}

export class Edge {
  readonly table: Table;
  /** As its first member sees it, and as its second does. */
  readonly there: Arc;
  readonly back: Arc;
  /** How often the search failed because of it. */
  weight = 1;

  constructor(table: Table, ends: Ends) {
    this.table = table;
    this.there = new Arc(this, ends, true);
    this.back = new Arc(this, ends, false);
  }
}

/** A relation as one of its members sees it. */
export class Arc {
  readonly edge: Edge;
  readonly isThere: boolean;
  /** The member that looks, and the one that it sees. */
  readonly own: number;
  readonly other: number;
  /** The class of each value of `own`. */
  readonly classes: Int32Array;
  /** How many classes there are of `own`. */
  readonly count: number;
  /** Where the costs of the classes of `own` begin, and all else that the network knows of each of them. */
  readonly from: number;
  isQueued = false;

  constructor(edge: Edge, { one, two, fromOne, fromTwo }: Ends, isThere: boolean) {
    this.edge = edge;
    this.isThere = isThere;
    this.own = isThere ? one : two;
    this.other = isThere ? two : one;
    const side = isThere ? edge.table.one : edge.table.two;
    this.classes = side.of;
    this.count = side.count;
    this.from = isThere ? fromOne : fromTwo;
  }

  /** The same relation as the other member sees it. */
  get reverse(): Arc {
    return this.isThere ? this.edge.back : this.edge.there;
  }

  /** Whether a class of `own` goes together with one of `other`. */
  allows(own: number, other: number): boolean {
    return this.isThere ? this.edge.table.allows(own, other) : this.edge.table.allows(other, own);
  }
}
