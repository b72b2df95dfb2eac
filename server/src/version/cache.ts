import type { Scheme } from './types.ts';

/**
 * Remembers what a pure function of (text, scheme) gave. The same few thousand texts are asked for again and again,
 * millions of times. Bounded: the text kept longest goes first, so that hostile input cannot fill the memory.
 *
 * @param limit how many texts are kept for each scheme
 */
export function remember<Value>(
  limit: number,
  make: (text: string, scheme: Scheme) => Value,
): (text: string, scheme: Scheme) => Value {
  const schemes = new Map<Scheme, Map<string, Value | typeof NOTHING>>();
  return (text, scheme) => {
    let kept = schemes.get(scheme);
    if (kept === undefined) {
      kept = new Map();
      schemes.set(scheme, kept);
    }
    const hit = kept.get(text);
    if (hit !== undefined) return hit === NOTHING ? (undefined as Value) : hit;
    const value = make(text, scheme);
    if (kept.size >= limit) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    kept.set(text, value === undefined ? NOTHING : value);
    return value;
  };
}

/** In place of `undefined`, which a map gives for what it does not hold. */
const NOTHING = Symbol('nothing');
