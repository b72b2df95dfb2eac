/**
 * Whether a set of pins can be met by one version each, so that no two of them are incompatible. Exact search over the
 * candidates, bounded: past the bound the answer is "unknown", never a guess.
 */
import type { KnownPin } from './pairs.ts';

export type Satisfiability = 'yes' | 'no' | 'unknown';

/**
 * @param pins each with its candidates
 * @param clash whether two versions of two pins are incompatible
 * @param budget how many pairs may be looked at
 */
export function satisfiable(
  pins: readonly KnownPin[],
  clash: (a: KnownPin, aVersion: string, b: KnownPin, bVersion: string) => boolean,
  budget: { left: number },
): Satisfiability {
  // The pin with the fewest candidates first: a dead end shows early.
  const order = [...pins].sort((a, b) => a.candidates.length - b.candidates.length);
  const chosen: string[] = [];
  const place = (index: number): Satisfiability => {
    const pin = order[index];
    if (pin === undefined) return 'yes';
    for (const candidate of pin.candidates) {
      let fits = true;
      for (let before = 0; before < index && fits; before += 1) {
        const earlier = order[before];
        const version = chosen[before];
        budget.left -= 1;
        if (budget.left < 0) return 'unknown';
        if (earlier !== undefined && version !== undefined) fits = !clash(earlier, version, pin, candidate);
      }
      if (!fits) continue;
      chosen[index] = candidate;
      const rest = place(index + 1);
      if (rest !== 'no') return rest;
    }
    return 'no';
  };
  return place(0);
}
