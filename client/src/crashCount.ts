/** How often the server may end by itself before it is not started again. */

/** So many ends within the time are a loop: what makes the server end is there again each time. */
export const MOST_CRASHES = 5;
/** Milliseconds. */
export const CRASH_WINDOW = 3 * 60 * 1000;

export interface CrashCount {
  /** The server ended by itself. @returns whether it is to be started again */
  ended(): boolean;
}

/**
 * Makes a counter; nothing has ended yet.
 * @param now the time in milliseconds, from any beginning
 */
export function crashCount(now: () => number): CrashCount {
  let times: number[] = [];
  return {
    ended: () => {
      const at = now();
      times = [...times.filter((time) => at - time < CRASH_WINDOW), at];
      return times.length < MOST_CRASHES;
    },
  };
}
