/** How bad a pair may be in an answer: what counts as good, and what has to do where nothing is. */
import { BADNESS } from '../../analysis/pairs.ts';

/**
 * The worst badness (analysis/pairs.ts) that a pair may have.
 * @param now how bad it is as it is written
 * @param isTarget whether it is one of those that are to be mended
 */
export type Tolerance = (now: number, isTarget: boolean) => number;

const { compatible, unknown, untested } = BADNESS;

/** A pair that nobody tested may stay so; no other becomes one. */
const nothingNew = (now: number): number => Math.max(unknown, Math.min(now, untested));

/** Where other pairs are bad for reasons of their own, they may stay as bad as they are. */
const noWorse = (now: number): number => Math.max(unknown, now);

function tolerance(target: number, other: (now: number) => number): Tolerance {
  return (now, isTarget) => (isTarget ? target : other(now));
}

/**
 * Tolerances of which the last has to do, and those before are better as long as no more pins change for them; strictest first.
 */
export type Tolerances = readonly [Tolerance, ...Tolerance[]];

/**
 * What the pairs of one finding have to become, strictest first. A pair that upstream says nothing of, or that is newer than
 * what it has said, is no mending as long as another is supported.
 */
export const FOR_ONE: readonly Tolerances[] = [
  [tolerance(compatible, nothingNew)],
  [tolerance(unknown, nothingNew)],
  [tolerance(compatible, noWorse)],
  [tolerance(unknown, noWorse)],
  [tolerance(untested, noWorse)],
];

/** The same where there is nothing to mend but a pin itself. */
export const FOR_ITSELF: readonly Tolerances[] = [[tolerance(unknown, nothingNew)], [tolerance(unknown, noWorse)]];

/**
 * What all pairs that are to be mended have to become, strictest first; the others may stay as bad as they are. That upstream
 * says nothing of a pair is good enough, but that it says yes is better.
 */
export const FOR_ALL: readonly Tolerances[] = [
  [tolerance(compatible, noWorse), tolerance(unknown, noWorse)],
  [tolerance(untested, noWorse)],
];
