/** All pairs of a stack, judged. Pins that are alike are judged once, so that many instances cost little. */
import type { Composition } from '../composition/layers.ts';
import { judgedPair } from './judgedPair.ts';
import type { KnownPin, PinPair } from './pairs.ts';
import type { Presence } from './presence.ts';
import { type Seat, type Seated, type Seats, seatsOf } from './seats.ts';
import { isInherited } from './texts.ts';
import type { VerdictMemory } from './verdictMemory.ts';

/** Pins of one group that get a finding of their own. */
const MOST_REPORTED = 200;

/** A pin of a stack with what it shares with those that are alike. Most are never asked for the pin. */
export interface KnownMember extends Seated {
  readonly pin: KnownPin;
}

export interface JudgedPairs {
  /** Pairs of pins with different known components. */
  readonly total: number;
  /** Pairs that a statement decides. */
  readonly known: number;
  /** Pairs with a verdict worth a finding: for pins that are alike, each against the first of the others. */
  readonly reported: readonly PinPair[];
  /**
   * The pins of which some version is incompatible with one of another, also where that is told in a base. Of pins that are
   * alike and stand in the same layer, the first.
   */
  readonly constrained: readonly KnownPin[];
  /** Whether all pairs were judged that something is said about. */
  readonly areAll: boolean;
  /** For the next check. */
  readonly seats: Seats;
}

/**
 * Judges the pairs of an effective stack.
 * @param last what was found at the last check
 * @param composition tells which pairs are a base's own, and are told there
 * @param taken what the file removes of its bases: a distribution of a base may count for it now
 */
export function judgePairs(
  members: readonly KnownMember[],
  verdicts: VerdictMemory,
  last: Seats | undefined,
  composition: Composition,
  taken: Presence,
): JudgedPairs {
  const seats = seatsOf(members, last, verdicts);
  const { pinned, same, known, notable, isCut } = seats;
  const total = (members.length * (members.length - 1)) / 2 - same;
  if (notable.length === 0) return { total, known, reported: NONE, constrained: NONE, areAll: !isCut, seats };

  const isPinned = (id: string) => pinned.has(id);
  const countsForTaken = ({ component }: KnownPin) => component.carries?.some((one) => taken.has(one.with)) === true;
  // As many as get a finding, or are named in one.
  const pinsOf = ({ first, others }: Seat): KnownPin[] =>
    [first, ...others.slice(0, MOST_REPORTED)].flatMap((at) => members[at]?.pin ?? []);
  const reported: PinPair[] = [];
  const constrained = new Set<KnownPin>();
  for (const { one, two, judged } of notable) {
    const [first, second] = [pinsOf(one), pinsOf(two)];
    const [a, b] = [first[0], second[0]];
    if (a === undefined || b === undefined) continue;
    if (judged.worst.verdict === 'incompatible') constrained.add(a).add(b);
    const isBelow = isInherited(a) && isInherited(b) && composition.composedBelow([a.layer, b.layer]);
    if (isBelow && !countsForTaken(a) && !countsForTaken(b)) continue;
    const pair = judgedPair(a, one.participant, b, two.participant, verdicts, isPinned);
    if (first.length + second.length === 2) {
      reported.push(pair);
      continue;
    }
    const [named, against] = pair.pin === a ? [first, second] : [second, first];
    const [other, ...alike] = against;
    for (const pin of named.slice(0, MOST_REPORTED)) reported.push({ ...pair, pin, other: other ?? pair.other, alike });
  }
  return { total, known, reported, constrained: [...constrained], areAll: !isCut, seats };
}

const NONE: readonly never[] = [];
