/** Timers that run when the test says so. */
export function handTimers() {
  const waiting = new Map<() => void, number>();
  return {
    schedule(action: () => void, delay: number): () => void {
      waiting.set(action, delay);
      return () => {
        waiting.delete(action);
      };
    },
    /** Runs what waits now, or what of it waits no longer than that; what that schedules waits for the next ring. */
    ring(longest = Number.POSITIVE_INFINITY): void {
      for (const [action, delay] of [...waiting]) {
        if (delay > longest || !waiting.delete(action)) continue;
        action();
      }
    },
    count: () => waiting.size,
  };
}
