/** What the benchmark asks of the process of an engine, and what that tells. */
import type { EngineName } from './engines/index.ts';
import type { Instance } from './instances.ts';
import type { Judged } from './judge.ts';

export interface Order {
  readonly engine: EngineName;
  readonly instances: readonly Instance[];
  /** After the first answer, each is found again: so often at most, and for so long. */
  readonly again: { readonly times: number; readonly ms: number };
}

/** Milliseconds. */
export interface Spent {
  readonly wall: number;
  /** Of all threads. */
  readonly cpu: number;
}

/** What is done again and again. */
export interface Repeated {
  readonly first: Spent;
  /** The medians of all but the first; the first where there is no other. */
  readonly again: Spent;
}

/** What was measured of one instance. */
export interface Report {
  readonly instance: string;
  /** Loading the engine, where this is its first instance. */
  readonly start: Spent | undefined;
  /** Saying the problem in the engine's language. */
  readonly encode: Repeated;
  readonly solve: Repeated;
  readonly judged: Judged;
  /** Peak of resident memory up to the first answer, in MB: the process with the problem, and what came on top of it. */
  readonly memory: { readonly before: number; readonly grown: number };
}

/** Lines between reports. */
export const SOLVING = 'solving';
export const AGAIN = 'again';
