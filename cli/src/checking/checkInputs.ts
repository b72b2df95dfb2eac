/** Checks what a command found, and the bases of it, on one thread or on several. */
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import type { RevisionData } from '../before/revision.ts';
import type { CheckOptions } from '../check.ts';
import { displayName, type Input } from '../files/find.ts';
import type { Host } from '../host.ts';
import { startProgress } from '../progress.ts';
import { STATUS, type Status } from '../status.ts';
import { type FileChecking, type Outcome, outcomeOf } from './checkFile.ts';
import { claimsOn } from './claims.ts';
import { startPool } from './pool.ts';

/** Files that are worth a thread: below it, its start takes longer than what it saves. */
const WORTH_A_THREAD = 100;

/** Milliseconds that threads have for the files that they are at when a person ends the run. */
const PATIENCE = 1_000;

/** What files are checked with, here and by other threads. */
export interface Checking extends FileChecking {
  readonly options: CheckOptions;
  readonly context: AnalysisContext;
  /** What they are compared with, where it is a revision. */
  readonly revision: RevisionData | undefined;
}

export interface Run {
  /** In the order of the inputs; bases that nobody named come after them. */
  readonly outcomes: readonly { readonly input: Input; readonly outcome: Outcome }[];
  /** What other threads found wrong with the catalog. */
  readonly catalogProblems: readonly string[];
  /** Files that were not checked, because the run was ended. */
  readonly left: number;
  /** What to end with then. */
  readonly status: Status;
}

/** Checks all of them. The order of what is found does not depend on how many threads there are. */
export async function checkInputs(inputs: readonly Input[], checking: Checking, host: Host): Promise<Run> {
  const { options } = checking;
  const progress = startProgress(host);
  const few = Math.max(1, Math.floor(inputs.length / WORTH_A_THREAD));
  const count = Math.min(options.threads ?? Math.min(few, host.threads?.cores ?? 1), inputs.length);
  // This thread is one of them.
  const pool = count > 1 ? startPool(count - 1, checking, host) : undefined;
  let claims = claimsOn(0);
  let isStopped = false;
  let status: Status = STATUS.good;
  let waitNoMore = (): void => undefined;
  const ignoreInterrupts = host.onInterrupt((by) => {
    isStopped = true;
    status = by === 'SIGTERM' ? STATUS.terminated : STATUS.interrupted;
    claims.stop();
    waitNoMore = host.schedule(() => pool?.stop(), PATIENCE);
  });
  const outcomes: { input: Input; outcome: Outcome }[] = [];
  let left = 0;
  let total = inputs.length;
  let begun = 0;
  const queued = new Set(await Promise.all(inputs.map(async ({ path }) => path && host.realPath(path))));
  let round = inputs;
  while (round.length > 0) {
    const done: (Outcome | undefined)[] = round.map(() => undefined);
    const checkHere = async (index: number, input: Input): Promise<void> => {
      begun += 1;
      done[index] = await outcomeOf(input, checking, host, (size) => progress.show(begun, total, input.name, size));
      // Reading a file may not leave this thread: signals, and what others send, have their turn here.
      await turn(host);
    };
    claims = claimsOn(round.length);
    if (isStopped) claims.stop();
    const others = pool?.check(round, claims, (index, outcome) => {
      begun += 1;
      done[index] = outcome;
      progress.show(begun, total, round[index]?.name ?? '', 0);
    });
    for (let claim = claims.take(); claim !== undefined; claim = claims.take()) {
      for (const index of claim) {
        const input = round[index];
        if (input !== undefined && !isStopped) await checkHere(index, input);
      }
    }
    await others;
    // What no other thread could take, standard input, and what one of them left behind.
    for (const [index, input] of round.entries()) {
      if (done[index] === undefined && !isStopped) await checkHere(index, input);
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
  waitNoMore();
  pool?.stop();
  progress.end();
  return { outcomes, catalogProblems: pool?.catalogProblems ?? [], left, status };
}

/** Lets what has arrived meanwhile have its turn. */
function turn({ schedule }: Pick<Host, 'schedule'>): Promise<void> {
  return new Promise((resolve) => void schedule(resolve, 0));
}
