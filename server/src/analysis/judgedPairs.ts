/** All pairs of a stack, judged. Pins that are alike are judged once, so that many instances cost little. */
import type { Composition } from '../composition/layers.ts';
import type { AnalysisContext, ResolvedPin } from './analysis.ts';
import { type Extremes, isKnown, type KnownPin, type PinPair, pairJudge, pinKey } from './pairs.ts';
import type { Presence } from './presence.ts';

/** Different pairs judged at most, so that no file can hang the editor; what lies beyond counts as unknown. */
const MOST_JUDGED = 50_000;

/** Pins of one group that get a finding of their own. */
const MOST_REPORTED = 200;

export interface JudgedPairs {
  /** Pairs of pins with different known components. */
  readonly total: number;
  /** Pairs that a statement decides. */
  readonly known: number;
  /** Pairs with a verdict worth a finding: for pins that are alike, each against the first of the others. */
  readonly reported: readonly PinPair[];
}

/**
 * Judges the pairs of an effective stack.
 * @param memory remembers verdicts between the stacks of one file
 * @param composition tells which pairs are a base's own, and are told there
 * @param taken what the file removes of its bases: a distribution of a base may count for it now
 */
export function judgePairs(
  pins: readonly ResolvedPin[],
  context: AnalysisContext,
  memory: Map<string, Extremes[]>,
  composition: Composition,
  taken: Presence,
): JudgedPairs {
  const known = pins.filter(isKnown);
  const judge = pairJudge(new Set(known.map(({ component }) => component.id)), context, memory);
  const groups = new Map<string, KnownPin[]>();
  const perComponent = new Map<string, number>();
  for (const pin of known) {
    const key = `${pinKey(pin)}\n${pin.rank}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pin]);
    else group.push(pin);
    perComponent.set(pin.component.id, (perComponent.get(pin.component.id) ?? 0) + 1);
  }
  const same = [...perComponent.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const total = (known.length * (known.length - 1)) / 2 - same;

  const countsForTaken = ({ component }: KnownPin) => component.carries?.some((one) => taken.has(one.with)) === true;
  const list = [...groups.values()];
  const reported: PinPair[] = [];
  let knownPairs = 0;
  let judged = 0;
  for (const [index, first] of list.entries()) {
    for (let next = index + 1; next < list.length && judged < MOST_JUDGED; next += 1) {
      const second = list[next];
      const [a] = first;
      const b = second?.[0];
      if (a === undefined || b === undefined || second === undefined || a.component === b.component) continue;
      judged += 1;
      const pair = judge.pair(a, b);
      if (pair.best.verdict !== 'unknown') knownPairs += first.length * second.length;
      if (pair.worst.verdict === 'compatible' || pair.worst.verdict === 'unknown') continue;
      if (composition.composedBelow([a.layer, b.layer]) && !countsForTaken(a) && !countsForTaken(b)) continue;
      const [own, [other = b, ...others]] = pair.pin === a ? [first, second] : [second, first];
      const alike = others.slice(0, MOST_REPORTED);
      for (const pin of own.slice(0, MOST_REPORTED)) reported.push({ ...pair, pin, other, alike });
    }
  }
  return { total, known: knownPairs, reported };
}
