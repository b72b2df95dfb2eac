/** Choices that depend on each other: what has nothing to do with the rest is resolved by itself. */
import type { Link } from './stackProblem.ts';

/** Open choices that hang together, and what is said of them. */
export interface Group {
  /** By their places, ascending; each has more than one version left. */
  readonly open: readonly number[];
  /** All links of these, also those to choices that have one version only. */
  readonly links: readonly Link[];
}

/**
 * Sorts open choices by what connects them. What is settled connects nothing: it is the same for all that it meets.
 * @param isOpen of each choice, by its place: whether there is more than one version to choose from
 * @param links those that can rule anything out
 */
export function groupsOf(isOpen: readonly boolean[], links: readonly Link[]): readonly Group[] {
  const parents = [...isOpen.keys()];
  const rootOf = (place: number): number => {
    let root = place;
    while (parents[root] !== root) root = parents[root] ?? root;
    // The next question has a shorter way.
    for (let at = place; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  for (const { one, two } of links) if (isOpen[one] && isOpen[two]) parents[rootOf(two)] = rootOf(one);
  const groups = new Map<number, { readonly open: number[]; readonly links: Link[] }>();
  for (const [place, open] of isOpen.entries()) {
    if (!open) continue;
    const root = rootOf(place);
    const group = groups.get(root) ?? { open: [], links: [] };
    group.open.push(place);
    groups.set(root, group);
  }
  for (const link of links) {
    const open = isOpen[link.one] ? link.one : link.two;
    if (isOpen[open]) groups.get(rootOf(open))?.links.push(link);
  }
  return [...groups.values()];
}
