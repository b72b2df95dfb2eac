/** Remembers what was judged, by value: pins that are alike are judged once, in however many stacks and checks they meet. */
import type { Catalog } from '../catalog/model.ts';
import { classesOf } from './carryingTable.ts';
import { type Likeness, likenessKey, likenessOf } from './likeness.ts';
import { atVersion, type LookedUpKnown } from './pairs.ts';
import { combine, type Extremes, judgeSides, type Side } from './sides.ts';

/** Participants remembered before those are dropped that no longer take part. */
const LEAST_BOUND = 500;

/** A likeness as it takes part in a stack: with what it carries and the stack does not pin itself (the explicit pin counts). */
export interface Participant {
  readonly key: string;
  readonly likeness: Likeness;
  readonly carried: readonly Side[];
  /** What it reaches with those that come after it in a stack. */
  readonly verdicts: Map<Participant, Judged>;
  /** Number of the check that it took part in last. */
  seen: number;
}

/** What two participants reach, in their order. */
export interface Judged extends Extremes {
  /** Which candidates of either are incompatible with the other; worked out when it is asked for. */
  badOfFirst?: readonly string[];
  badOfSecond?: readonly string[];
}

/** Whether a stack pins an id itself. */
export type IsPinned = (id: string) => boolean;

export interface VerdictMemory {
  /** What a pin shares with those that are alike. The same object for all of them, until it is dropped. */
  likeness(pin: LookedUpKnown): Likeness;
  /** The same object for the same part in a stack, until it is dropped. */
  participant(likeness: Likeness, isPinned: IsPinned): Participant;
  /** It takes part in this check as it did in the last. */
  keep(participant: Participant): void;
  judge(one: Participant, two: Participant): Judged;
  /** The candidates of a pin, newest first, that can be used with no version of another; if there are none, not with all. */
  badCandidates(of: LookedUpKnown, against: Participant, isPinned: IsPinned): readonly string[];
  /** Ends a check: where much is remembered that took no part in it, that is dropped. */
  trim(): void;
}

/**
 * Makes an empty one.
 * @param work is counted up by every pair that is judged because it is not remembered
 */
export function verdictMemory(catalog: Catalog, work: { pairsJudged: number } = { pairsJudged: 0 }): VerdictMemory {
  const likenesses = new Map<string, Likeness>();
  /** By their likeness and by the ids that count as carried. */
  const participants = new Map<Likeness, Map<string, Participant>>();
  let size = 0;
  let check = 1;
  let bound = LEAST_BOUND;
  const drop = (likeness: Likeness): void => {
    likeness.dropped = true;
    likenesses.delete(likeness.key);
    participants.delete(likeness);
  };
  const memory: VerdictMemory = {
    likeness: (pin) => {
      const key = likenessKey(pin);
      const known = likenesses.get(key);
      if (known !== undefined) return known;
      const made = likenessOf(pin, catalog);
      likenesses.set(key, made);
      return made;
    },
    participant: (likeness, isPinned) => {
      likeness.seen = check;
      const carried = likeness.carries.flatMap((id) => (isPinned(id) ? [] : (likeness.carriedSide(id) ?? [])));
      const ids = carried.map(({ component }) => component.id).join();
      const alike = participants.get(likeness) ?? new Map<string, Participant>();
      let known = alike.get(ids);
      if (known === undefined) {
        known = { key: `${likeness.key}\n${ids}`, likeness, carried, verdicts: new Map(), seen: check };
        participants.set(likeness, alike.set(ids, known));
        size += 1;
      }
      known.seen = check;
      return known;
    },
    keep: (participant) => {
      participant.seen = check;
      participant.likeness.seen = check;
    },
    judge: (one, two) => {
      const known = one.verdicts.get(two);
      if (known !== undefined) return known;
      const made: Judged = combine(facetsOf(one, two));
      work.pairsJudged += 1;
      one.verdicts.set(two, made);
      return made;
    },
    badCandidates: (of, against, isPinned) => {
      const never: string[] = [];
      const notAlways: string[] = [];
      // Versions that every statement treats alike, with what they carry, are judged once.
      const classes = classesOf(of.component, of.candidates, against.likeness.component, catalog, isPinned);
      const judgedOf = classes.examples.map((text) =>
        memory.judge(memory.participant(memory.likeness(atVersion(of, text)), isPinned), against),
      );
      for (const [place, text] of of.candidates.entries()) {
        const judged = judgedOf[classes.of[place] ?? -1];
        if (judged === undefined) continue;
        if (judged.best.verdict === 'incompatible') never.push(text);
        if (judged.worst.verdict === 'incompatible') notAlways.push(text);
      }
      return never.length > 0 ? never : notAlways;
    },
    trim: () => {
      if (size > bound) {
        size = 0;
        for (const likeness of likenesses.values()) {
          if (likeness.seen !== check) drop(likeness);
          for (const [ids, { seen, verdicts }] of participants.get(likeness) ?? []) {
            if (seen !== check) participants.get(likeness)?.delete(ids);
            else size += 1;
            for (const other of verdicts.keys()) if (other.seen !== check) verdicts.delete(other);
          }
        }
        bound = Math.max(LEAST_BOUND, 2 * size);
      }
      check += 1;
    },
  };
  return memory;
}

const shared = new WeakMap<Catalog, VerdictMemory>();

/** One memory for whoever tries versions that are written nowhere: what one question has judged, the next one finds. */
export function sharedVerdicts(catalog: Catalog): VerdictMemory {
  const known = shared.get(catalog) ?? verdictMemory(catalog);
  shared.set(catalog, known);
  return known;
}

/** What is said of two pins themselves, then of what either carries. */
function facetsOf(one: Participant, two: Participant): Extremes[] {
  const sides: (readonly [Side, Side])[] = [
    [one.likeness.side, two.likeness.side],
    ...two.carried.map((side) => [one.likeness.side, side] as const),
    ...one.carried.map((side) => [side, two.likeness.side] as const),
  ];
  return sides.flatMap(([a, b]) => judgeSides(a, b) ?? []);
}
