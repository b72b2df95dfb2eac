/**
 * What is searched for a plan, free of anything about stacks: walkers that each go forward from their first place to their
 * last one, one at a time, and pairs of them that may not stand on every two places at once.
 */

/** One pin. Its places are the versions it may stop at, in the order in which it meets them. */
export interface Walker {
  /** How many places there are; one for a pin that stays. It starts at 0 and has to reach the last. */
  readonly places: number;
  /** Where one step leads from each place, ascending; always further on. */
  readonly next: readonly (readonly number[])[];
  /** Whether each place is one that should be left soon. */
  readonly isPoor: readonly boolean[];
}

/** Two walkers that may not stand on every two places at once. */
export interface Tie {
  readonly one: number;
  readonly two: number;
  /** By place of `one`, then of `two`. Good at both starts and at both ends. */
  readonly isGood: readonly (readonly boolean[])[];
}

export interface Journey {
  readonly walkers: readonly Walker[];
  /** At most one of each two. */
  readonly ties: readonly Tie[];
}

/** A step of a journey: which walker goes where. */
export interface Move {
  readonly walker: number;
  readonly to: number;
}
