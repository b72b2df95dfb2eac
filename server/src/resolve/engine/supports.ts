/** Takes values out that go together with no value of another variable (arc consistency, over what is awake). */
import { type Arc, areAllowed, type Network, OUT } from './network.ts';

export class Supports {
  private readonly network: Network;
  private queue: number[] = [];
  private readonly isQueued: boolean[] = [];
  private standing = new Uint8Array(64);
  private answers = new Uint8Array(64);

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
      for (const { edge, own } of this.network.members[member]?.arcs ?? []) {
        const arc = edge.arcs[0]?.own === own ? edge.arcs[1] : edge.arcs[0];
        if (arc === undefined) continue;
        const left = this.revise(arc);
        if (left > 0) continue;
        this.forget();
        return arc;
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

  /** Takes out the values of the arc's own side that nothing is left for on the other; how many stay. */
  private revise(arc: Arc): number {
    const { members, costs } = this.network;
    const own = members[arc.own];
    const other = members[arc.other];
    if (own === undefined || other === undefined) return 0;
    const classes = this.standingClasses(arc, other.from);
    if (arc.support.length > this.answers.length) this.answers = new Uint8Array(arc.support.length * 2);
    const answers = this.answers.fill(0, 0, arc.support.length);
    let left = 0;
    let isChanged = false;
    for (let place = 0; place < arc.ownClasses.length; place += 1) {
      if (costs[own.from + place] === OUT) continue;
      const ownClass = arc.ownClasses[place] ?? 0;
      if (answers[ownClass] === 0) answers[ownClass] = this.isSupported(arc, ownClass, classes) ? 1 : 2;
      if (answers[ownClass] === 1) {
        left += 1;
        continue;
      }
      this.network.set(own.from + place, OUT);
      isChanged = true;
    }
    if (isChanged) this.touch(arc.own);
    return left;
  }

  private isSupported(arc: Arc, ownClass: number, classes: readonly number[]): boolean {
    const last = arc.support[ownClass] ?? 0;
    if (this.standing[last] === 1 && areAllowed(arc, ownClass, last)) return true;
    for (const otherClass of classes) {
      if (otherClass === last || !areAllowed(arc, ownClass, otherClass)) continue;
      arc.support[ownClass] = otherClass;
      return true;
    }
    return false;
  }

  /** The classes of the other side that values are left of, in the order of these; marks them as well. */
  private standingClasses({ otherClasses }: Arc, from: number): readonly number[] {
    const { costs } = this.network;
    if (otherClasses.length > this.standing.length) this.standing = new Uint8Array(otherClasses.length * 2);
    const standing = this.standing.fill(0, 0, otherClasses.length);
    const found: number[] = [];
    for (let place = 0; place < otherClasses.length; place += 1) {
      const otherClass = otherClasses[place] ?? 0;
      if (costs[from + place] === OUT || standing[otherClass] === 1) continue;
      standing[otherClass] = 1;
      found.push(otherClass);
    }
    return found;
  }
}
