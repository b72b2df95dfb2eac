/** What answers problems: our resolver, and what it is measured beside. */
import type { Problem } from '../../../server/src/resolve/engine/problem.ts';

export type Answer =
  /** @property proven that nothing costs less */
  | { readonly kind: 'solved'; readonly values: readonly number[]; readonly proven: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** @returns the answer to the problem that it was made for; each time all over again */
export type Solve = () => Answer | Promise<Answer>;

export interface Engine {
  /** Says a problem in the engine's language. */
  encode(problem: Problem): Solve;
}

/** Loads the engine and makes it ready for problems. */
export type Start = () => Promise<Engine>;
