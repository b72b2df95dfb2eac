/** What the process says when it ends. */
export const STATUS = {
  /** Nothing at or above the floor. */
  good: 0,
  /** Something at or above the floor. */
  findings: 1,
  /** Bad usage, or input that cannot be read. */
  unusable: 2,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
