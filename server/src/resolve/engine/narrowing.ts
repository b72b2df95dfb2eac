/** What can be concluded about a network without deciding anything. */
import { Bound } from './bound.ts';
import type { Budget } from './budget.ts';
import { type Network, OUT } from './network.ts';
import { Supports } from './supports.ts';

export class Narrowing {
  /** Only choices that cost less are looked for. */
  limit: number;
  private readonly network: Network;
  private readonly supports: Supports;
  private readonly bound: Bound;
  private awake = 0;

  constructor(network: Network, limit: number) {
    this.network = network;
    this.limit = limit;
    this.supports = new Supports(network);
    this.bound = new Bound(network);
  }

  /** Values of this member were taken out. */
  touch(member: number): void {
    this.supports.touch(member);
  }

  touchAll(): void {
    for (const index of this.network.members.keys()) this.supports.touch(index);
  }

  /**
   * Raises the least cost, and takes out values that cannot be part of a better choice.
   * @param levels what counts as nothing when the least cost is raised, one after the other
   * @param passes how often that begins anew at most
   * @returns false: no choice costs less than the limit
   */
  narrow(levels: readonly number[], passes: number, budget: Budget): boolean {
    this.touchWoken();
    do {
      const broken = this.supports.propagate();
      if (broken !== undefined) {
        broken.edge.weight += 1;
        return false;
      }
      if (!this.network.isFree) this.bound.raise(this.limit, levels, passes, budget);
      if (this.network.least >= this.limit) return false;
    } while (this.dropDear());
    return true;
  }

  /** Forgets what was touched: it is taken back. */
  forget(): void {
    this.supports.forget();
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

  /** Takes out values that cost too much; whether there were any. */
  private dropDear(): boolean {
    const { costs, members, least } = this.network;
    const most = this.limit - least;
    if (most === OUT) return false;
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
}
