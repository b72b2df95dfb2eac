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
 * @param isSame whether two items are the same that are not one object
 */
export function changedPart<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, two: T) => boolean = never,
): ChangedPart {
  const both = Math.min(before.length, after.length);
  let start = 0;
  while (start < both && before[start] === after[start]) start += 1;
  while (start < both && isEqual(before[start] as T, after[start] as T, isSame)) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (
    endBefore > start &&
    endAfter > start &&
    isEqual(before[endBefore - 1] as T, after[endAfter - 1] as T, isSame)
  ) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return { start, endBefore, endAfter };
}

function isEqual<T>(one: T, two: T, isSame: (one: T, two: T) => boolean): boolean {
  return one === two || isSame(one, two);
}

function never(): boolean {
  return false;
}

/** A list with its changed part replaced: what was made of the items before, for the items after. */
export function withChanged<T>(before: readonly T[], { start, endBefore }: ChangedPart, fresh: readonly T[]): T[] {
  // Copied once; but what is new are arguments there, of which there cannot be many.
  if (fresh.length <= FEW) return before.toSpliced(start, endBefore - start, ...fresh);
  return before.slice(0, start).concat(fresh, before.slice(endBefore));
}

const FEW = 1_000;

/**
 * Indexes of some of the items, after the change.
 * @param before indexes of such items before it, in order
 * @param fresh indexes of such items in the part that changed, in order
 */
export function indexesAfter(
  before: readonly number[],
  { start, endBefore, endAfter }: ChangedPart,
  fresh: readonly number[],
): number[] {
  const by = endAfter - endBefore;
  const indexes = before.filter((index) => index < start);
  indexes.push(...fresh);
  for (const index of before) if (index >= endBefore) indexes.push(index + by);
  return indexes;
}
