/** Chance that can be repeated: the same seed, the same numbers. */

export interface Random {
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  /** True in so many cases of a hundred. */
  chance(percent: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Numbers by the generator mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => {
      const [first] = list;
      if (first === undefined) throw new Error('There is nothing to pick from.');
      return list[below(list.length)] ?? first;
    },
  };
}
