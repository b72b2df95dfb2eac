/** How far a part of a document can be mended: where not all of it can be, without the least that stands in the way. */
import type { Limits } from '../engine/problem.ts';
import { smallestConflict } from '../engine/smallestConflict.ts';
import { solve } from '../engine/solve.ts';
import type { Choice } from '../stack/choices.ts';
import type { Link, StackProblem } from '../stack/stackProblem.ts';
import { FOR_ALL, type Tolerance } from '../stack/tolerance.ts';
import { type LeastChange, leastChange, limitUnder } from './leastChange.ts';

/** Conflicts looked into before the whole part is given up. */
const MOST_ROUNDS = 24;

export type Farthest =
  | Extract<LeastChange, { readonly kind: 'found' }>
  /** These have to stay where they are, though they should not. */
  | { readonly kind: 'stuck'; readonly choices: readonly Choice[] }
  | { readonly kind: 'unknown' };

/**
 * Finds the least change of a part that mends as much of it as can be.
 * @param mustMove whether a choice is one that cannot stay
 */
export function farthest(part: StackProblem, mustMove: (choice: Choice) => boolean, limits: Limits): Farthest {
  const most = new Map<Link, number>();
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    if (limits.isCancelled?.() === true) return { kind: 'unknown' };
    const change = leastChange(part, FOR_ALL, limits, most);
    if (change.kind !== 'none') return change;
    const conflict = smallestConflict(part.within(limitUnder(LAXEST, most)), limits);
    if (conflict.kind !== 'conflict') return { kind: 'unknown' };
    const members = new Set(conflict.variables);
    const inside = part.links.filter(({ one, two }) => members.has(one) && members.has(two));
    const given = pairToGiveUp(part, inside, members, most, limits);
    if (given !== undefined) {
      most.set(given, given.now);
      continue;
    }
    const stuck = conflict.variables.flatMap((place) => part.choices[place] ?? []).filter(mustMove);
    if (stuck.length > 0) return { kind: 'stuck', choices: stuck };
    // Ranges that go together two by two, and not all at once: nobody is told of it.
    for (const link of inside) most.set(link, Number.POSITIVE_INFINITY);
    if (inside.length === 0) return { kind: 'unknown' };
  }
  return { kind: 'unknown' };
}

const LAXEST: Tolerance = FOR_ALL.at(-1)?.[0] ?? ((now) => now);

/** Of the pairs in a conflict the least bad one without which the others can be mended; where there is none, the least bad. */
function pairToGiveUp(
  { within }: StackProblem,
  inside: readonly Link[],
  members: ReadonlySet<number>,
  most: ReadonlyMap<Link, number>,
  limits: Limits,
): Link | undefined {
  const limitOf = limitUnder(LAXEST, most);
  const candidates = inside.filter((link) => link.now > limitOf(link)).sort((a, b) => a.now - b.now);
  const isEnough = (given: Link): boolean => {
    const { variables, constraints } = within((link) => (link === given ? given.now : limitOf(link)));
    const among = constraints.filter(({ one, two }) => members.has(one) && members.has(two));
    return solve({ variables, constraints: among }, limits).kind === 'solved';
  };
  return candidates.find(isEnough) ?? candidates[0];
}
