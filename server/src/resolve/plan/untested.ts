/** What upstream has not tested about the versions that a plan ends at: no fault, but worth a look before one goes there. */
import { atVersion, type LookedUpKnown } from '../../analysis/pairs.ts';
import { pairTables } from '../../analysis/pairTable.ts';
import { sentence } from '../../words.ts';
import type { PlanContext, PlanPin, Versions } from './plan.ts';

/** Two pins that nobody has tested together, or nobody could yet. */
export interface UntestedPair {
  readonly instances: readonly [string, string];
  /** A sentence. */
  readonly message: string;
  readonly sources: readonly string[];
}

/** Finds the pairs of a target of which a pin has moved and whose verdict is `untested` (docs/verdicts.md). */
export function untestedPairs(
  pins: readonly PlanPin[],
  start: Versions,
  target: Versions,
  context: PlanContext,
): readonly UntestedPair[] {
  const tables = pairTables(context);
  const known = pins.flatMap(({ instance, known: pin }) => {
    const to = target.get(instance);
    if (pin === undefined || to === undefined) return [];
    return [{ instance, pin: atVersion<LookedUpKnown>(pin, to), isMoved: to !== start.get(instance) }];
  });
  const ids = new Set(known.map(({ pin }) => pin.component.id));
  return known.flatMap((one, place) =>
    known.slice(place + 1).flatMap((two): UntestedPair[] => {
      if ((!one.isMoved && !two.isMoved) || one.pin.component === two.pin.component) return [];
      const { best: verdict } = tables.asWritten(one.pin, two.pin, (id) => ids.has(id));
      if (verdict.verdict !== 'untested') return [];
      const sources = [...new Set(verdict.evidence.map(({ source }) => source))];
      return [{ instances: [one.instance, two.instance], message: sentence(verdict.reason), sources }];
    }),
  );
}
