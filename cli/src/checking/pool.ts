/** Threads that check files. They are given a few at a time, and send back what reports need of them. */
import { t } from '@vscode/l10n';
import type { Input } from '../files/find.ts';
import type { Host } from '../host.ts';
import type { Outcome } from './checkFile.ts';
import type { Checking } from './checkInputs.ts';

/** Files that are handed out at once: enough to be worth a message, few enough that all threads end together. */
const BATCH = 16;

/** What a thread begins with. */
export type WorkerData = Pick<
  Checking['options'],
  'catalog' | 'severities' | 'format' | 'failOn' | 'quiet' | 'verbose'
> & {
  readonly date: string;
};

/** What it sends for the files it was given. */
export interface Answer {
  readonly outcomes: readonly Outcome[];
  /** All that it has found wrong with the catalog so far. */
  readonly catalogProblems: readonly string[];
}

export interface Pool {
  /** Checks files; those that are not told of are left to the caller. */
  check(inputs: readonly Input[], done: (index: number, outcome: Outcome) => void): Promise<void>;
  readonly catalogProblems: readonly string[];
  stop(): void;
}

interface Worker {
  isAlive: boolean;
  /** Undefined where the thread ended before it answered. */
  ask(inputs: readonly Input[]): Promise<Answer | undefined>;
  stop(): void;
}

/** Starts threads; none where the host has none. */
export function startPool(count: number, { options, context }: Checking, host: Host): Pool | undefined {
  const { threads } = host;
  if (threads === undefined) return undefined;
  const { catalog, severities = {}, format, failOn, quiet, verbose } = options;
  const data: WorkerData = { catalog, severities, format, failOn, quiet, verbose, date: context.date };
  const problems = new Set<string>();
  let isStopped = false;
  const workers = Array.from({ length: count }, (): Worker => {
    let answer: (value: Answer | undefined) => void = () => undefined;
    const thread = threads.start(data, {
      message: (value) => answer(value as Answer),
      ended: (why) => {
        worker.isAlive = false;
        if (!isStopped)
          host.warn(`stackpin: ${t('a thread ended early ({0}); what it was given is checked again.', why)}\n`);
        answer(undefined);
      },
    });
    const worker: Worker = {
      isAlive: true,
      ask: (inputs) =>
        new Promise((resolve) => {
          answer = resolve;
          thread.post(inputs);
        }),
      stop: () => thread.stop(),
    };
    return worker;
  });
  return {
    async check(inputs, done) {
      const batches = batchesOf(inputs);
      await Promise.all(
        workers.map(async (worker) => {
          while (worker.isAlive && !isStopped) {
            const batch = batches.shift();
            if (batch === undefined) return;
            const answer = await worker.ask(batch.map(({ input }) => input));
            for (const problem of answer?.catalogProblems ?? []) problems.add(problem);
            for (const [at, { index }] of batch.entries()) {
              const outcome = answer?.outcomes[at];
              if (outcome !== undefined) done(index, outcome);
            }
          }
        }),
      );
    },
    get catalogProblems() {
      return [...problems];
    },
    stop() {
      isStopped = true;
      for (const worker of workers) worker.stop();
    },
  };
}

/** Standard input cannot be read by another thread. */
function batchesOf(inputs: readonly Input[]): { readonly index: number; readonly input: Input }[][] {
  const own = [...inputs.entries()].flatMap(([index, input]) => (input.path === undefined ? [] : [{ index, input }]));
  const batches: (typeof own)[] = [];
  for (let start = 0; start < own.length; start += BATCH) batches.push(own.slice(start, start + BATCH));
  return batches;
}
