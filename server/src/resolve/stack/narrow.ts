/** Which versions can still be part of an answer, as far as each pair by itself tells. */
import type { TakeableLink } from './takeable.ts';

/** The versions of choices that are left. They only ever become fewer. */
export class Remaining {
  private readonly links: readonly TakeableLink[];
  /** By the place of a choice: of each version whether it is left. */
  private readonly left = new Map<number, boolean[]>();
  /** Indexes of links by the choices that they are about. */
  private readonly linksOf = new Map<number, number[]>();

  constructor(links: readonly TakeableLink[]) {
    this.links = links;
    for (const [index, { one, two, classesOfOne, classesOfTwo }] of links.entries()) {
      for (const [place, classes] of [[one, classesOfOne] as const, [two, classesOfTwo] as const]) {
        if (!this.left.has(place)) this.left.set(place, new Array<boolean>(classes().length).fill(true));
        const own = this.linksOf.get(place);
        if (own === undefined) this.linksOf.set(place, [index]);
        else own.push(index);
      }
    }
  }

  /**
   * Leaves out versions that have no partner in some pair.
   * @param most how bad each link may be
   * @param changed indexes of the links that may be less bad than they might the last time
   */
  narrow(most: readonly number[], changed: Iterable<number>): void {
    const waiting = new Set(changed);
    for (const index of waiting) {
      waiting.delete(index);
      const link = this.links[index];
      if (link === undefined) continue;
      const { one, two, classesOfOne, classesOfTwo } = link;
      const [own, others] = [this.classesLeft(one, classesOfOne), this.classesLeft(two, classesOfTwo)];
      const isAllowed = (a: number, b: number) => link.badness(a, b) <= (most[index] ?? 0);
      const good = new Set([...own].filter((a) => [...others].some((b) => isAllowed(a, b))));
      const theirs = new Set([...others].filter((b) => [...good].some((a) => isAllowed(a, b))));
      if (good.size < own.size) this.keep(one, classesOfOne, good, waiting);
      if (theirs.size < others.size) this.keep(two, classesOfTwo, theirs, waiting);
    }
  }

  /** Whether versions are left of which a pair is no worse than it should be. */
  canReach(index: number, most: number): boolean {
    const link = this.links[index];
    if (link === undefined) return true;
    const others = this.classesLeft(link.two, link.classesOfTwo);
    return [...this.classesLeft(link.one, link.classesOfOne)].some((a) =>
      [...others].some((b) => link.badness(a, b) <= most),
    );
  }

  private classesLeft(place: number, classes: () => readonly number[]): Set<number> {
    const left = this.left.get(place);
    return new Set(classes().filter((_, version) => left?.[version] === true));
  }

  private keep(place: number, classes: () => readonly number[], good: ReadonlySet<number>, waiting: Set<number>): void {
    const left = this.left.get(place);
    if (left === undefined) return;
    for (const [version, ofClass] of classes().entries()) if (!good.has(ofClass)) left[version] = false;
    for (const index of this.linksOf.get(place) ?? []) waiting.add(index);
  }
}
