/** The open states of a best-first search: the least estimate first, of equal ones the deepest, of those the last. */

export interface Frontier {
  add(node: number, estimate: number, depth: number): void;
  /** Takes out the next; undefined when none is left. */
  take(): number | undefined;
}

/** Makes an empty one. Estimates and depths are whole numbers, not negative. */
export function frontier(): Frontier {
  /** By estimate, then by depth. */
  const shelves: (number[][] | undefined)[] = [];
  let least = 0;
  return {
    add: (node, estimate, depth) => {
      const shelf = shelves[estimate] ?? [];
      shelves[estimate] = shelf;
      // A sparse array would be searched through; depths are small.
      while (shelf.length <= depth) shelf.push([]);
      shelf[depth]?.push(node);
      least = Math.min(least, estimate);
    },
    take: () => {
      for (; least < shelves.length; least += 1) {
        const shelf = shelves[least];
        while (shelf !== undefined && shelf.length > 0) {
          const node = shelf[shelf.length - 1]?.pop();
          if (node !== undefined) return node;
          shelf.pop();
        }
      }
      return undefined;
    },
  };
}
