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
export type Check = (places: readonly number[]) => 'fits' | 'woke' | 'left';

/** Why a search pauses: a first choice was found; there is no better one; the check wanted it to; the budget is spent. */
export type Pause = 'found' | 'complete' | 'left' | 'spent';

export class ComponentSearch {
  /** The best choice so far: of each member the place of its value. */
  best: readonly number[] | undefined;
  private readonly network: Network;
  private readonly check: Check;
  private readonly levels: readonly number[];
  private readonly supports: Supports;
  private readonly bound: Bound;
  private readonly stack: Decision[] = [];
  /** Only choices that cost less are looked for. */
  private limit: number;
  private awake = 0;

  /** @param best a choice that is known already */
  constructor(network: Network, levels: readonly number[], best: readonly number[] | undefined, check: Check) {
    this.network = network;
    this.check = check;
    this.levels = levels;
    this.best = best;
    this.limit = best === undefined ? OUT : this.priceOf(best);
    this.supports = new Supports(network);
    this.bound = new Bound(network);
  }

  /** Searches on. */
  run(budget: Budget, untilFound: boolean): Pause {
    for (;;) {
      if (!budget.take()) return 'spent';
      const next = this.node(budget);
      if (next === 'left') return 'left';
      if (next !== 'closed') this.decide(next.member, next.place);
      else if (!this.backtrack()) return 'complete';
      if (untilFound && this.best !== undefined) return 'found';
    }
  }

  /** Does what can be done without deciding anything. */
  private node(budget: Budget): 'closed' | 'left' | { readonly member: number; readonly place: number } {
    for (;;) {
      this.touchWoken();
      if (!this.narrow(budget)) return 'closed';
      const { fits, places, costly } = propose(this.network);
      const price = fits ? this.priceOf(places) : OUT;
      if (price < this.limit) {
        const answer = this.check(places);
        if (answer === 'left') return 'left';
        if (answer === 'woke') continue;
        this.best = places;
        this.limit = price;
        if (price <= this.network.least) return 'closed';
        continue;
      }
      return this.choose(costly) ?? 'closed';
    }
  }

  private touchWoken(): void {
    const { edges } = this.network;
    for (; this.awake < edges.length; this.awake += 1) {
      const edge = edges[this.awake];
      if (edge === undefined) continue;
      this.supports.touch(edge.there.own);
      this.supports.touch(edge.back.own);
    }
  }

  /** Takes out what cannot be part of a better choice; false: there is none. */
  private narrow(budget: Budget): boolean {
    const { network } = this;
    const isRoot = this.stack.length === 0;
    do {
      const broken = this.supports.propagate();
      if (broken !== undefined) {
        broken.edge.weight += 1;
        return false;
      }
      this.bound.raise(this.limit, this.levels, isRoot ? ROOT_PASSES : NODE_PASSES, budget);
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
    for (const [index, { from, size }] of members.entries()) {
      for (let place = from; place < from + size; place += 1) {
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
    return this.heaviest(this.around(costly)) ?? this.heaviest(this.network.members.keys());
  }

  private *around(costly: readonly number[]): Generator<number> {
    for (const index of costly) {
      yield index;
      for (const { other } of this.network.members[index]?.arcs ?? []) yield other;
    }
  }

  /** The member that failures hang on most, and that has few values left. */
  private heaviest(candidates: Iterable<number>) {
    let best: { member: number; place: number } | undefined;
    let most = -1;
    for (const index of candidates) {
      const member = this.network.members[index];
      const left = this.left(index);
      if (member === undefined || left < 2) continue;
      const weight = member.arcs.reduce((sum, { edge }) => sum + edge.weight, 0) / left;
      if (weight <= most) continue;
      most = weight;
      best = { member: index, place: cheapestLeft(this.network, member) };
    }
    return best;
  }

  private left(index: number): number {
    const { from, size } = this.network.members[index] ?? { from: 0, size: 0 };
    let left = 0;
    for (let place = from; place < from + size; place += 1) if (this.network.costs[place] !== OUT) left += 1;
    return left;
  }

  private decide(index: number, taken: number): void {
    const { network } = this;
    this.stack.push({ member: index, place: taken, mark: network.mark, least: network.least });
    const { from, size } = network.members[index] ?? { from: 0, size: 0 };
    for (let place = 0; place < size; place += 1) {
      if (place !== taken && network.costs[from + place] !== OUT) network.set(from + place, OUT);
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
