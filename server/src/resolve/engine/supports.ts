/** Takes values out that go together with no value of another variable (arc consistency, over what is awake). */
import type { Arc } from './arcs.ts';
import { type Member, type Network, OUT } from './network.ts';

export class Supports {
  private readonly network: Network;
  private queue: number[] = [];
  private readonly isQueued: boolean[] = [];
  /** Classes of the other side that values are left of. */
  private standing = new Uint8Array(64);
  /** What was found of each class: 0 nothing yet, 1 it is supported, 2 it is not. */
  private found = new Uint8Array(64);

  constructor(network: Network) {
    this.network = network;
  }

  /** Values of this member were taken out, or a relation of it has woken. */
  touch(member: number): void {
    if (this.isQueued[member] === true) return;
    this.isQueued[member] = true;
    this.queue.push(member);
  }

  /** Takes out what has to go; the relation that leaves a member without values, if one does. */
  propagate(): Arc | undefined {
    for (let next = 0; next < this.queue.length; next += 1) {
      const member = this.queue[next] ?? 0;
      this.isQueued[member] = false;
      for (const { reverse } of this.network.members[member]?.arcs ?? []) {
        if (this.revise(reverse)) continue;
        this.forget();
        return reverse;
      }
    }
    this.queue = [];
    return undefined;
  }

  /** Forgets what was touched. */
  forget(): void {
    for (const member of this.queue) this.isQueued[member] = false;
    this.queue = [];
  }

  /** Takes out the values of the arc's own side that nothing is left for on the other; false if none stays. */
  private revise(arc: Arc): boolean {
    const { members, costs } = this.network;
    const own = members[arc.own];
    const other = members[arc.other];
    if (own === undefined || other === undefined) return false;
    this.mark(arc.reverse, other);
    if (arc.count > this.found.length) this.found = new Uint8Array(arc.count * 2);
    const found = this.found.fill(0, 0, arc.count);
    let left = 0;
    for (let place = 0; place < own.size; place += 1) {
      if (costs[own.from + place] === OUT) continue;
      const ownClass = arc.classes[place] ?? 0;
      if (found[ownClass] === 0) found[ownClass] = this.isSupported(arc, ownClass) ? 1 : 2;
      if (found[ownClass] === 1) left += 1;
      else {
        this.network.set(own.from + place, OUT);
        this.touch(arc.own);
      }
    }
    return left > 0;
  }

  private isSupported(arc: Arc, ownClass: number): boolean {
    const count = arc.reverse.count;
    const { supports } = this.network;
    const last = supports[arc.from + ownClass] ?? 0;
    for (let step = 0; step < count; step += 1) {
      const otherClass = last + step < count ? last + step : last + step - count;
      if (this.standing[otherClass] !== 1 || !arc.allows(ownClass, otherClass)) continue;
      supports[arc.from + ownClass] = otherClass;
      return true;
    }
    return false;
  }

  private mark({ classes, count }: Arc, { from, size }: Member): void {
    if (count > this.standing.length) this.standing = new Uint8Array(count * 2);
    this.standing.fill(0, 0, count);
    for (let place = 0; place < size; place += 1) {
      if (this.network.costs[from + place] !== OUT) this.standing[classes[place] ?? 0] = 1;
    }
  }
}
