/**
 * What the resolver searches over, free of anything about stacks: choices with prices, and which of them go together.
 */

/**
 * What a value costs. Costs are added up part by part over all variables; of two sums the one is less whose first part that
 * differs is less.
 */
export type Cost = readonly number[];

/** One choice to be made: exactly one of its values, which are counted from 0. */
export interface Variable {
  /** What each value costs. All costs of a problem have the same number of parts, none of them negative, all whole. */
  readonly costs: readonly Cost[];
}

/** Two different variables, and which of their values go together. Several may be about the same two: all of them hold. */
export interface Constraint {
  /** Indexes of the variables. */
  readonly one: number;
  readonly two: number;
  /** For each value of `one` its class: values of one class are treated alike. Undefined: each value is its own class. */
  readonly classesOfOne?: ArrayLike<number> | undefined;
  /** The same for `two`. */
  readonly classesOfTwo?: ArrayLike<number> | undefined;
  /** Whether values of these classes go together. Pure; it may be asked late, or never: what nobody asks for costs nothing. */
  allows(classOfOne: number, classOfTwo: number): boolean;
}

export interface Problem {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
}

/** Where a search stops. */
export interface Limits {
  /** Steps of the search (nodes of its tree), not time: the same problem gives the same answer on every machine. */
  readonly steps: number;
  /** Asked now and then; once it is true the search ends as it does at its bound. */
  readonly isCancelled?: (() => boolean) | undefined;
}

export type Solution =
  /** `proven`: no other choice of values costs less. Otherwise the search stopped at its bound with the best it had seen. */
  | { readonly kind: 'solved'; readonly values: readonly number[]; readonly cost: Cost; readonly proven: boolean }
  /** No values go together; proven. */
  | { readonly kind: 'none' }
  /** The search stopped before it found any, or that there are none. */
  | { readonly kind: 'unknown' };
