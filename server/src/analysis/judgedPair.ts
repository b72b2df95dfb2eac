/** Judges any two pins within one stack. */
import type { AnalysisContext } from './analysis.ts';
import type { KnownPin, PinPair } from './pairs.ts';
import { isInherited } from './texts.ts';
import { type IsPinned, type Participant, type VerdictMemory, verdictMemory } from './verdictMemory.ts';

export interface PairJudge {
  pair(a: KnownPin, b: KnownPin): PinPair;
}

/**
 * Makes a judge for one stack.
 * @param pinned ids that the stack pins explicitly
 * @param memory of verdicts, where there is one to share
 */
export function pairJudge(
  pinned: ReadonlySet<string>,
  { catalog }: Pick<AnalysisContext, 'catalog'>,
  memory: VerdictMemory = verdictMemory(catalog),
): PairJudge {
  const isPinned: IsPinned = (id) => pinned.has(id);
  const participants = new WeakMap<KnownPin, Participant>();
  const participant = (pin: KnownPin): Participant => {
    const known = participants.get(pin) ?? memory.participant(memory.likeness(pin), isPinned);
    participants.set(pin, known);
    return known;
  };
  return { pair: (a, b) => judgedPair(a, participant(a), b, participant(b), memory, isPinned) };
}

/** Two pins with their verdict. The pin of the two that a finding is about comes first. */
export function judgedPair(
  a: KnownPin,
  one: Participant,
  b: KnownPin,
  two: Participant,
  memory: VerdictMemory,
  isPinned: IsPinned,
): PinPair {
  const judged = memory.judge(one, two);
  const { best, worst, speaker } = judged;
  const later = Number(isInherited(a)) - Number(isInherited(b)) || b.rank - a.rank;
  const [pin, other] = (later === 0 ? speaker !== 'b' : later < 0) ? [a, b] : [b, a];
  return {
    pin,
    other,
    best,
    worst,
    badCandidates: (of) => {
      // By component: a finding may stand at another pin that is alike.
      if (of.component === a.component) {
        judged.badOfFirst ??= memory.badCandidates(of, two, isPinned);
        return judged.badOfFirst;
      }
      judged.badOfSecond ??= memory.badCandidates(of, one, isPinned);
      return judged.badOfSecond;
    },
  };
}
