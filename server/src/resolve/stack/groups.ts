/** Choices that depend on each other: what has nothing to do with the rest is resolved by itself. */

/** What two choices have to do with each other, by their places. */
interface Connection {
  readonly one: number;
  readonly two: number;
}

/** Open choices that hang together, and what is said of them. */
export interface Group<C extends Connection> {
  /** By their places, ascending; each has more than one version left. */
  readonly open: readonly number[];
  /** All links of these, also those to choices that have one version only. */
  readonly links: readonly C[];
}

/**
 * Sorts open choices by what connects them. What is settled connects nothing: it is the same for all that it meets.
 * @param isOpen of each choice, by its place: whether there is more than one version to choose from
 * @param links those that can rule anything out
 */
export function groupsOf<C extends Connection>(isOpen: readonly boolean[], links: readonly C[]): readonly Group<C>[] {
  const rootOf = joined(
    isOpen.length,
    links.filter(({ one, two }) => isOpen[one] && isOpen[two]),
  );
  const groups = new Map<number, { readonly open: number[]; readonly links: C[] }>();
  for (const [place, open] of isOpen.entries()) {
    if (!open) continue;
    const group = groups.get(rootOf(place)) ?? { open: [], links: [] };
    group.open.push(place);
    groups.set(rootOf(place), group);
  }
  for (const link of links) groups.get(rootOf(isOpen[link.one] ? link.one : link.two))?.links.push(link);
  return [...groups.values()];
}

/** Gives for each place one that stands for all that hang together with it. */
function joined(count: number, connections: readonly Connection[]): (place: number) => number {
  const parents = Array.from({ length: count }, (_, place) => place);
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
  for (const { one, two } of connections) parents[rootOf(two)] = rootOf(one);
  return rootOf;
}
