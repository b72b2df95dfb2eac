/** Where two lists differ. */

/** What lies between the beginning and the end that two lists share. */
export interface ChangedPart {
  /** Where it begins, in both. */
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/**
 * Finds it. Of lists that are the same, it is empty.
 * @param isSame whether two items are the same; by identity where it is left out
 */
export function changedPart<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, two: T) => boolean = Object.is,
): ChangedPart {
  const both = Math.min(before.length, after.length);
  let start = 0;
  while (start < both && isSame(before[start] as T, after[start] as T)) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && isSame(before[endBefore - 1] as T, after[endAfter - 1] as T)) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return { start, endBefore, endAfter };
}
