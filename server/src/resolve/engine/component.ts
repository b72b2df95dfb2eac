/** The search over one component: variables that hang together by relations that were broken. Depth first, bounded by costs. */
import { Bound } from './bound.ts';
import type { Budget } from './budget.ts';
import { type Network, OUT } from './network.ts';
import { cheapestLeft, propose } from './proposal.ts';
import { Supports } from './supports.ts';

/** How often the bound is raised at the root, and in each node below it. */
const ROOT_PASSES = 200;
const NODE_PASSES = 12;

/** What is decided: a member takes a value, or, once that was tried, does not. */
interface Decision {
  readonly member: number;
  readonly place: number;
  readonly mark: number;
  readonly least: number;
}

/**
 * Asked of a choice that all that is awake allows: wakes what it breaks beyond that; members may join the network by it.
 * @param places of each member the place of its value
 */
export type Check = (places: readonly number[]) => 'fits' | 'woke' | 'leave';

export interface Found {
  /** Of each member the place of its value; undefined: none was found. */
  readonly places: readonly number[] | undefined;
  readonly price: number;
  /** `left`: the check ended it. */
  readonly end: 'complete' | 'spent' | 'left';
}

export class ComponentSearch {
  private readonly network: Network;
  private readonly budget: Budget;
  private readonly check: Check;
  private readonly supports: Supports;
  private readonly bound: Bound;
  private readonly stack: Decision[] = [];
  private best: readonly number[] | undefined;
  private limit = OUT;

  constructor(network: Network, budget: Budget, levels: readonly number[], check: Check) {
    this.network = network;
    this.budget = budget;
    this.check = check;
    this.supports = new Supports(network);
    this.bound = new Bound(network, budget, levels);
  }

  run(): Found {
    for (const index of this.network.members.keys()) this.supports.touch(index);
    for (;;) {
      if (!this.budget.take()) return this.ended('spent');
      const next = this.node();
      if (next === 'leave') return this.ended('left');
      if (next === 'closed') {
        if (!this.backtrack()) return this.ended('complete');
      } else {
        this.stack.push({ ...next, mark: this.network.mark, least: this.network.least });
        this.take(next.member, next.place);
      }
    }
  }

  private ended(end: Found['end']): Found {
    return { places: this.best, price: this.limit, end };
  }

  /** Does what can be done without deciding anything. */
  private node(): 'closed' | 'leave' | { readonly member: number; readonly place: number } {
    const { network } = this;
    let awake = network.edges.length;
    for (;;) {
      if (!this.narrow()) return 'closed';
      const proposal = propose(network);
      if (proposal.fits) {
        const price = this.priceOf(proposal.places);
        if (price < this.limit) {
          const answer = this.check(proposal.places);
          if (answer === 'leave') return 'leave';
          if (answer === 'woke') {
            for (; awake < network.edges.length; awake += 1) {
              for (const { own } of network.edges[awake]?.arcs ?? []) this.supports.touch(own);
            }
            continue;
          }
          this.best = proposal.places;
          this.limit = price;
        }
        if (price <= network.least || proposal.costly.length === 0) return 'closed';
      }
      return this.choose(proposal.costly) ?? 'closed';
    }
  }

  /** Takes out what cannot be part of a better choice; false: there is none. */
  private narrow(): boolean {
    const { network } = this;
    const isRoot = this.stack.length === 0;
    do {
      const broken = this.supports.propagate();
      if (broken !== undefined) {
        broken.edge.weight += 1;
        return false;
      }
      this.bound.raise(this.limit, isRoot ? ROOT_PASSES : NODE_PASSES);
      if (network.least >= this.limit) return false;
    } while (this.dropDear());
    if (isRoot) network.keep();
    return true;
  }

  /** Takes out values that cost too much; whether there were any. */
  private dropDear(): boolean {
    const { costs, members, least } = this.network;
    const most = this.limit - least;
    let found = false;
    for (const [index, { from, values }] of members.entries()) {
      for (let place = from; place < from + values.length; place += 1) {
        const cost = costs[place] ?? OUT;
        if (cost === OUT || cost < most) continue;
        this.network.set(place, OUT);
        this.supports.touch(index);
        found = true;
      }
    }
    return found;
  }

  private priceOf(places: readonly number[]): number {
    return places.reduce((sum, place, index) => sum + (this.network.members[index]?.prices[place] ?? 0), 0);
  }

  /** What to decide next: a member that stands in the way of the cheapest values, or one next to it. */
  private choose(costly: readonly number[]) {
    return this.heaviest(this.candidates(costly)) ?? this.heaviest(this.network.members.keys());
  }

  private heaviest(candidates: Iterable<number>) {
    let best: number | undefined;
    let most = -1;
    for (const index of candidates) {
      const member = this.network.members[index];
      const left = this.left(index);
      if (member === undefined || left < 2) continue;
      let weight = 0;
      for (const { edge } of member.arcs) weight += edge.weight;
      weight /= left;
      if (weight <= most) continue;
      most = weight;
      best = index;
    }
    const member = this.network.members[best ?? -1];
    if (best === undefined || member === undefined) return undefined;
    return { member: best, place: cheapestLeft(this.network, member) };
  }

  private *candidates(costly: readonly number[]): Generator<number> {
    for (const index of costly) {
      yield index;
      for (const { other } of this.network.members[index]?.arcs ?? []) yield other;
    }
  }

  private left(index: number): number {
    const { from, values } = this.network.members[index] ?? { from: 0, values: [] };
    let left = 0;
    for (let place = from; place < from + values.length; place += 1) {
      if (this.network.costs[place] !== OUT) left += 1;
    }
    return left;
  }

  private take(index: number, taken: number): void {
    const { from, values } = this.network.members[index] ?? { from: 0, values: [] };
    for (let place = 0; place < values.length; place += 1) {
      if (place !== taken && this.network.costs[from + place] !== OUT) this.network.set(from + place, OUT);
    }
    this.supports.touch(index);
  }

  /** Takes the last decision back and decides the opposite. */
  private backtrack(): boolean {
    const last = this.stack.pop();
    if (last === undefined) return false;
    this.supports.forget();
    this.network.undo(last.mark);
    this.network.least = last.least;
    this.network.set((this.network.members[last.member]?.from ?? 0) + last.place, OUT);
    this.supports.touch(last.member);
    return true;
  }
}
