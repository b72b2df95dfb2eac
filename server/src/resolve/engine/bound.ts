/**
 * Raises what every choice costs at least ("virtual arc consistency", Cooper et al., Artificial Intelligence 174 (2010)).
 *
 * Suppose that only values that cost nothing may be taken. Where that leaves a member without values, every choice costs
 * something. How much is found by going back over what ruled the values out: costs are moved along the relations to that
 * member until each of its values costs something, and the least of that is moved on to `least`. No choice costs more or less
 * by it.
 */
import type { Arc } from './arcs.ts';
import type { Budget } from './budget.ts';
import { CoreTrace, type RuledOut } from './core.ts';
import type { Network } from './network.ts';

export class Bound {
  private readonly network: Network;
  private readonly trace: CoreTrace;
  /** What costs no more counts as nothing in this pass. */
  private free = 0;
  /** Of each member the places of its values that are left, in a row from where its costs begin. */
  private lives = new Int32Array(0);
  private liveCounts: number[] = [];
  /** How many values of each class are left, where its costs are. */
  private classLives = new Int32Array(0);
  private readonly events: RuledOut[] = [];
  /** For each value the event that ruled it out; -1: none. */
  private killers = new Int32Array(0);
  /** Members of which costs were moved in this pass: what was found out about them does not hold any more. */
  private isStale: boolean[] = [];
  private queue: Arc[] = [];
  /** Whether a member was left without values in this pass. */
  private hasFailed = false;

  constructor(network: Network) {
    this.network = network;
    this.trace = new CoreTrace(network);
  }

  /**
   * @param limit stops where `least` has come to it
   * @param levels what counts as nothing, one after the other
   */
  raise(limit: number, levels: readonly number[], passes: number, budget: Budget): void {
    let left = passes;
    // What cannot be raised where only 0 counts as nothing cannot be raised at all.
    for (const level of [0, ...levels]) {
      if (level > limit - this.network.least) continue;
      this.free = level;
      for (;;) {
        const isRaised = this.pass();
        left -= 1;
        if (this.network.least >= limit || left <= 0 || !budget.take()) return;
        if (level === 0 && !this.hasFailed) return;
        if (!isRaised || left === passes - 1) break;
      }
    }
  }

  /** Whether it raised anything. */
  private pass(): boolean {
    const before = this.network.least;
    this.hasFailed = false;
    this.begin();
    for (let next = 0; next < this.queue.length; next += 1) {
      const arc = this.queue[next];
      if (arc === undefined) continue;
      arc.isQueued = false;
      if (this.isStale[arc.own] !== true && this.isStale[arc.other] !== true) this.revise(arc);
    }
    return this.network.least > before;
  }

  private begin(): void {
    const { members, costs, used } = this.network;
    if (this.killers.length < used) {
      this.killers = new Int32Array(costs.length);
      this.lives = new Int32Array(costs.length);
      this.classLives = new Int32Array(costs.length);
    }
    this.classLives.fill(0, 0, used);
    this.killers.fill(-1, 0, used);
    this.events.length = 0;
    this.queue = [];
    for (const [index, { from, size, arcs }] of members.entries()) {
      this.isStale[index] = false;
      let count = 0;
      for (let place = 0; place < size; place += 1) {
        if ((costs[from + place] ?? 0) > this.free) continue;
        this.lives[from + count] = place;
        count += 1;
      }
      this.liveCounts[index] = count;
      for (const arc of arcs) {
        for (let live = from; live < from + count; live += 1) {
          const place = arc.from + (arc.classes[this.lives[live] ?? 0] ?? 0);
          this.classLives[place] = (this.classLives[place] ?? 0) + 1;
        }
        arc.isQueued = true;
        this.queue.push(arc);
      }
    }
    for (const index of members.keys()) if (this.liveCounts[index] === 0) this.fail(index);
  }

  /** Rules out what goes together, at no cost, with nothing that the other side has left. */
  private revise(arc: Arc): void {
    for (let ownClass = 0; ownClass < arc.count; ownClass += 1) {
      if (this.classLives[arc.from + ownClass] === 0 || this.isSupported(arc, ownClass)) continue;
      this.ruleOut(arc, ownClass);
      if (this.liveCounts[arc.own] !== 0) continue;
      this.fail(arc.own);
      return;
    }
  }

  private isSupported(arc: Arc, ownClass: number): boolean {
    const { costs, supports } = this.network;
    const { classLives } = this;
    const { from, count } = arc.reverse;
    const most = this.free - (costs[arc.from + ownClass] ?? 0);
    const last = supports[arc.from + ownClass] ?? 0;
    for (let step = 0; step < count; step += 1) {
      const otherClass = last + step < count ? last + step : last + step - count;
      if (classLives[from + otherClass] === 0 || (costs[from + otherClass] ?? 0) > most) continue;
      if (!arc.allows(ownClass, otherClass)) continue;
      supports[arc.from + ownClass] = otherClass;
      return true;
    }
    return false;
  }

  private ruleOut(arc: Arc, ownClass: number): void {
    const { from, arcs } = this.network.members[arc.own] ?? { from: 0, arcs: [] };
    const event = this.events.push({ arc, ownClass }) - 1;
    const before = this.liveCounts[arc.own] ?? 0;
    let count = 0;
    for (let live = 0; live < before; live += 1) {
      const place = this.lives[from + live] ?? 0;
      if (arc.classes[place] !== ownClass) {
        this.lives[from + count] = place;
        count += 1;
        continue;
      }
      this.killers[from + place] = event;
      for (const seen of arcs) this.lose(seen, seen.classes[place] ?? 0);
    }
    this.liveCounts[arc.own] = count;
  }

  /** One value less of a class: where it was the last, the other side may have to do without it. */
  private lose(arc: Arc, ownClass: number): void {
    const place = arc.from + ownClass;
    const left = (this.classLives[place] ?? 0) - 1;
    this.classLives[place] = left;
    const { reverse } = arc;
    if (left > 0 || reverse.isQueued) return;
    reverse.isQueued = true;
    this.queue.push(reverse);
  }

  private fail(member: number): void {
    this.hasFailed = true;
    const moved = this.trace.raise(member, this.events, this.killers, this.isStale, this.free);
    this.isStale[member] = true;
    for (const touched of moved) this.isStale[touched] = true;
  }
}
