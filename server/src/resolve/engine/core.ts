/** Why a member was left without a value, and what can be had of it. */
import type { Arc, Edge } from './arcs.ts';
import { type Network, OUT } from './network.ts';

/** From here on a double is too near to where it leaves out whole numbers. */
const TOO_MUCH = 2 ** 52;

/** A class of the arc's own side was ruled out, as it goes together with nothing that was left on the other. */
export interface RuledOut {
  readonly arc: Arc;
  readonly ownClass: number;
}

export class CoreTrace {
  private readonly network: Network;
  private free = 0;
  private killers: Int32Array = new Int32Array(0);
  /** By how much each cost changes for every 1 that `least` is raised. */
  private rates = new Float64Array(0);
  private readonly changed: number[] = [];
  /** What each value has to bring up for every 1. */
  private wanted = new Float64Array(0);
  private readonly wanting: number[] = [];
  /** What each class has been given in a relation for every 1. */
  private given = new Float64Array(0);
  /** Of each class of one side what it is to be given in addition; -1: not known yet. */
  private additions = new Float64Array(64);
  private standing = new Uint8Array(64);
  /** What the values ruled out by each event have to bring up. */
  private claims = new Float64Array(0);
  private readonly edges = new Set<Edge>();

  constructor(network: Network) {
    this.network = network;
  }

  /**
   * Raises `least` by as much as the reasons allow why a member has no value left.
   * @param events what was ruled out, in order
   * @param killers for each value the event that ruled it out
   * @param isStale members about which the events tell nothing that still holds
   * @param free what counted as nothing
   * @returns the members whose costs were moved
   */
  raise(
    member: number,
    events: readonly RuledOut[],
    killers: Int32Array,
    isStale: readonly boolean[],
    free: number,
  ): readonly number[] {
    this.begin(events.length, killers, free);
    const { from, size } = this.network.members[member] ?? { from: 0, size: 0 };
    for (let place = from; place < from + size; place += 1) this.want(place, 1);
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const claim = this.claims[index] ?? 0;
      const event = events[index];
      if (claim === 0 || event === undefined) continue;
      if (isStale[event.arc.other] === true || isStale[event.arc.own] === true) return [];
      this.claim(event, claim);
    }
    const amount = this.highest();
    if (amount < 1 || !this.move(amount)) return [];
    this.network.least += amount;
    const moved = [member];
    for (const edge of this.edges) {
      edge.weight += 1;
      moved.push(edge.there.own, edge.back.own);
    }
    return moved;
  }

  private begin(events: number, killers: Int32Array, free: number): void {
    this.free = free;
    this.killers = killers;
    if (this.rates.length < this.network.used) {
      this.rates = new Float64Array(this.network.costs.length);
      this.wanted = new Float64Array(this.network.costs.length);
      this.given = new Float64Array(this.network.costs.length);
    }
    for (const place of this.changed) {
      this.rates[place] = 0;
      this.wanted[place] = 0;
      this.given[place] = 0;
    }
    this.changed.length = 0;
    this.wanting.length = 0;
    if (this.claims.length < events) this.claims = new Float64Array(events * 2);
    else this.claims.fill(0, 0, events);
    this.edges.clear();
  }

  private change(place: number, rate: number): void {
    const before = this.rates[place] ?? 0;
    if (before === 0) this.changed.push(place);
    this.rates[place] = before + rate;
  }

  private want(place: number, amount: number): void {
    const cost = this.network.costs[place] ?? 0;
    if (cost === OUT) return;
    const before = this.wanted[place] ?? 0;
    if (before === 0) this.wanting.push(place);
    this.wanted[place] = before + amount;
    this.change(place, -amount);
    const killer = this.killers[place] ?? -1;
    if (cost <= this.free && killer >= 0) this.claims[killer] = Math.max(this.claims[killer] ?? 0, before + amount);
  }

  /** Has what a class must bring up paid by the relation, and the relation paid by the classes of the other side. */
  private claim({ arc, ownClass }: RuledOut, amount: number): void {
    const { costs, members } = this.network;
    this.edges.add(arc.edge);
    const own = members[arc.own] ?? { from: 0, size: 0 };
    for (let place = 0; place < own.size; place += 1) {
      if (arc.classes[place] === ownClass && costs[own.from + place] !== OUT) this.change(own.from + place, amount);
    }
    this.change(arc.from + ownClass, -amount);
    const { reverse } = arc;
    const other = members[arc.other] ?? { from: 0, size: 0 };
    if (this.additions.length < reverse.count) this.additions = new Float64Array(reverse.count * 2);
    const additions = this.additions.fill(-1, 0, reverse.count);
    for (let place = 0; place < other.size; place += 1) {
      if (costs[other.from + place] === OUT) continue;
      const otherClass = reverse.classes[place] ?? 0;
      let addition = additions[otherClass] ?? 0;
      if (addition < 0) {
        addition = this.give(arc, ownClass, otherClass, amount);
        additions[otherClass] = addition;
      }
      if (addition > 0) this.want(other.from + place, addition);
    }
  }

  /** What a class of the other side has to give in addition, so that the relation can pay a class of this side. */
  private give(arc: Arc, ownClass: number, otherClass: number, amount: number): number {
    const { costs } = this.network;
    const place = arc.reverse.from + otherClass;
    const given = this.given[place] ?? 0;
    if (given >= amount) return 0;
    // What the two already cost in the relation pays for itself.
    if ((costs[arc.from + ownClass] ?? 0) + (costs[place] ?? 0) > this.free) return 0;
    if (!arc.allows(ownClass, otherClass)) return 0;
    this.given[place] = amount;
    this.change(place, amount - given);
    return amount - given;
  }

  /** By how much `least` can be raised without a cost falling below zero. */
  private highest(): number {
    const { costs } = this.network;
    let amount = OUT;
    for (const place of this.wanting) {
      const rate = this.rates[place] ?? 0;
      if (rate < 0) amount = Math.min(amount, Math.floor((costs[place] ?? 0) / -rate));
    }
    for (const { there } of this.edges) {
      if (amount >= 1) amount = this.highestOf(there, amount);
    }
    return amount;
  }

  private highestOf(arc: Arc, most: number): number {
    const { costs } = this.network;
    const { reverse } = arc;
    const offset = arc.count;
    this.mark(arc, reverse);
    let amount = most;
    for (let own = 0; own < arc.count; own += 1) {
      if (this.standing[own] === 0) continue;
      const ownRate = this.rates[arc.from + own] ?? 0;
      const ownCost = costs[arc.from + own] ?? 0;
      for (let other = 0; other < reverse.count; other += 1) {
        const rate = ownRate + (this.rates[reverse.from + other] ?? 0);
        if (rate >= 0 || this.standing[offset + other] === 0) continue;
        const possible = Math.floor((ownCost + (costs[reverse.from + other] ?? 0)) / -rate);
        if (possible < amount && arc.allows(own, other)) amount = possible;
      }
    }
    return amount;
  }

  /** Marks the classes of both sides that values are left of. */
  private mark(there: Arc, back: Arc): void {
    const total = there.count + back.count;
    if (this.standing.length < total) this.standing = new Uint8Array(total * 2);
    this.standing.fill(0, 0, total);
    for (const arc of [there, back]) {
      const { from, size } = this.network.members[arc.own] ?? { from: 0, size: 0 };
      const offset = arc === there ? 0 : there.count;
      for (let place = 0; place < size; place += 1) {
        if (this.network.costs[from + place] !== OUT) this.standing[offset + (arc.classes[place] ?? 0)] = 1;
      }
    }
  }

  private move(amount: number): boolean {
    if (amount === OUT) return true;
    const { network, rates } = this;
    const isTooMuch = (place: number) => {
      const cost = (network.costs[place] ?? 0) + (rates[place] ?? 0) * amount;
      return cost !== OUT && Math.abs(cost) > TOO_MUCH;
    };
    if (this.changed.some(isTooMuch)) return false;
    for (const place of this.changed) {
      const rate = rates[place] ?? 0;
      if (rate === 0) continue;
      network.set(place, (network.costs[place] ?? 0) + rate * amount);
      // Taken account of.
      rates[place] = 0;
    }
    return true;
  }
}
