/** What is judged of a stack, kept from check to check: of a long stack only what changed is judged and counted again. */
import { changedPart } from '../manifest/changedPart.ts';
import type { Likeness } from './likeness.ts';
import { linksBetween, mayBeLinked } from './linkedGroups.ts';
import type { IsPinned, Judged, Participant, VerdictMemory } from './verdictMemory.ts';

/** Different pairs judged at most, so that no file can hang the editor; what lies beyond counts as unknown, and that is told. */
export const MOST_JUDGED = 50_000;

/** So many pins that changed at once are taken up one by one. */
const FEW = 8;

/** What tells a pin of a stack apart from others: pins for which both are the same are alike. */
export interface Seated {
  readonly likeness: Likeness;
  /** Of the layer that it is written in. */
  readonly rank: number;
}

/** Pins of a stack that are alike. */
export interface Seat extends Seated {
  participant: Participant;
  /** Places of the first and of the others among the pins of the stack. */
  first: number;
  readonly others: readonly number[];
  readonly links: Link[];
}

/** Two of them that somebody says something about, in their order. */
export interface Link {
  readonly one: Seat;
  readonly two: Seat;
  readonly judged: Judged;
}

/** All of a stack. It is changed by the next check: nothing else is to keep any of it. */
export interface Seats {
  /** Of each pin: those that are alike have one. */
  readonly seats: Seat[];
  /** Number of pins of each component. A new object when there are other components. */
  pinned: Map<string, number>;
  /** Number of pairs of one component. */
  same: number;
  /** Number of pairs that a statement decides. */
  known: number;
  /** Those that may be worth a finding, in order. */
  notable: Link[];
  /** Number of links. */
  links: number;
  /** There are more of them than are judged. */
  isCut: boolean;
  /** Whether no two pins are alike. */
  readonly isPlain: boolean;
}

/**
 * Judges the pairs of a stack.
 * @param members its pins, in order
 * @param last what was made at the last check; it is not to be used any more
 */
export function seatsOf(members: readonly Seated[], last: Seats | undefined, verdicts: VerdictMemory): Seats {
  return last !== undefined && takeUp(last, members, verdicts) ? last : seated(members, verdicts);
}

const NONE: readonly number[] = [];

function seatFor({ likeness, rank }: Seated, first: number, participant: Participant, others = NONE): Seat {
  return { likeness, rank, participant, first, others, links: [] };
}

function isAlike(one: Seated, two: Seated): boolean {
  return one.likeness === two.likeness && one.rank === two.rank;
}

/** Judges all anew. */
function seated(members: readonly Seated[], verdicts: VerdictMemory): Seats {
  const pinned = new Map<string, number>();
  let same = 0;
  for (const { likeness } of members) same += enter(pinned, likeness.component.id);
  const isPinned: IsPinned = (id) => pinned.has(id);
  const groups = groupsOf(members).map(({ likeness, rank, first, others }) =>
    seatFor({ likeness, rank }, first, verdicts.participant(likeness, isPinned), others),
  );
  const seats = new Array<Seat>(members.length);
  for (const seat of groups) for (const at of [seat.first, ...seat.others]) seats[at] = seat;
  const isPlain = groups.length === members.length;
  const all: Seats = { seats, pinned, same, known: 0, notable: [], links: 0, isCut: false, isPlain };
  const linksOf = linksBetween(groups.map(({ participant }) => participant));
  for (const [index, one] of groups.entries()) {
    for (const place of linksOf(index)) {
      const two = groups[place];
      if (two === undefined || one.likeness.component === two.likeness.component) continue;
      if (all.links === MOST_JUDGED) {
        all.isCut = true;
        return all;
      }
      link(all, one, two, verdicts);
    }
  }
  return all;
}

interface Group extends Seated {
  readonly first: number;
  readonly others: number[];
}

function groupsOf(members: readonly Seated[]): readonly Group[] {
  const groups: Group[] = [];
  const byLikeness = new Map<Likeness, Group[]>();
  for (const [index, { likeness, rank }] of members.entries()) {
    const alike = byLikeness.get(likeness);
    const group = alike?.find((one) => one.rank === rank);
    if (group !== undefined) {
      group.others.push(index);
      continue;
    }
    const made = { likeness, rank, first: index, others: [] };
    groups.push(made);
    if (alike === undefined) byLikeness.set(likeness, [made]);
    else alike.push(made);
  }
  return groups;
}

/** One more pin of a component; gives the number of pairs of one component that it makes. */
function enter(pinned: Map<string, number>, id: string): number {
  const count = pinned.get(id) ?? 0;
  pinned.set(id, count + 1);
  return count;
}

/** One pin less; gives the number of pairs of one component that it made. */
function leave(pinned: Map<string, number>, id: string): number {
  const count = (pinned.get(id) ?? 1) - 1;
  if (count === 0) pinned.delete(id);
  else pinned.set(id, count);
  return count;
}

/** Pairs that a link stands for and that a statement decides. */
function knownBy({ one, two, judged }: Link): number {
  return judged.best.verdict === 'unknown' ? 0 : (one.others.length + 1) * (two.others.length + 1);
}

function isNotable({ worst }: Judged): boolean {
  return worst.verdict !== 'compatible' && worst.verdict !== 'unknown';
}

function link(all: Seats, one: Seat, two: Seat, verdicts: VerdictMemory): void {
  const made: Link = { one, two, judged: verdicts.judge(one.participant, two.participant) };
  one.links.push(made);
  two.links.push(made);
  all.links += 1;
  all.known += knownBy(made);
  if (isNotable(made.judged)) all.notable.push(made);
}

function unlink(all: Seats, seat: Seat): void {
  for (const made of seat.links) {
    const { links } = made.one === seat ? made.two : made.one;
    links.splice(links.indexOf(made), 1);
    all.links -= 1;
    all.known -= knownBy(made);
    if (isNotable(made.judged)) all.notable.splice(all.notable.indexOf(made), 1);
  }
  seat.links.length = 0;
}

/**
 * Changes what was judged at the last check into what holds now, where that is less than judging anew.
 * @returns whether it was done; if not, what was judged may be neither
 */
function takeUp(all: Seats, members: readonly Seated[], verdicts: VerdictMemory): boolean {
  const { seats, isPlain, isCut } = all;
  if (isCut) return false;
  const { start, endBefore, endAfter } = changedPart<Seated>(seats, members, isAlike);
  for (let at = 0; at < start; at += 1) keep(seats[at], verdicts);
  for (let at = endBefore; at < seats.length; at += 1) keep(seats[at], verdicts);
  if (endBefore === start && endAfter === start) return true;
  if (endBefore - start > FEW || endAfter - start > FEW) return false;
  // Where some are alike, those behind are not to move, and none of those that are alike is to go.
  if (!isPlain && endBefore !== endAfter) return false;
  if (seats.slice(start, endBefore).some(({ others }) => others.length > 0)) return false;
  if (!standApart(seats, members, start, endBefore, endAfter)) return false;

  const come = members.slice(start, endAfter).map(({ likeness }) => likeness.component.id);
  const left = seats.slice(start, endBefore).map(({ likeness }) => likeness.component.id);
  const isOfOthers = hasOthers(all.pinned, come, left);
  // Whoever asks later for the components of the last check gets the same answer.
  if (isOfOthers) all.pinned = new Map(all.pinned);
  const { pinned } = all;
  for (const id of come) all.same += enter(pinned, id);
  for (const id of left) all.same -= leave(pinned, id);
  const isPinned: IsPinned = (id) => pinned.has(id);

  const fresh = members
    .slice(start, endAfter)
    .map((member, index) => seatFor(member, start + index, verdicts.participant(member.likeness, isPinned)));
  const gone = seats.splice(start, endBefore - start, ...fresh);
  for (const seat of gone) unlink(all, seat);
  if (fresh.length !== gone.length)
    for (let at = start + fresh.length; at < seats.length; at += 1) (seats[at] as Seat).first = at;
  const changed = isOfOthers ? [...fresh, ...withOtherParts(all, fresh, isPinned, verdicts)] : fresh;
  for (const [index, seat] of changed.entries()) linkUp(all, seat, changed, index, verdicts);
  all.notable.sort((a, b) => a.one.first - b.one.first || a.two.first - b.two.first);
  return all.links <= MOST_JUDGED;
}

function keep(seat: Seat | undefined, verdicts: VerdictMemory): void {
  if (seat !== undefined) verdicts.keep(seat.participant);
}

/** Whether none of the pins that are new is like another. */
function standApart(
  seats: readonly Seated[],
  members: readonly Seated[],
  start: number,
  endBefore: number,
  endAfter: number,
): boolean {
  for (let at = start; at < endAfter; at += 1) {
    const member = members[at];
    if (member === undefined) continue;
    for (let other = 0; other < seats.length; other += 1) {
      const seat = seats[other];
      if ((other < start || other >= endBefore) && seat !== undefined && isAlike(seat, member)) return false;
    }
    for (let other = start; other < at; other += 1) {
      const earlier = members[other];
      if (earlier !== undefined && isAlike(earlier, member)) return false;
    }
  }
  return true;
}

/** Whether there are other components when some have come and some have left. */
function hasOthers(pinned: ReadonlyMap<string, number>, come: readonly string[], left: readonly string[]): boolean {
  const more = new Map<string, number>();
  for (const id of come) more.set(id, (more.get(id) ?? 0) + 1);
  for (const id of left) more.set(id, (more.get(id) ?? 0) - 1);
  for (const [id, count] of more) {
    const before = pinned.get(id) ?? 0;
    if (before === 0 || before + count === 0) return true;
  }
  return false;
}

/** The others that carry something else now, as the stack pins it itself or does so no longer. They are left without links. */
function withOtherParts(
  all: Seats,
  fresh: readonly Seat[],
  isPinned: IsPinned,
  verdicts: VerdictMemory,
): readonly Seat[] {
  const found: Seat[] = [];
  for (const [at, seat] of all.seats.entries()) {
    if (seat.first !== at || seat.likeness.carries.length === 0 || fresh.includes(seat)) continue;
    const participant = verdicts.participant(seat.likeness, isPinned);
    if (participant === seat.participant) continue;
    unlink(all, seat);
    seat.participant = participant;
    found.push(seat);
  }
  return found;
}

/** Links one of those that changed with all others, those before it among the changed left out: these have linked it. */
function linkUp(all: Seats, seat: Seat, changed: readonly Seat[], index: number, verdicts: VerdictMemory): void {
  for (let place = 0; place < all.seats.length; place += 1) {
    const other = all.seats[place];
    if (other === undefined || other.first !== place || other.likeness.component === seat.likeness.component) continue;
    if (!mayBeLinked(seat.participant, other.participant)) continue;
    const at = changed.indexOf(other);
    if (at >= 0 && at < index) continue;
    if (other.first < seat.first) link(all, other, seat, verdicts);
    else link(all, seat, other, verdicts);
  }
}
