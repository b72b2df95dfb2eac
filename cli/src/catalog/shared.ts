/** What the catalog commands share. */
import type { Host } from '../host.ts';
import { STATUS, type Status } from '../status.ts';

/** Raised when the shape of any JSON that these commands print changes. */
export const SHAPE_VERSION = 1;

/** Says on standard error what cannot be used. */
export function complain(problems: readonly string[], host: Host): Status {
  for (const problem of problems) host.warn(`stackpin: ${problem}\n`);
  return STATUS.unusable;
}

/** JSON for programs, with a line break at the end. */
export function json(value: object): string {
  return `${JSON.stringify({ version: SHAPE_VERSION, ...value }, null, 2)}\n`;
}
