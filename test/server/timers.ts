/** Timers that run when the test says so. */
export function handTimers() {
  const waiting = new Set<() => void>();
  return {
    schedule(action: () => void): () => void {
      waiting.add(action);
      return () => {
        waiting.delete(action);
      };
    },
    /** Runs what waits now; what that schedules waits for the next ring. */
    ring(): void {
      for (const action of [...waiting]) {
        waiting.delete(action);
        action();
      }
    },
    count: () => waiting.size,
  };
}
