/** Threads that check files beside this one, and send back what reports need of them. */
import { t } from '@vscode/l10n';
import type { RevisionData } from '../before/revision.ts';
import type { Input } from '../files/find.ts';
import type { Host } from '../host.ts';
import type { Outcome } from './checkFile.ts';
import type { Checking } from './checkInputs.ts';
import type { Claims } from './claims.ts';

/** What a thread begins with. */
export type WorkerData = Pick<
  Checking['options'],
  'catalog' | 'severities' | 'format' | 'failOn' | 'quiet' | 'verbose'
> & {
  readonly date: string;
  readonly revision: RevisionData | undefined;
};

/** Files that all threads check together. */
export interface Task {
  readonly inputs: readonly Input[];
  /** Which of them are taken: see `claimsOn`. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

/** What a thread sends: what became of some of the files, by their indexes, or that it has no more to do. */
export type Answer =
  | { readonly outcomes: readonly (readonly [index: number, outcome: Outcome])[] }
  /** All that it has found wrong with the catalog so far. */
  | { readonly catalogProblems: readonly string[] };

export interface Pool {
  /**
   * Has files checked, of those that are claimed by nobody else.
   * @param done is told of each; what a thread leaves behind that ends early is told of to nobody
   * @returns when all threads have ended
   */
  check(
    inputs: readonly Input[],
    claims: Pick<Claims, 'state'>,
    done: (index: number, outcome: Outcome) => void,
  ): Promise<void>;
  readonly catalogProblems: readonly string[];
  /** Ends the threads, wherever they are. */
  stop(): void;
}

interface Worker {
  readonly check: (task: Task, done: (index: number, outcome: Outcome) => void) => Promise<void>;
  readonly stop: () => void;
}

/** Starts threads; none where the host has none. */
export function startPool(count: number, { options, context, revision }: Checking, host: Host): Pool | undefined {
  const { threads } = host;
  if (threads === undefined) return undefined;
  const { catalog, severities = {}, format, failOn, quiet, verbose } = options;
  const data: WorkerData = { catalog, severities, format, failOn, quiet, verbose, date: context.date, revision };
  const problems = new Set<string>();
  let isStopped = false;
  const start = (): Worker => {
    let isAlive = true;
    let received: (answer: Answer) => void = () => undefined;
    let ended: () => void = () => undefined;
    const thread = threads.start(data, {
      message: (answer) => received(answer as Answer),
      ended: (why) => {
        isAlive = false;
        if (!isStopped)
          host.warn(`stackpin: ${t('a thread ended early ({0}); what it was given is checked again.', why)}\n`);
        ended();
      },
    });
    return {
      check: (task, done) =>
        new Promise((resolve) => {
          if (!isAlive) return resolve();
          ended = resolve;
          received = (answer) => {
            if ('outcomes' in answer) {
              for (const [index, outcome] of answer.outcomes) done(index, outcome);
              return;
            }
            for (const problem of answer.catalogProblems) problems.add(problem);
            resolve();
          };
          thread.post(task);
        }),
      stop: () => thread.stop(),
    };
  };
  const workers = Array.from({ length: count }, start);
  return {
    check: async (inputs, { state }, done) => {
      await Promise.all(workers.map((worker) => worker.check({ inputs, state }, done)));
    },
    get catalogProblems() {
      return [...problems];
    },
    stop: () => {
      isStopped = true;
      for (const worker of workers) worker.stop();
    },
  };
}
