/** What can be fuzzed: something that makes inputs, and something that holds the product to what it promises of each. */
import type { Random } from './random.ts';

/** Adds to a figure of the report, such as "edits applied". */
export type Count = (figure: string, by?: number) => void;

/** One kind of hostile input. */
export interface Target {
  /** As `--only` names it, and the folder of its fixtures. */
  readonly name: string;
  /** What it throws at what, in one line. */
  readonly about: string;
  /** Inputs tried in the test run. */
  readonly inputs: number;
  begin(): Promise<Attempts> | Attempts;
}

/** A target at work. */
export interface Attempts {
  /** Makes an input: any text, which is all that is needed to try the same again. */
  make(random: Random): string;
  /** Tries an input. Throws whatever is wrong with the answer; not answering is found by who waits for it. */
  check(input: string, count: Count): Promise<void> | void;
  /** Ends what was begun. */
  end?(): Promise<void> | void;
}

export type Figures = { readonly [figure: string]: number };

/** An input that something is wrong with. */
export interface Fault {
  readonly target: string;
  /** Made anew by `--seed`. */
  readonly seed: number;
  readonly input: string;
  readonly error: unknown;
}

export interface Outcome {
  readonly figures: Figures;
  readonly faults: readonly Fault[];
}
