/** Numbers that look random and are the same on every machine. */

export interface Random {
  /** @returns a number from 0 up to, not including, 1 */
  next(): number;
  /** @returns a whole number between the two, both included */
  between(least: number, most: number): number;
  /** @param share of how many times it is true */
  chance(share: number): boolean;
}

/** The generator "mulberry32" (Tommy Ettinger, public domain): 32 bits of state, more than enough to draw instances. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
  };
}
