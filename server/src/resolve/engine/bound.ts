/**
 * Raises what every choice costs at least ("virtual arc consistency", Cooper et al., Artificial Intelligence 174 (2010)).
 *
 * Suppose that only values that cost nothing may be taken. Where that leaves a member without values, every choice costs
 * something. How much is found by going back over what ruled the values out: costs are moved along the relations to that
 * member until each of its values costs something, and the least of that is moved on to `least`. No choice costs more or less
 * by it.
 */
import type { Budget } from './budget.ts';
import { CoreTrace, type Event } from './core.ts';
import { type Arc, areAllowed, type Network } from './network.ts';

export class Bound {
  private readonly network: Network;
  private readonly budget: Budget;
  private readonly trace: CoreTrace;
  private readonly levels: readonly number[];
  private free = 0;
  /** Of each member the values that cost nothing and are not ruled out, by their places in `costs`. */
  private lives: number[][] = [];
  private readonly events: Event[] = [];
  /** Which event ruled a value out; -1: none. */
  private killers = new Int32Array(0);
  /** Members of which costs were moved in this pass: what was found out about them does not hold any more. */
  private isStale: boolean[] = [];
  private found = new Int32Array(64);
  private queue: number[] = [];
  private isQueued: boolean[] = [];

  constructor(network: Network, budget: Budget, levels: readonly number[]) {
    this.levels = levels;
    this.network = network;
    this.budget = budget;
    this.trace = new CoreTrace(network);
  }

  /**
   * @param limit stops where `least` has come to it
   * @param passes how often to begin anew at most
   */
  raise(limit: number, passes: number): void {
    let left = passes;
    for (const level of this.levels) {
      if (level > limit - this.network.least) continue;
      this.free = level;
      for (;;) {
        const isRaised = this.pass();
        left -= 1;
        if (this.network.least >= limit || left === 0 || !this.budget.take()) return;
        if (!isRaised) break;
      }
    }
  }

  /** Whether it raised anything. */
  private pass(): boolean {
    const before = this.network.least;
    this.begin();
    for (let next = 0; next < this.queue.length; next += 1) {
      const member = this.queue[next] ?? 0;
      this.isQueued[member] = false;
      if (this.isOut(member)) continue;
      for (const { edge, own } of this.network.members[member]?.arcs ?? []) {
        const arc = edge.arcs[0]?.own === own ? edge.arcs[1] : edge.arcs[0];
        if (arc === undefined || this.isOut(arc.own)) continue;
        if (this.revise(arc)) continue;
        this.fail(arc.own);
        if (this.isOut(member)) break;
      }
    }
    return this.network.least > before;
  }

  private begin(): void {
    const { members, costs, used } = this.network;
    if (this.killers.length < used) this.killers = new Int32Array(costs.length);
    this.killers.fill(-1, 0, used);
    this.events.length = 0;
    this.isStale = members.map(() => false);
    this.isQueued = members.map(() => true);
    this.queue = members.map((_, index) => index);
    this.lives = members.map(({ from, values }) => {
      const lives: number[] = [];
      for (let place = from; place < from + values.length; place += 1)
        if ((costs[place] ?? 0) <= this.free) lives.push(place);
      return lives;
    });
  }

  /** Rules out what goes together, at no cost, with nothing that the other side has; false if nothing stays. */
  private revise(arc: Arc): boolean {
    const { costs, members } = this.network;
    const own = this.lives[arc.own] ?? [];
    const other = this.lives[arc.other] ?? [];
    const ownStart = members[arc.own]?.from ?? 0;
    const otherStart = members[arc.other]?.from ?? 0;
    // What was found of each class: 0 nothing yet, 1 supported, 2 and more ruled out by the event of that number less 2.
    if (this.found.length < arc.support.length) this.found = new Int32Array(arc.support.length * 2);
    const found = this.found.fill(0, 0, arc.support.length);
    let killed = 0;
    for (const [index, place] of own.entries()) {
      const ownClass = arc.ownClasses[place - ownStart] ?? 0;
      if (found[ownClass] === 0) {
        const ownCost = costs[arc.ownFrom + ownClass] ?? 0;
        const isSupported = other.some((theirs) => {
          const otherClass = arc.otherClasses[theirs - otherStart] ?? 0;
          return (
            ownCost + (costs[arc.otherFrom + otherClass] ?? 0) <= this.free && areAllowed(arc, ownClass, otherClass)
          );
        });
        found[ownClass] = isSupported ? 1 : this.events.push({ arc, ownClass }) + 1;
      }
      const answer = found[ownClass] ?? 0;
      if (answer === 1) own[index - killed] = place;
      else {
        this.killers[place] = answer - 2;
        killed += 1;
      }
    }
    if (killed === 0) return true;
    own.length -= killed;
    if (this.isQueued[arc.own] !== true) {
      this.isQueued[arc.own] = true;
      this.queue.push(arc.own);
    }
    return own.length > 0;
  }

  private isOut(member: number): boolean {
    return this.isStale[member] === true;
  }

  private fail(member: number): void {
    const core = this.trace.of(member, this.events, this.killers, this.isStale, this.free);
    this.isStale[member] = true;
    for (const touched of core?.members ?? []) this.isStale[touched] = true;
  }
}
