/** Runs a target: makes inputs one after another, each from a seed of its own, and keeps what is found. */
import { randomFrom } from './random.ts';
import type { Attempts, Count, Fault, Outcome, Target } from './target.ts';

export interface RunOptions {
  /** Of the first input; each next one has the next number. */
  readonly seed: number;
  /** Asked before each input, with how many were tried. */
  goesOn(tried: number): boolean;
  /** Is told each input before it is tried, so that one that is never done with is known. */
  trying?(seed: number, input: string): void;
}

/** Faults kept of one target: a broken product breaks everywhere, and the first few tell why. */
const MOST_FAULTS = 20;

/** Tries inputs for as long as the budget lasts. */
export async function runTarget(target: Target, { seed: first, goesOn, trying }: RunOptions): Promise<Outcome> {
  const figures: { [figure: string]: number } = {};
  const count: Count = (figure, by = 1) => {
    figures[figure] = (figures[figure] ?? 0) + by;
  };
  const faults: Fault[] = [];
  let attempts = await target.begin();
  for (let tried = 0; goesOn(tried) && faults.length < MOST_FAULTS; tried += 1) {
    const seed = first + tried;
    const input = attempts.make(randomFrom(seed));
    trying?.(seed, input);
    count('inputs tried');
    const error = await failureOf(attempts, input, count);
    if (error === undefined) continue;
    faults.push({ target: target.name, seed, input, error });
    // What failed may have left anything behind.
    await attempts.end?.();
    attempts = await target.begin();
  }
  await attempts.end?.();
  return { figures, faults };
}

/** What an input makes go wrong; undefined where nothing does. */
export async function failureOf(attempts: Attempts, input: string, count: Count = () => undefined): Promise<unknown> {
  try {
    await attempts.check(input, count);
    return undefined;
  } catch (error) {
    return error ?? new Error('Nothing at all was thrown.');
  }
}

/** Characters of an input and of an error that are shown. */
const MOST_SHOWN = 3_000;

/** What is told of a fault: how to repeat it, and what went wrong. */
export function faultText({ target, seed, input, error }: Fault): string {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = [`${target}: npm run fuzz -- --only ${target} --seed ${seed}`, JSON.stringify(input), why];
  return lines.map((line) => (line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)} ...` : line)).join('\n');
}
