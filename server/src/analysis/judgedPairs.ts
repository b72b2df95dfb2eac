/** All pairs of a stack, judged. Pins that are alike are judged once, so that many instances cost little. */
import type { Composition } from '../composition/layers.ts';
import { judgedPair } from './judgedPair.ts';
import type { Likeness } from './likeness.ts';
import { linksBetween } from './linkedGroups.ts';
import type { KnownPin, PinPair } from './pairs.ts';
import type { Presence } from './presence.ts';
import { isInherited } from './texts.ts';
import type { Judged, Participant, VerdictMemory } from './verdictMemory.ts';

/** Different pairs judged at most, so that no file can hang the editor; what lies beyond counts as unknown, and that is told. */
export const MOST_JUDGED = 50_000;

/** Pins of one group that get a finding of their own. */
const MOST_REPORTED = 200;

/** A pin of a stack with what it shares with those that are alike. */
export interface KnownMember {
  readonly pin: KnownPin;
  readonly likeness: Likeness;
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
  readonly verdicts: StackVerdicts;
}

/** What is judged of a stack; kept from check to check. */
export interface StackVerdicts {
  readonly participants: readonly Participant[];
  /** In the order of the participants. */
  readonly links: readonly JudgedLink[];
  /** There are more of them than are judged. */
  readonly isCut: boolean;
}

/** Two participants by their places. */
interface JudgedLink {
  readonly one: number;
  readonly two: number;
  readonly judged: Judged;
}

/** Pins of a stack that are alike and stand in the same layer. */
interface Group {
  readonly first: KnownPin;
  readonly pins: KnownPin[];
  readonly likeness: Likeness;
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
  last: StackVerdicts | undefined,
  composition: Composition,
  taken: Presence,
): JudgedPairs {
  const { groups, perComponent } = grouped(members);
  let same = 0;
  for (const count of perComponent.values()) same += (count * (count - 1)) / 2;
  const total = (members.length * (members.length - 1)) / 2 - same;
  if (total === 0) {
    const verdicts = { participants: [], links: [], isCut: false };
    return { total, known: 0, reported: [], constrained: [], areAll: true, verdicts };
  }

  const isPinned = (id: string) => perComponent.has(id);
  const participants = groups.map(({ likeness }) => verdicts.participant(likeness, isPinned));
  const { links, isCut } = judgeLinks(participants, last, verdicts);

  const countsForTaken = ({ component }: KnownPin) => component.carries?.some((one) => taken.has(one.with)) === true;
  const reported: PinPair[] = [];
  const constrained = new Set<KnownPin>();
  let known = 0;
  for (const { one, two, judged } of links) {
    const [first, second] = [groups[one], groups[two]];
    const [own, other] = [participants[one], participants[two]];
    if (first === undefined || second === undefined || own === undefined || other === undefined) continue;
    if (judged.best.verdict !== 'unknown') known += first.pins.length * second.pins.length;
    if (judged.worst.verdict === 'compatible' || judged.worst.verdict === 'unknown') continue;
    const [a, b] = [first.first, second.first];
    if (judged.worst.verdict === 'incompatible') constrained.add(a).add(b);
    const isBelow = isInherited(a) && isInherited(b) && composition.composedBelow([a.layer, b.layer]);
    if (isBelow && !countsForTaken(a) && !countsForTaken(b)) continue;
    const pair = judgedPair(a, own, b, other, verdicts, isPinned);
    if (first.pins.length + second.pins.length === 2) {
      reported.push(pair);
      continue;
    }
    const [named, against] = pair.pin === a ? [first, second] : [second, first];
    const alike = against.pins.slice(1, MOST_REPORTED + 1);
    for (const pin of named.pins.slice(0, MOST_REPORTED)) reported.push({ ...pair, pin, other: against.first, alike });
  }
  const kept = { participants, links, isCut };
  return { total, known, reported, constrained: [...constrained], areAll: !isCut, verdicts: kept };
}

function grouped(members: readonly KnownMember[]): {
  readonly groups: readonly Group[];
  readonly perComponent: ReadonlyMap<string, number>;
} {
  const groups: Group[] = [];
  const byLikeness = new Map<Likeness, Group[]>();
  const perComponent = new Map<string, number>();
  for (const { pin, likeness } of members) {
    perComponent.set(pin.component.id, (perComponent.get(pin.component.id) ?? 0) + 1);
    const alike = byLikeness.get(likeness);
    const group = alike?.find(({ first }) => first.rank === pin.rank);
    if (group !== undefined) {
      group.pins.push(pin);
      continue;
    }
    const made = { first: pin, pins: [pin], likeness };
    groups.push(made);
    if (alike === undefined) byLikeness.set(likeness, [made]);
    else alike.push(made);
  }
  return { groups, perComponent };
}

/** Judges, in the order of the participants, those between which there is a statement. */
function judgeLinks(
  participants: readonly Participant[],
  last: StackVerdicts | undefined,
  verdicts: VerdictMemory,
): Pick<StackVerdicts, 'links' | 'isCut'> {
  if (last !== undefined && isLinkedAlike(last.participants, participants)) {
    // Another version of the same component: what speaks of it is the same, and may say something else.
    const isChanged = participants.map((one, index) => one !== last.participants[index]);
    if (!isChanged.includes(true)) return last;
    const links = last.links.map((link) => {
      if (isChanged[link.one] !== true && isChanged[link.two] !== true) return link;
      return judgedLink(participants, link.one, link.two, verdicts) ?? link;
    });
    return { links, isCut: last.isCut };
  }
  const links: JudgedLink[] = [];
  const linksOf = linksBetween(participants);
  for (const one of participants.keys()) {
    for (const two of linksOf(one)) {
      const link = judgedLink(participants, one, two, verdicts);
      if (link === undefined) continue;
      if (links.length === MOST_JUDGED) return { links, isCut: true };
      links.push(link);
    }
  }
  return { links, isCut: false };
}

/** Undefined for two of one component: nobody says anything about these. */
function judgedLink(
  participants: readonly Participant[],
  one: number,
  two: number,
  verdicts: VerdictMemory,
): JudgedLink | undefined {
  const [first, second] = [participants[one], participants[two]];
  if (first === undefined || second === undefined) return undefined;
  if (first.likeness.component === second.likeness.component) return undefined;
  return { one, two, judged: verdicts.judge(first, second) };
}

/** Whether the same components stand in the same places and carry the same. */
function isLinkedAlike(before: readonly Participant[], after: readonly Participant[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const two = after[index];
      return one === two || (two !== undefined && isSameSpeaker(one, two));
    })
  );
}

function isSameSpeaker(a: Participant, b: Participant): boolean {
  return (
    a.likeness.component === b.likeness.component &&
    a.carried.length === b.carried.length &&
    a.carried.every(({ component }, index) => component === b.carried[index]?.component)
  );
}
