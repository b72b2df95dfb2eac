/** How V8 spends memory and processor time in our process. The flags are about cost alone: no answer depends on them. */
import { setFlagsFromString } from 'node:v8';

/** Major versions of V8 that have these flags: those of Node 20, 22 and 24. What they win was measured on the first. */
const WITH_GROWTH = [11, 12, 13];
/** That of Node 20. Later ones count calls instead, and have a quick compiler between the two of this one. */
const WITH_BUDGET = [11];

/**
 * Has V8 work as it suits somebody who types: short bursts of work all over the code, seconds apart.
 *
 * - The space for new objects stays at the size that it starts with, where V8 would let it grow to 32 MB within the first large file.
 *   Checks leave little behind, so it is enough, and touching less memory makes them faster.
 * - One thread collects it. So small a space is done before others have been woken up.
 * - A function has to do three times the work before the optimizing compiler takes it up. With V8's own budget that compiler takes
 *   a third of all processor time during the first thousand edits, for what it cannot win back in them (docs/performance.md).
 */
export function setV8Flags(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  if (WITH_GROWTH.includes(version)) {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--no-parallel-scavenge');
  }
  if (WITH_BUDGET.includes(version)) setFlagsFromString('--interrupt-budget=200000');
}
