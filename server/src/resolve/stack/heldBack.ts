/** What is said of a version that a pin takes: how it stands to what the others take, and what keeps it from being newer. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { once } from '../../analysis/once.ts';
import { atVersion, BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { NeighbourVerdict } from '../../analysis/verdict-types.ts';
import type { Taken } from './taken.ts';
import type { LinkedStack, Workshop } from './workshop.ts';

/** A version that a pin takes in a stack, among the versions that the other pins take. */
export interface Standing {
  readonly text: string;
  /** Nothing newer goes together; otherwise the search stopped at its bound. */
  readonly proven: boolean;
  /** Pins that some statement decides on together with it, worst first; each at the version that it takes. */
  verdicts(): readonly NeighbourVerdict[];
  /** What the pin would take if there were no others, if that is newer. */
  newer(): Newer | undefined;
}

export interface Newer {
  readonly text: string;
  /** Free support for it has ended, and goes on for the version that is taken. */
  readonly ended: boolean;
  /** Pins that it does not go together with, as bad as the worst of them. Empty where only support speaks against it. */
  readonly against: readonly NeighbourVerdict[];
}

/**
 * Says it of one pin. Why it is so is worked out when it is asked for.
 * @param taken what the pins of this stack take
 * @returns why nothing is taken, if nothing is; also where the version cannot work with another pin, whatever they take
 */
export function standingOf(
  pin: KnownPin,
  stack: EffectiveStack,
  taken: Taken,
  { linked, offered, tables }: Workshop,
): Standing | 'none' | 'unknown' {
  const version = taken(pin);
  if (version.kind !== 'version') return version.kind;
  const { text, newest, proven, fits } = version;
  const others = once(() => neighboursOf(pin, linked(stack), taken));
  const verdictsAt = (own: string): NeighbourVerdict[] => {
    const tried = atVersion(pin, own);
    const { isPinned } = linked(stack);
    return others().map((other) => ({ other, ...tables.asWritten(tried, other, isPinned).best }));
  };
  const verdicts = once(() =>
    verdictsAt(text)
      .filter(({ verdict }) => verdict !== 'unknown')
      .sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict]),
  );
  const leavesNothingOpen = pin.candidates.length === 1;
  if (!fits || (leavesNothingOpen && verdicts()[0]?.verdict === 'incompatible')) return 'none';
  const isEnded = (one: string) => offered.about(pin.component, one)?.ended === true;
  const newer = once((): Newer | undefined => {
    if (newest === text) return undefined;
    const now = new Map(verdicts().map(({ other, verdict }) => [other, BADNESS[verdict]]));
    const bad = verdictsAt(newest).filter(
      ({ other, verdict }) => BADNESS[verdict] > Math.max(BADNESS.unknown, now.get(other) ?? 0),
    );
    const worst = Math.max(...bad.map(({ verdict }) => BADNESS[verdict]));
    const against = bad.filter(({ verdict }) => BADNESS[verdict] === worst);
    return { text: newest, ended: isEnded(newest) && !isEnded(text), against };
  });
  return { text, proven, verdicts, newer };
}

/** The pins that somebody says something about together with one, each at the version that it takes. */
function neighboursOf(pin: KnownPin, { pins, linksOf }: LinkedStack, taken: Taken): readonly KnownPin[] {
  const place = pins.findIndex(({ entry }) => entry === pin.entry);
  return linksOf(place).flatMap((other): KnownPin[] => {
    const neighbour = pins[other];
    const theirs = neighbour && taken(neighbour);
    return neighbour !== undefined && theirs?.kind === 'version' ? [atVersion(neighbour, theirs.text)] : [];
  });
}
