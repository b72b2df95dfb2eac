/** The search of a network from its root: bound it, then search what the bound has left open in parts. */
import type { Edge } from './arcs.ts';
import type { Budget } from './budget.ts';
import { cut } from './cut.ts';
import { Narrowing } from './narrowing.ts';
import { type Network, OUT } from './network.ts';
import type { Check, PartSearch, Parts, Pause } from './parts.ts';
import { type Proposal, propose } from './proposal.ts';

/** How often the bound is raised at most before parts are searched. */
const PASSES = 200;

/** Where more relations than these wake at once, a bound of the whole is worth more than what its parts have found so far. */
const FEW = 3;

/** What counts as nothing where a network was bounded before: few of its costs are new. */
const AGAIN = [0];

export class RootSearch implements PartSearch {
  best: readonly number[] | undefined;
  private readonly network: Network;
  private readonly levels: readonly number[];
  private readonly check: Check;
  private readonly narrowing: Narrowing;
  private parts: Parts<Edge> | undefined;
  /** Whether the network has been bounded. */
  private isBounded = false;

  /**
   * @param levels what counts as nothing when the bound is raised
   * @param best places that are known to go together
   */
  constructor(network: Network, levels: readonly number[], best: readonly number[] | undefined, check: Check) {
    this.network = network;
    this.levels = levels;
    this.best = best;
    this.check = check;
    this.narrowing = new Narrowing(network, best === undefined ? OUT : network.costAt(best));
    this.narrowing.touchAll();
  }

  run(budget: Budget, untilFound: boolean): Pause {
    for (;;) {
      if (this.parts === undefined) {
        if (!budget.take()) return 'spent';
        const left = this.bound(budget);
        if (left === 'complete' || left === 'left') return left;
        this.parts = this.cut(left);
        if (untilFound && this.best !== undefined) return 'found';
      }
      const pause = this.parts.run(budget, untilFound);
      // They were given up, to be cut anew.
      if (this.parts === undefined) continue;
      if (pause === 'none') return 'complete';
      if (pause !== 'found') return pause;
      if (this.best !== undefined) return 'found';
      // What was found costs too much.
      untilFound = false;
    }
  }

  private cut(proposal: Proposal): Parts<Edge> {
    const parts = cut(this.network, proposal, this.levels, () => {
      const before = this.network.edges.length;
      const answer = this.offer(parts.choices);
      if (answer !== 'woke') return answer;
      const woken = this.network.edges.slice(before);
      if (woken.length <= FEW || this.best !== undefined) return woken;
      this.parts = undefined;
      return 'left';
    });
    return parts;
  }

  /** What the bound leaves to be searched. */
  private bound(budget: Budget): Proposal | 'complete' | 'left' {
    for (;;) {
      if (!this.narrowing.narrow(this.isBounded ? AGAIN : this.levels, PASSES, budget)) return 'complete';
      this.isBounded = true;
      this.network.keep();
      if (this.narrowing.limit === OUT) this.network.settle();
      const proposal = propose(this.network);
      if (!proposal.fits) return proposal;
      const answer = this.offer(proposal.places);
      if (answer === 'left') return 'left';
      if (answer === 'woke') continue;
      return this.narrowing.limit <= this.network.least ? 'complete' : proposal;
    }
  }

  /** Takes places that go together, if they are better than the best so far and nobody objects. */
  private offer(places: readonly number[]): 'fits' | 'woke' | 'left' {
    const price = this.network.costAt(places);
    if (price >= this.narrowing.limit) return 'fits';
    const answer = this.check(places);
    if (answer !== 'fits') return answer;
    this.best = [...places];
    this.narrowing.limit = price;
    return 'fits';
  }
}
