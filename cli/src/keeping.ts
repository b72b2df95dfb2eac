/** What is read of files that others share: kept, and no more of it than is worth the memory. */

/** Gives what is known by a name, or finds it out. */
export type Keep<T> = (name: string, find: () => Promise<T>) => Promise<T>;

/**
 * Makes an empty one. What was not asked for longest is let go first; what was found last always stays.
 * @param most size of all that is kept
 * @param sizeOf in whatever unit `most` is in
 */
export function keeping<T>(most: number, sizeOf: (found: T) => number): Keep<T> {
  // A map keeps its entries in the order in which they were set.
  const kept = new Map<string, { readonly found: Promise<T>; size: number }>();
  let size = 0;
  const drop = (name: string): void => {
    size -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  return (name, find) => {
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return known.found;
    }
    const one = {
      size: 0,
      found: find().then((found) => {
        // It may have been let go while it was read.
        if (kept.get(name) !== one) return found;
        one.size = sizeOf(found);
        size += one.size;
        for (const other of [...kept.keys()]) {
          if (size <= most) break;
          if (other !== name) drop(other);
        }
        return found;
      }),
    };
    kept.set(name, one);
    return one.found;
  };
}
