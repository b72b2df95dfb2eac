/** The search of a network by decisions. Depth first, bounded by costs; it begins anew now and then with what it has learnt. */
import type { Budget } from './budget.ts';
import { Narrowing } from './narrowing.ts';
import { type Network, OUT } from './network.ts';
import type { Check, PartSearch, Pause } from './parts.ts';
import { cheapestLeft, propose } from './proposal.ts';

/** How often the bound is raised in each node. */
const PASSES = 12;

/** After how many nodes the search begins anew, and how much longer it goes on each time. */
const FIRST_RUN = 50;
const LONGER = 1.3;

/** What is decided: a member takes a value, or, once that was tried, does not. */
interface Decision {
  readonly member: number;
  readonly place: number;
  readonly mark: number;
  readonly least: number;
}

export class TreeSearch implements PartSearch {
  best: readonly number[] | undefined;
  private readonly network: Network;
  private readonly check: Check;
  private readonly narrowing: Narrowing;
  private readonly levels: readonly number[];
  private readonly stack: Decision[] = [];
  private nodes = 0;
  private runLength = FIRST_RUN;

  /**
   * @param levels what counts as nothing when the bound is raised at the root
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
      if (!budget.take()) return 'spent';
      const next = this.node(budget);
      if (next === 'left') return 'left';
      if (next !== 'closed') this.decide(next.member, next.place);
      else if (!this.backtrack()) return 'complete';
      if (untilFound && this.best !== undefined) return 'found';
      this.nodes += 1;
      if (this.nodes >= this.runLength) this.beginAnew();
    }
  }

  /** Does what can be done without deciding anything. */
  private node(budget: Budget): 'closed' | 'left' | { readonly member: number; readonly place: number } {
    const { network, narrowing } = this;
    for (;;) {
      const isRoot = this.stack.length === 0;
      if (!narrowing.narrow(this.levelsHere(), isRoot ? OUT : PASSES, budget)) return 'closed';
      if (isRoot) network.keep();
      if (isRoot && narrowing.limit === OUT) network.settle();
      const { fits, places, costly } = propose(network);
      const price = fits ? network.costAt(places) : OUT;
      if (price >= narrowing.limit) return this.choose(costly) ?? 'closed';
      const answer = this.check(places);
      if (answer === 'left') return 'left';
      if (answer === 'woke') continue;
      this.best = places;
      narrowing.limit = price;
      if (price <= network.least) return 'closed';
    }
  }

  private levelsHere(): readonly number[] {
    if (this.stack.length === 0) return this.levels;
    const gap = this.narrowing.limit - this.network.least;
    if (gap === OUT) return [this.levels[0] ?? 0, 0];
    return [Math.floor(gap / 4), Math.floor(gap / 32), 0];
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
    this.narrowing.touch(index);
  }

  /** Takes the last decision back and decides the opposite. */
  private backtrack(): boolean {
    const last = this.stack.pop();
    if (last === undefined) return false;
    this.takeBack(last);
    this.network.set((this.network.members[last.member]?.from ?? 0) + last.place, OUT);
    this.narrowing.touch(last.member);
    return true;
  }

  private beginAnew(): void {
    const [first] = this.stack;
    this.nodes = 0;
    this.runLength = Math.ceil(this.runLength * LONGER);
    if (first === undefined) return;
    this.takeBack(first);
    this.stack.length = 0;
    this.narrowing.touchAll();
  }

  private takeBack({ mark, least }: Decision): void {
    this.narrowing.forget();
    this.network.undo(mark);
    this.network.least = least;
  }
}
