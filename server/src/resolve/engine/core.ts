/** Why a member was left without a value, and what can be had of it. */
import { type Arc, areAllowed, type Edge, type Network, OUT } from './network.ts';

/** From here on a double is too near to where it leaves out whole numbers. */
const TOO_MUCH = 2 ** 52;

/** A class of the arc's own side was ruled out, as it goes together with nothing that was left on the other. */
export interface Event {
  readonly arc: Arc;
  readonly ownClass: number;
}

export interface Core {
  /** The members whose costs were moved. */
  readonly members: readonly number[];
}

export class CoreTrace {
  private readonly network: Network;
  /** By how much each cost changes for every 1 that `least` is raised. */
  private rates = new Float64Array(0);
  private readonly changed: number[] = [];
  /** What each value has to bring up for every 1. */
  private wanted = new Float64Array(0);
  private readonly wanting: number[] = [];
  /** What each class has been given in a relation for every 1. */
  private given = new Float64Array(0);
  private deltas = new Float64Array(64);
  /** What the classes ruled out by each event have to bring up. */
  private claims: number[] = [];
  private readonly edges = new Set<Edge>();
  private free = 0;
  private killers: Int32Array = new Int32Array(0);

  constructor(network: Network) {
    this.network = network;
  }

  /**
   * Raises `least` by as much as the reasons why a member has no value left allow.
   * @param events what was ruled out, in order
   * @param killers for each value the event that ruled it out
   * @param isStale members about which the events tell nothing that still holds
   * @returns undefined where nothing could be raised
   */
  of(
    member: number,
    events: readonly Event[],
    killers: Int32Array,
    isStale: readonly boolean[],
    free: number,
  ): Core | undefined {
    this.begin(killers);
    this.free = free;
    const members = new Set([member]);
    const { from, values } = this.network.members[member] ?? { from: 0, values: [] };
    for (let place = from; place < from + values.length; place += 1) this.want(place, 1);
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const claim = this.claims[index] ?? 0;
      const event = events[index];
      if (claim === 0 || event === undefined) continue;
      const { arc } = event;
      if (isStale[arc.other] === true || isStale[arc.own] === true) return undefined;
      this.claim(event, claim);
      members.add(arc.own).add(arc.other);
    }
    const amount = this.highest();
    if (amount < 1 || !this.move(amount)) return undefined;
    this.network.least += amount;
    for (const edge of this.edges) edge.weight += 1;
    return { members: [...members] };
  }

  private begin(killers: Int32Array): void {
    if (this.rates.length < this.network.used) {
      this.rates = new Float64Array(this.network.costs.length);
      this.wanted = new Float64Array(this.network.costs.length);
      this.given = new Float64Array(this.network.costs.length);
    } else {
      for (const place of this.changed) {
        this.rates[place] = 0;
        this.given[place] = 0;
      }
      for (const place of this.wanting) this.wanted[place] = 0;
    }
    this.changed.length = 0;
    this.wanting.length = 0;
    this.claims = [];
    this.edges.clear();
    this.killers = killers;
  }

  private change(place: number, rate: number): void {
    if (this.rates[place] === 0) this.changed.push(place);
    this.rates[place] = (this.rates[place] ?? 0) + rate;
  }

  private want(place: number, amount: number): void {
    const cost = this.network.costs[place] ?? 0;
    if (cost === OUT) return;
    const wanted = this.wanted[place] ?? 0;
    if (wanted === 0) this.wanting.push(place);
    this.wanted[place] = wanted + amount;
    this.change(place, -amount);
    const killer = this.killers[place] ?? -1;
    if (cost <= this.free && killer >= 0) this.claims[killer] = Math.max(this.claims[killer] ?? 0, wanted + amount);
  }

  /** Has a class paid by the relation, and the relation by the classes of the other side. */
  private claim({ arc, ownClass }: Event, amount: number): void {
    const { costs, members } = this.network;
    this.edges.add(arc.edge);
    const own = members[arc.own]?.from ?? 0;
    for (let index = 0; index < arc.ownClasses.length; index += 1) {
      if (arc.ownClasses[index] === ownClass && costs[own + index] !== OUT) this.change(own + index, amount);
    }
    this.change(arc.ownFrom + ownClass, -amount);
    const ownCost = costs[arc.ownFrom + ownClass] ?? 0;
    const other = members[arc.other]?.from ?? 0;
    if (this.deltas.length < arc.otherClasses.length) this.deltas = new Float64Array(arc.otherClasses.length * 2);
    const deltas = this.deltas.fill(-1, 0, arc.otherClasses.length);
    for (let index = 0; index < arc.otherClasses.length; index += 1) {
      if (costs[other + index] === OUT) continue;
      const otherClass = arc.otherClasses[index] ?? 0;
      let delta = deltas[otherClass] ?? 0;
      if (delta < 0) {
        const place = arc.otherFrom + otherClass;
        delta = 0;
        if (ownCost + (costs[place] ?? 0) <= this.free && areAllowed(arc, ownClass, otherClass)) {
          delta = Math.max(0, amount - (this.given[place] ?? 0));
        }
        deltas[otherClass] = delta;
        if (delta > 0) {
          this.given[place] = amount;
          this.change(place, delta);
        }
      }
      if (delta > 0) this.want(other + index, delta);
    }
  }

  /** By how much `least` can be raised without a cost falling below zero. */
  private highest(): number {
    const { costs } = this.network;
    let amount = OUT;
    for (const place of this.wanting) {
      const rate = this.rates[place] ?? 0;
      if (rate < 0) amount = Math.min(amount, Math.floor((costs[place] ?? 0) / -rate));
    }
    for (const edge of this.edges) amount = Math.min(amount, this.highestOf(edge));
    return amount;
  }

  private highestOf({ arcs: [arc] }: Edge): number {
    if (arc === undefined) return 0;
    const { costs } = this.network;
    let amount = OUT;
    const others = this.standing(arc.otherClasses, this.network.members[arc.other]?.from ?? 0);
    for (const own of this.standing(arc.ownClasses, this.network.members[arc.own]?.from ?? 0)) {
      const ownPlace = arc.ownFrom + own;
      for (const other of others) {
        const rate = (this.rates[ownPlace] ?? 0) + (this.rates[arc.otherFrom + other] ?? 0);
        if (rate >= 0 || !areAllowed(arc, own, other)) continue;
        const cost = (costs[ownPlace] ?? 0) + (costs[arc.otherFrom + other] ?? 0);
        amount = Math.min(amount, Math.floor(cost / -rate));
      }
    }
    return amount;
  }

  private standing(classes: Int32Array, from: number): Iterable<number> {
    const found = new Set<number>();
    for (const [index, number] of classes.entries()) {
      if (this.network.costs[from + index] !== OUT) found.add(number);
    }
    return found;
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
      if (rate !== 0) network.set(place, (network.costs[place] ?? 0) + rate * amount);
    }
    return true;
  }
}
