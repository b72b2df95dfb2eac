/** Which versions of two pins may stand together, class by class. */
import type { PairLimit } from './grounds.ts';

export interface Pairing {
  /** The class of each version of the first pin, by its place. */
  readonly classesOfOne: readonly number[];
  readonly classesOfTwo: readonly number[];
  /** By class of the first, then of the second. */
  readonly isGood: readonly (readonly boolean[])[];
  /** For each class of the first a text, equal where the second may stand at the same versions; and the reverse. */
  readonly keysOfOne: readonly string[];
  readonly keysOfTwo: readonly string[];
}

/**
 * Puts all that is said of two pins together.
 * @param countOfOne how many versions of the first there are
 * @returns undefined where all may stand together
 */
export function pairingOf(limits: readonly PairLimit[], countOfOne: number, countOfTwo: number): Pairing | undefined {
  if (limits.length === 0) return undefined;
  const one = merged(
    limits.map(({ classesOfOne }) => classesOfOne),
    countOfOne,
  );
  const two = merged(
    limits.map(({ classesOfTwo }) => classesOfTwo),
    countOfTwo,
  );
  const isGood = one.examples.map((a) =>
    two.examples.map((b) =>
      limits.every(({ classesOfOne, classesOfTwo, allows }) => allows(classesOfOne?.[a] ?? a, classesOfTwo?.[b] ?? b)),
    ),
  );
  if (isGood.every((row) => row.every((is) => is))) return undefined;
  return {
    classesOfOne: one.of,
    classesOfTwo: two.of,
    isGood,
    keysOfOne: isGood.map((row) => keyOf(row)),
    keysOfTwo: two.examples.map((_, column) => keyOf(isGood.map((row) => row[column] === true))),
  };
}

function keyOf(row: readonly boolean[]): string {
  return row.map((is) => (is ? '1' : '0')).join('');
}

/** Versions that are of one class in every list of classes; `examples` are places of one version of each. */
function merged(
  lists: readonly (ArrayLike<number> | undefined)[],
  count: number,
): { readonly of: readonly number[]; readonly examples: readonly number[] } {
  const places = new Map<string, number>();
  const examples: number[] = [];
  const of = Array.from({ length: count }, (_, version) => {
    const key = lists.map((classes) => classes?.[version] ?? version).join();
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, examples.length);
    return examples.push(version) - 1;
  });
  return { of, examples };
}
