/** What is learned from a change that was tried and brought other findings: what not to take, so that the next is another. */
import type { Finding } from '../../analysis/finding.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { Offers } from '../stack/offered.ts';
import type { PinnedAt, RuledOut } from '../stack/without.ts';
import type { Move } from './leastChange.ts';

export interface Lessons extends RuledOut {
  /** Whether nothing was ruled out but what has to be. */
  isExact(): boolean;
  /**
   * Learns from a change that failed, so that it does not come again.
   * @param came what came of it; empty where it did not do what it should
   * @param moves the whole of the change
   */
  learn(came: readonly Finding[], moves: readonly Move[]): void;
}

/** Makes an empty one. */
export function lessons(offered: Offers): Lessons {
  /** By the text or the entry that holds the version: which versions are ruled out. */
  const ruledOut = new Map<object, ((pin: KnownPin, text: string) => boolean)[]>();
  const barred: (readonly [PinnedAt, PinnedAt])[] = [];
  let exact = true;
  const ruleOut = (move: Move, isOut: (pin: KnownPin, text: string) => boolean): void => {
    for (const { entry } of move.pins) ruledOut.set(entry.entry, [...(ruledOut.get(entry.entry) ?? []), isOut]);
  };
  const learnFrom = (finding: Finding | undefined, moves: readonly Move[]): void => {
    const about = new Set(finding?.pins.map(({ instance }) => instance));
    const movers = moves.filter(({ pins }) => pins.some(({ entry }) => about.has(entry.instance)));
    const [first, second, ...others] = movers.length > 0 ? movers : moves;
    if (first === undefined) return;
    // What is not about the pins that were moved can have to do with all of them.
    if (movers.length === 0 && moves.length > 1) exact = false;
    if (second === undefined) ruleOut(first, alike(finding, first, offered));
    else barred.push([at(first), at(second)]);
    if (others.length > 0) exact = false;
  };
  return {
    suits: (pin, text) => ruledOut.get(pin.entry.entry)?.some((isOut) => isOut(pin, text)) !== true,
    barred: () => barred,
    isExact: () => exact,
    learn: (came, moves) => {
      if (came.length === 0) learnFrom(undefined, moves);
      for (const finding of came) learnFrom(finding, moves);
    },
  };
}

function at({ pins: [pin], to }: Move): PinnedAt {
  return { pin, text: to };
}

/** The versions of which the same finding would come. */
function alike(finding: Finding | undefined, { to }: Move, offered: Offers): (pin: KnownPin, text: string) => boolean {
  switch (finding?.pins.length === 1 ? finding.code : undefined) {
    case 'end-of-life':
      return ({ component }, text) => text === to || offered.about(component, text)?.ended === true;
    case 'outdated-patch':
      return ({ component }, text) => text === to || (offered.about(component, text)?.newer ?? 0) > 0;
    case 'end-of-life-soon':
      return ({ component }, text) =>
        text === to || offered.about(component, text)?.line === offered.about(component, to)?.line;
    default:
      return (_pin, text) => text === to;
  }
}
