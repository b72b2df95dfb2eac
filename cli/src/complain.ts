/** Says what cannot be used. */
import type { Host } from './host.ts';
import { printable } from './report/columns.ts';
import { STATUS, type Status } from './status.ts';

/** Writes problems to standard error; the status is that nothing could be done. */
export function complain(problems: readonly string[], host: Pick<Host, 'warn'>): Status {
  for (const problem of problems) host.warn(`stackpin: ${printable(problem)}\n`);
  return STATUS.unusable;
}
