/** Counts names that come and go. */

export interface Counts {
  has(name: string): boolean;
  count(name: string): number;
  /** How many different names there are. */
  readonly size: number;
  add(names: readonly string[]): void;
  remove(names: readonly string[]): void;
}

/** Makes an empty one. */
export function counts(): Counts {
  const numbers = new Map<string, number>();
  return {
    has: (name) => numbers.has(name),
    count: (name) => numbers.get(name) ?? 0,
    get size() {
      return numbers.size;
    },
    add: (names) => {
      for (const name of names) numbers.set(name, (numbers.get(name) ?? 0) + 1);
    },
    remove: (names) => {
      for (const name of names) {
        const left = (numbers.get(name) ?? 0) - 1;
        if (left > 0) numbers.set(name, left);
        else numbers.delete(name);
      }
    },
  };
}
