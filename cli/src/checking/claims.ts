/** How threads divide files among each other: each takes the next few that nobody has taken, so that none waits for another. */

/** Files that are taken at once. Neighbours have the same bases; few enough that all threads end together. */
const A_CLAIM = 8;

/** What is shared, by its place. */
const NEXT = 0;
const STOPPED = 1;

/** The files of one round, by their indexes. */
export interface Claims {
  /** Shared memory: another thread makes claims on the same files of it. */
  readonly state: Int32Array<SharedArrayBuffer>;
  /** Takes some that nobody has taken yet; undefined when there are no more, or when nobody is to go on. */
  take(): readonly number[] | undefined;
  /** Whether nobody is to begin another file. */
  isStopped(): boolean;
  stop(): void;
}

/**
 * Makes claims on so many files.
 * @param state of the claims of another thread on the same files
 */
export function claimsOn(count: number, state = new Int32Array(new SharedArrayBuffer(8))): Claims {
  const isStopped = (): boolean => Atomics.load(state, STOPPED) === 1;
  return {
    state,
    take: () => {
      if (isStopped()) return undefined;
      const start = Atomics.add(state, NEXT, A_CLAIM);
      const left = Math.min(A_CLAIM, count - start);
      return left <= 0 ? undefined : Array.from({ length: left }, (_, index) => start + index);
    },
    isStopped,
    stop: () => {
      Atomics.store(state, STOPPED, 1);
    },
  };
}
