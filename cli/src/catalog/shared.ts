/** What the catalog commands share. */
export { complain } from '../complain.ts';

/** Raised when the shape of any JSON that these commands print changes. */
export const SHAPE_VERSION = 1;

/** JSON for programs, with a line break at the end. */
export function json(value: object): string {
  return `${JSON.stringify({ version: SHAPE_VERSION, ...value }, null, 2)}\n`;
}
