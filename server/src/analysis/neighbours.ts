/** How one version of a pin would stand to the rest of its stack: for hover, completion and fixes. */
import type { Catalog, Component } from '../catalog/model.ts';
import { statementsBetween } from '../catalog/relations.ts';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from './analysis.ts';
import { atVersion, isKnown, type KnownPin } from './pairs.ts';
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
  const judged = new Map<ResolvedPin, NeighbourVerdict>();
  for (const verdict of neighbourJudge(stack, pin, context)(version)) judged.set(verdict.other, verdict);
  return othersAmong(stack.pins, pin).map((other) => judged.get(other) ?? { other, ...NOTHING_KNOWN });
}

/**
 * As `neighbourVerdicts`, for many versions of one pin: what they share is worked out once, a caller that has seen enough of a
 * version need not have the rest judged, and neighbours that have nothing to do with the pin, at whatever version, are left out.
 */
export function neighbourJudge(
  stack: Pick<EffectiveStack, 'described'>,
  pin: ResolvedPin,
  context: AnalysisContext,
): (version: string) => Iterable<NeighbourVerdict> {
  const { tryAt, asked, best } = neighbourhood(stack, pin, context);
  return function* (version) {
    const tried = tryAt(version);
    if (tried === undefined) return;
    for (const other of asked) yield placed(other, best(tried, other));
  };
}

/**
 * Whether a version of a pin stands well with all of its stack, for who asks of many: the neighbour that refused the last is asked
 * first. The pin's component has to be known; otherwise all do.
 * @param isWell of a verdict
 */
export function neighbourTest(
  stack: Pick<EffectiveStack, 'described'>,
  pin: ResolvedPin,
  context: AnalysisContext,
  isWell: (verdict: Verdict) => boolean,
): (version: string) => boolean {
  const { tryAt, asked, best } = neighbourhood(stack, pin, context);
  return (version) => {
    const tried = tryAt(version);
    const refusing = tried === undefined ? -1 : asked.findIndex((other) => !isWell(best(tried, other).verdict));
    if (refusing < 0) return true;
    asked.unshift(...asked.splice(refusing, 1));
    return false;
  };
}

/** A pin, the others of its stack that have something to do with it, and what they make of each other. */
function neighbourhood(stack: Pick<EffectiveStack, 'described'>, pin: ResolvedPin, context: AnalysisContext) {
  const { component } = pin;
  const others = othersAmong(stack.described, pin).filter(isKnown);
  const pinned = new Set(others.map((other) => other.component.id));
  if (component !== undefined) pinned.add(component.id);
  const isSpokenOf = component === undefined ? () => false : spokenOf(component, context);
  const tables = pairTables(context);
  return {
    /** The pin at a version; undefined where nothing is known of its component. */
    tryAt: (version: string) => (component === undefined ? undefined : atVersion({ ...pin, component }, version)),
    asked: others.filter((other) => isSpokenOf(other.component)),
    best: (tried: KnownPin, other: KnownPin) => tables.asWritten(tried, other, (id) => pinned.has(id)).best,
  };
}

function othersAmong(pins: readonly ResolvedPin[], { entry }: ResolvedPin): readonly ResolvedPin[] {
  return pins.filter((other) => other.entry.instance !== entry.instance && other.entry.component !== entry.component);
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
  const own = withParts(component, catalog);
  return (other) => {
    const others = withParts(other, catalog);
    return own.some((one) => others.some((two) => statementsBetween(one, two).length > 0));
  };
}

const parts = new WeakMap<Catalog, WeakMap<Component, readonly Component[]>>();

/** A component, and what any of its versions carries. */
function withParts(whole: Component, catalog: Catalog): readonly Component[] {
  const known = parts.get(catalog) ?? new WeakMap<Component, readonly Component[]>();
  parts.set(catalog, known);
  const before = known.get(whole);
  if (before !== undefined) return before;
  const carried = new Set(whole.carries?.map((one) => one.with));
  const made = [whole, ...[...carried].flatMap((id) => catalog.component(id) ?? [])];
  known.set(whole, made);
  return made;
}
