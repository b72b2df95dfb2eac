/** How well one version of a pin fits the rest of its stack. */
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { neighbourJudge, neighbourTest } from '../analysis/neighbours.ts';
import { BADNESS } from '../analysis/pairs.ts';
import { policyOf } from '../analysis/policy.ts';
import type { NeighbourVerdict } from '../analysis/verdict-types.ts';
import { daysBetween } from '../catalog/dates.ts';
import type { Component } from '../catalog/model.ts';
import { allVersions } from '../catalog/queries.ts';
import { type VersionFacts, versionFacts } from './supportWords.ts';

/** A pin, and the stack it is in. */
export interface PlacedPin {
  readonly pin: ResolvedPin;
  readonly stack: Pick<EffectiveStack, 'described' | 'composition'>;
}

export interface VersionFit {
  /** 0 fits; 1 fits, and there is something to say against it; 2 breaks another pin. */
  readonly rank: 0 | 1 | 2;
  /** What breaks, or is not tested; the worst first. */
  readonly against: readonly NeighbourVerdict[];
  readonly facts: VersionFacts;
}

/** Tells of the versions of a component how they fit. */
export type FitJudge = (version: string) => VersionFit;

/**
 * Makes a judge.
 * @param place where the component is pinned; undefined in a text too broken to tell: then only its support counts
 */
export function fitJudge(component: Component, place: PlacedPin | undefined, context: AnalysisContext): FitJudge {
  const judge = place === undefined ? () => [] : neighbourJudge(place.stack, place.pin, context);
  const window = place === undefined ? undefined : policyOf(place.stack.composition).supportWindow;
  return (version) => {
    const facts = versionFacts(component, version, context);
    const against = [...judge(version)]
      .filter(({ verdict }) => BADNESS[verdict] >= BADNESS.untested)
      .sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict]);
    const [worst] = against;
    const breaks = worst !== undefined && BADNESS[worst.verdict] >= BADNESS.unsupported;
    const rank = breaks ? 2 : worst !== undefined || isFrownedUpon(facts, window, context) ? 1 : 0;
    return { rank, against: breaks ? against.filter(isBreaking) : against, facts };
  };
}

/** Whether something speaks against a version by itself. @param window days before the end of support, by the policy */
function isFrownedUpon(
  { discouraged, ends }: VersionFacts,
  window: number | undefined,
  { date }: Pick<AnalysisContext, 'date'>,
): boolean {
  return discouraged || (window !== undefined && ends !== undefined && daysBetween(date, ends) <= window);
}

function isBreaking({ verdict }: NeighbourVerdict): boolean {
  return BADNESS[verdict] >= BADNESS.unsupported;
}

/** Versions that are tried at most for the newest that fits. */
const MOST_TRIED = 200;

/** The newest version that fits everything (rank 0); undefined where none of the newest does. */
export function newestFitting(
  component: Component,
  { stack, pin }: PlacedPin,
  context: AnalysisContext,
): string | undefined {
  const isWell = neighbourTest(stack, pin, context, (verdict) => BADNESS[verdict] < BADNESS.untested);
  const window = policyOf(stack.composition).supportWindow;
  return allVersions(component)
    .slice(0, MOST_TRIED)
    .find((version) => isWell(version) && !isFrownedUpon(versionFacts(component, version, context), window, context));
}
