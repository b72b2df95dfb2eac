/** What the process takes of the machine's memory. */
import { setFlagsFromString } from 'node:v8';

/** Major versions of V8 that have the flag, and on which it was tried: those of Node 20, 22 and 24. */
const TRIED = [11, 12, 13];

/**
 * Keeps the space for new objects at the size that it starts with, where V8 would let it grow to 32 MB within the first large
 * file. Checks leave little behind, so it is enough, and touching less memory makes them faster.
 */
export function keepYoungGenerationSmall(): void {
  if (TRIED.includes(Number.parseInt(process.versions.v8, 10))) setFlagsFromString('--semi-space-growth-factor=1');
}
