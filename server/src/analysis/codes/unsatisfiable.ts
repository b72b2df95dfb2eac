import { rangeOf } from '../../manifest/tree.ts';
import { type PairJudge, pairJudge } from '../pairJudge.ts';
import { atVersion, type KnownPin, type PinPair } from '../pairs.ts';
import type { Draft, Rule } from '../rule.ts';
import { satisfiable } from '../satisfiable.ts';
import { isInherited, list, nameOfPin, pinName, relatedPlaces, versionRange } from '../texts.ts';

/** Pairs looked at before the search gives up: some hundredths of a second. */
const BUDGET = 20_000;

/** A stack of more pins is not searched: its pairs alone are judged. */
const MOST_PINS = 150;

/** Three or more pins, of which any two have versions that go together, but all of them have not. */
export const unsatisfiable: Rule = {
  code: 'unsatisfiable',
  severity: 'error',
  title: 'No versions satisfy these pins together',
  stack: ({ stack, reported, verdicts, remembered }, context) => {
    const pins = stack.coverage.pins > MOST_PINS ? [] : constrained(reported);
    // With fewer open pins the pairs tell it all.
    if (!pins.some(({ candidates }) => candidates.length > 1)) return [];
    const judge = pairJudge(new Set(stack.pins.map(({ entry }) => entry.component)), context, verdicts);
    const question = pins.map((pin) => judge.keyOf(pin)).join('\n\n');
    const places = remembered(`unsatisfiable\n\n${question}`, () => smallestCore(pins, judge));
    const core = places.flatMap((place) => pins[place] ?? []);
    if (core.length < 3 || stack.composition.composedBelow(core.map(({ layer }) => layer))) return [];
    return [draft(core, judge)];
  },
};

/** The places of pins that cannot be met together, of which none can be left out; none where they can, or nobody knows. */
function smallestCore(pins: readonly KnownPin[], judge: PairJudge): readonly number[] {
  const clash = clashes(judge);
  const budget = { left: BUDGET };
  if (satisfiable(pins, clash, budget) !== 'no') return [];
  let core = pins;
  for (const pin of pins) {
    const without = core.filter((other) => other !== pin);
    const answer = satisfiable(without, clash, budget);
    if (answer === 'unknown') return [];
    if (answer === 'no') core = without;
  }
  return core.map((pin) => pins.indexOf(pin));
}

/** The pins that an incompatibility could touch, of the pairs that are judged already. */
function constrained(pairs: readonly PinPair[]): readonly KnownPin[] {
  const pins = new Set<KnownPin>();
  for (const { pin, other, worst } of pairs) if (worst.verdict === 'incompatible') pins.add(pin).add(other);
  return [...pins].sort((a, b) => a.rank - b.rank || rangeOf(a.entry.key).start - rangeOf(b.entry.key).start);
}

function clashes(judge: PairJudge) {
  return (a: KnownPin, aVersion: string, b: KnownPin, bVersion: string): boolean =>
    a.component !== b.component &&
    judge.pair(atVersion(a, aVersion), atVersion(b, bVersion)).best.verdict === 'incompatible';
}

function draft(core: readonly KnownPin[], judge: PairJudge): Draft {
  const evidence = core.flatMap((pin, index) =>
    core.slice(index + 1).flatMap((other) => judge.pair(pin, other).worst.evidence),
  );
  // The widest pin is the one that people meant to leave room in.
  const [first] = [...core].sort(
    (a, b) => Number(isInherited(a)) - Number(isInherited(b)) || b.candidates.length - a.candidates.length,
  );
  const others = core.filter((pin) => pin !== first);
  return {
    range: first === undefined ? { start: 0, end: 0 } : versionRange(first),
    message: `No versions of ${list(core.map(nameOfPin))} go together, though any two of them do. Widen or change one of them.`,
    components: [first, ...others].flatMap((pin) => (pin === undefined ? [] : [pin.component.id])),
    pins: [first, ...others].flatMap((pin) => (pin === undefined ? [] : [pinName(pin)])),
    evidence,
    related: first === undefined ? [] : relatedPlaces(first, others),
  };
}
