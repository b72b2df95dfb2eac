/** How one version of a pin would stand to the rest of its stack: for hover, completion and fixes. */
import type { Component } from '../catalog/model.ts';
import { statementsBetween } from '../catalog/relations.ts';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from './analysis.ts';
import { pairJudge } from './pairJudge.ts';
import { atVersion, isKnown } from './pairs.ts';
import { pairTables } from './pairTable.ts';
import { NOTHING_KNOWN } from './verdict.ts';
import type { NeighbourVerdict, PairVerdict, Verdict } from './verdict-types.ts';

/**
 * Judges one version of a pin against every other pin of another component, in order of writing. The pin's component
 * has to be known; otherwise every verdict is `unknown`.
 */
export function neighbourVerdicts(
  stack: EffectiveStack,
  pin: ResolvedPin,
  version: string,
  context: AnalysisContext,
): readonly NeighbourVerdict[] {
  return [...neighbourJudge(stack, pin, context)(version)];
}

/**
 * As `neighbourVerdicts`, for many versions of one pin: what they share is worked out once, and a caller that has seen
 * enough of a version need not have the rest judged.
 */
export function neighbourJudge(
  stack: EffectiveStack,
  pin: ResolvedPin,
  context: AnalysisContext,
): (version: string) => Iterable<NeighbourVerdict> {
  const { component, others, silent, pinned } = neighbourhood(stack, pin, context);
  const judge = pairJudge(pinned, context);
  return function* (version) {
    const tried = component === undefined ? undefined : atVersion({ ...pin, component }, version);
    for (const other of others) {
      if (tried === undefined || !isKnown(other) || silent.has(other)) yield { other, ...NOTHING_KNOWN };
      else yield placed(other, judge.pair(tried, other).best);
    }
  };
}

/**
 * Whether a version of a pin stands well with all of its stack, for who asks of many: the neighbour that refused the last is asked
 * first. The pin's component has to be known; otherwise all do.
 * @param isWell of a verdict
 */
export function neighbourTest(
  stack: EffectiveStack,
  pin: ResolvedPin,
  context: AnalysisContext,
  isWell: (verdict: Verdict) => boolean,
): (version: string) => boolean {
  const { component, others, silent, pinned } = neighbourhood(stack, pin, context);
  if (component === undefined) return () => true;
  const tables = pairTables(context);
  const isPinned = (id: string) => pinned.has(id);
  const asked = others.filter(isKnown).filter((other) => !silent.has(other));
  return (version) => {
    const tried = atVersion({ ...pin, component }, version);
    const refusing = asked.findIndex((other) => !isWell(tables.asWritten(tried, other, isPinned).best.verdict));
    if (refusing < 0) return true;
    asked.unshift(...asked.splice(refusing, 1));
    return false;
  };
}

/** The other pins of a stack: those that have nothing to do with a pin, at whatever version, are silent. Most are. */
function neighbourhood(stack: EffectiveStack, pin: ResolvedPin, context: AnalysisContext) {
  const others = stack.pins.filter(
    (other) => other.entry.instance !== pin.entry.instance && other.entry.component !== pin.entry.component,
  );
  const pinned = new Set(others.filter(isKnown).map(({ component }) => component.id));
  const { component } = pin;
  if (component !== undefined) pinned.add(component.id);
  const isSpokenOf = component === undefined ? () => false : spokenOf(component, context);
  const silent = new Set(others.filter((other) => !isKnown(other) || !isSpokenOf(other.component)));
  return { component, others, silent, pinned };
}

/** Words stay unmade until somebody reads them. */
function placed(other: ResolvedPin, best: PairVerdict): NeighbourVerdict {
  return {
    other,
    verdict: best.verdict,
    get reason() {
      return best.reason;
    },
    get evidence() {
      return best.evidence;
    },
    get deciding() {
      return best.deciding;
    },
  };
}

/** Whether any statement is about a component and another one, or about what they carry. */
function spokenOf(component: Component, { catalog }: Pick<AnalysisContext, 'catalog'>): (other: Component) => boolean {
  const withParts = (whole: Component): readonly Component[] => [
    whole,
    ...[...new Set(whole.carries?.map((one) => one.with))].flatMap((id) => catalog.component(id) ?? []),
  ];
  const own = withParts(component);
  return (other) => {
    const others = withParts(other);
    return own.some((one) => others.some((two) => statementsBetween(one, two).length > 0));
  };
}
