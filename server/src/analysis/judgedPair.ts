/** Any two pins within one stack. */
import type { KnownPin, PinPair } from './pairs.ts';
import { isInherited } from './texts.ts';
import type { IsPinned, Participant, VerdictMemory } from './verdictMemory.ts';

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
