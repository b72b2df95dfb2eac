/** What was used last: of much that could be kept, as much as is worth the memory. */

/** A map that forgets what was not used for longest. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

/**
 * Makes one.
 * @param most entries that are kept
 * @param dropped is told what was forgotten to make room
 */
export function recent<T>(most: number, dropped: (key: string) => void): Recent<T> {
  const entries = new Map<string, T>();
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // A map keeps its entries in the order in which they were set.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size <= most || oldest === undefined) return;
      entries.delete(oldest);
      dropped(oldest);
    },
    delete: (key) => void entries.delete(key),
  };
}
