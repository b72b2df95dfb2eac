/** The version that each range or release line takes now, all of them together. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { Limits } from '../engine/problem.ts';
import { solve } from '../engine/solve.ts';
import { stackProblem } from './stackProblem.ts';
import type { Tolerance } from './tolerance.ts';
import type { Workshop } from './workshop.ts';

/** Supported together if that can be, and never worse than the pins are as they are written. */
const TOLERANCES: readonly Tolerance[] = [
  () => BADNESS.unknown,
  (now) => Math.max(BADNESS.unknown, Math.min(now, BADNESS.untested)),
  (now) => Math.max(BADNESS.untested, now),
];

/**
 * Resolves the ranges and lines of stacks together, without changing a pin: the newest versions that go together, of lines
 * that are in support if there are any.
 * @param stacks of one document; a pin that several share takes one version in all of them
 * @returns gives the version of a pin; of an exact pin its own. Undefined where nothing goes together, or it takes too long to find
 */
export function versionsTaken(
  stacks: readonly EffectiveStack[],
  shared: Workshop,
  limits: Limits,
): ((pin: KnownPin) => string | undefined) | undefined {
  const problem = stackProblem(stacks, shared, {
    isFree: () => false,
    isTarget: () => false,
    tied: false,
    takesPart: ({ candidates }) => candidates.length > 1,
  });
  if (problem === undefined) return undefined;
  for (const tolerance of TOLERANCES) {
    const solution = solve(problem.under(tolerance), limits);
    if (solution.kind !== 'solved') continue;
    const taken = new Map(
      problem.choices.flatMap(({ pins, versions }, place) =>
        pins.map((pin) => [pin.entry, versions[solution.values[place] ?? 0]] as const),
      ),
    );
    return (pin) => (taken.has(pin.entry) ? taken.get(pin.entry) : pin.candidates[0]);
  }
  return undefined;
}
