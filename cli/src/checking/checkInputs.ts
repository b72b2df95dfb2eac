/** Checks what a command found, and the bases of it, on one thread or on several. */
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import type { CheckOptions } from '../check.ts';
import { displayName, type Input } from '../files/find.ts';
import type { Host } from '../host.ts';
import type { TextChecker } from '../oneFile.ts';
import { startProgress } from '../progress.ts';
import { type Lists, type Outcome, outcomeOf } from './checkFile.ts';
import { startPool } from './pool.ts';

/** Files from which on threads save more than their start takes. */
const MANY = 50;

/** What files are checked with. */
export interface Checking {
  readonly options: CheckOptions;
  readonly context: AnalysisContext;
  readonly checkText: TextChecker;
  readonly lists: Lists;
}

export interface Run {
  /** In the order of the inputs; bases that nobody named come after them. */
  readonly outcomes: readonly { readonly input: Input; readonly outcome: Outcome }[];
  /** What other threads found wrong with the catalog. */
  readonly catalogProblems: readonly string[];
  /** Files that were not checked, because a person ended the run. */
  readonly left: number;
}

/** Checks all of them. The order of what is found does not depend on how many threads there are. */
export async function checkInputs(inputs: readonly Input[], checking: Checking, host: Host): Promise<Run> {
  const { checkText, lists, options } = checking;
  const progress = startProgress(host);
  let isStopped = false;
  const count = options.threads ?? (inputs.length < MANY ? 1 : (host.threads?.cores ?? 1));
  const pool = count > 1 ? startPool(Math.min(count, inputs.length), checking, host) : undefined;
  const ignoreInterrupts = host.onInterrupt(() => {
    isStopped = true;
    pool?.stop();
  });
  const outcomes: { input: Input; outcome: Outcome }[] = [];
  let left = 0;
  let total = inputs.length;
  let begun = 0;
  const here = (input: Input): Promise<Outcome> =>
    outcomeOf(input, checkText, lists, host, (size) => progress.show(begun, total, input.name, size));
  const queued = new Set(await Promise.all(inputs.map(async ({ path }) => path && host.realPath(path))));
  let round = inputs;
  while (round.length > 0) {
    const done: (Outcome | undefined)[] = round.map(() => undefined);
    if (pool !== undefined) {
      await pool.check(round, (index, outcome) => {
        begun += 1;
        done[index] = outcome;
        progress.show(begun, total, round[index]?.name ?? '', 0);
      });
    }
    // What no thread has taken: standard input, and what one of them left behind.
    for (const [index, input] of round.entries()) {
      if (isStopped || done[index] !== undefined) continue;
      begun += 1;
      done[index] = await here(input);
    }
    // A base that nobody named is checked as well: what is wrong with it is wrong with all that extend it.
    const next: Input[] = [];
    for (const [index, input] of round.entries()) {
      const outcome = done[index];
      if (outcome === undefined) {
        left += 1;
        continue;
      }
      outcomes.push({ input, outcome });
      for (const path of 'bases' in outcome ? outcome.bases : []) {
        if (queued.has(path)) continue;
        queued.add(path);
        next.push({ name: displayName(path, host), path });
      }
    }
    total += next.length;
    round = next;
  }
  ignoreInterrupts();
  pool?.stop();
  progress.end();
  return { outcomes, catalogProblems: pool?.catalogProblems ?? [], left };
}
