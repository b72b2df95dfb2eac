/** What the process says when it ends. */
export const STATUS = {
  /** Nothing at or above the floor. */
  good: 0,
  /** Something at or above the floor. */
  findings: 1,
  /** Bad usage, or input that cannot be read. */
  unusable: 2,
  /** Ended by a person before it was done: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
  /** Ended by whoever runs it before it was done: 128 and the number of SIGTERM. */
  terminated: 143,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
