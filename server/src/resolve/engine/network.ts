/**
 * The part of a problem that is searched at one time: some variables with their worthwhile values, and those relations
 * between them that have been broken so far ("awake").
 *
 * What a choice costs is told in another way than it was given, such that each choice still costs the same: a least sum that
 * every choice costs (`least`), and what a value, or a class of values in a relation, costs beyond. Costs are moved between
 * these (bound.ts) so that `least` becomes as great as possible. None is ever below zero, taken together: a value costs 0 or
 * more, and so do two classes of a relation that go together. A value that is out costs Infinity.
 */
import { type Arc, Edge } from './arcs.ts';
import type { Table } from './table.ts';

/** A variable of the network. */
export interface Member {
  /** Where the costs of its values begin in `costs`, and how many values there are. */
  readonly from: number;
  readonly size: number;
  readonly arcs: Arc[];
}

export const OUT = Number.POSITIVE_INFINITY;

export class Network {
  readonly members: Member[] = [];
  readonly edges: Edge[] = [];
  /** What every choice costs at least. */
  least = 0;
  /** Whether nothing costs anything: values are in or out. */
  isFree = true;
  /** What values and classes cost beyond. */
  costs = new Float64Array(0);
  /** For each class of an arc's own side the one of the other side that it was last seen to go together with. */
  supports = new Int32Array(0);
  /** How many costs there are. */
  used = 0;
  /** `costs` and `least` as they were before anything was ruled out for what an answer costs (`settle`). */
  private settled = new Float64Array(0);
  private settledLeast = 0;
  /** The names of the members, and where they stand. */
  private readonly ids: number[] = [];
  private readonly placeOf = new Map<number, number>();
  private readonly trailPlaces: number[] = [];
  private readonly trailCosts: number[] = [];

  /**
   * Lets a variable in.
   * @param id a name for it
   * @param costs of its values, none below 0
   */
  add(id: number, costs: ArrayLike<number>): void {
    this.placeOf.set(id, this.members.length);
    this.ids.push(id);
    const from = this.reserve(costs.length);
    this.members.push({ from, size: costs.length, arcs: [] });
    this.fill(from, costs);
    for (let place = 0; this.isFree && place < costs.length; place += 1) {
      this.isFree = costs[place] === 0 || costs[place] === OUT;
    }
  }

  /** Takes account of a relation between two variables that are in from now on. */
  wake(table: Table, idOne: number, idTwo: number): Edge {
    const one = this.placeOf.get(idOne) ?? 0;
    const two = this.placeOf.get(idTwo) ?? 0;
    const fromOne = this.reserve(table.one.count);
    const fromTwo = this.reserve(table.two.count);
    const edge = new Edge(table, { one, two, fromOne, fromTwo });
    this.edges.push(edge);
    this.members[one]?.arcs.push(edge.there);
    this.members[two]?.arcs.push(edge.back);
    return edge;
  }

  /** Sets costs that are new here, to begin with. */
  fill(from: number, costs: ArrayLike<number>): void {
    this.costs.set(costs, from);
    this.settled.set(costs, from);
  }

  /** Makes the costs of now those that `restore` goes back to: nothing has been decided, or ruled out for what an answer costs. */
  settle(): void {
    this.settled.set(this.costs.subarray(0, this.used));
    this.settledLeast = this.least;
  }

  /** Goes back to the costs that were settled: what was found out holds whatever joins. */
  restore(): void {
    this.keep();
    this.costs.set(this.settled.subarray(0, this.used));
    this.least = this.settledLeast;
  }

  /**
   * Takes in all of another network that has no member in common with it, as that was settled. Its `least` is left out: what
   * all choices cost alike makes no difference to which costs less.
   */
  absorb(other: Network): void {
    for (const [index, { from, size }] of other.members.entries()) {
      this.add(other.ids[index] ?? 0, other.settled.subarray(from, from + size));
    }
    for (const { table, there, back, weight } of other.edges) {
      const edge = this.wake(table, other.ids[there.own] ?? 0, other.ids[back.own] ?? 0);
      edge.weight = weight;
      for (const [own, theirs] of [
        [edge.there, there],
        [edge.back, back],
      ] as const) {
        this.fill(own.from, other.settled.subarray(theirs.from, theirs.from + theirs.count));
      }
    }
    this.isFree &&= other.isFree;
  }

  /**
   * What a choice that goes together costs.
   * @param places of each member the place of its value
   */
  costAt(places: readonly number[]): number {
    let sum = this.least;
    for (const [index, { from }] of this.members.entries()) sum += this.costs[from + (places[index] ?? 0)] ?? 0;
    for (const { there, back } of this.edges) {
      sum += this.costs[there.from + (there.classes[places[there.own] ?? 0] ?? 0)] ?? 0;
      sum += this.costs[back.from + (back.classes[places[back.own] ?? 0] ?? 0)] ?? 0;
    }
    return sum;
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
      const larger = new Float64Array(Math.max(512, this.used + 32, this.costs.length * 3));
      larger.set(this.costs);
      this.costs = larger;
      const settled = new Float64Array(larger.length);
      settled.set(this.settled);
      this.settled = settled;
      const supports = new Int32Array(larger.length);
      supports.set(this.supports);
      this.supports = supports;
    }
    return from;
  }
}
