/** The pins of a stack, with what is known of each alone. */
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { versionNode } from '../analysis/texts.ts';
import type { Component } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { type SupportState, supportOf } from '../catalog/support.ts';
import type { Layer } from '../composition/layers.ts';
import { type OffsetRange, rangeOf } from '../manifest/tree.ts';
import { startVersions } from '../resolve/plan/pins.ts';
import { parseVersion } from '../version/index.ts';
import type { PinSupport, Place, ReportPin } from './report.ts';

/** Nothing is known. */
const UNKNOWN: PinSupport = { kind: 'unknown', lastDay: undefined, paidUntil: undefined, evidence: undefined };

/**
 * The pins in the order of the stack.
 * @param placeOf says where a range of a file is
 */
export function reportPins(
  stack: EffectiveStack,
  context: AnalysisContext,
  placeOf: (layer: Layer, range: OffsetRange) => Place,
): ReportPin[] {
  const versions = startVersions(stack);
  return stack.pins.map((pin): ReportPin => {
    const { entry, component, layer } = pin;
    const version = versions.get(entry.instance);
    return {
      instance: entry.instance,
      component: component?.id ?? entry.component,
      isKnown: component !== undefined,
      written: writtenOf(pin),
      version,
      layer: entry.layer ?? component?.layer,
      newest: component && latestOf(component),
      support: component === undefined ? UNKNOWN : pinSupport(supportOfText(component, version, context), context),
      place: placeOf(layer, rangeOf(versionNode(entry))),
    };
  });
}

function writtenOf({ entry, value }: ResolvedPin): string | undefined {
  return value?.text ?? entry.version?.text;
}

/** The support of a version as it is written; undefined where that is no version. */
export function supportOfText(
  component: Component,
  text: string | undefined,
  { catalog, date }: Pick<AnalysisContext, 'catalog' | 'date'>,
): SupportState | undefined {
  const version = text === undefined ? undefined : parseVersion(text, component.versions.scheme);
  return version && supportOf(component, version, date, catalog);
}

function pinSupport(support: SupportState | undefined, { date }: AnalysisContext): PinSupport {
  if (support === undefined || support.state === 'unknown') return UNKNOWN;
  const { state, ends, activeEnds, evidence } = support;
  const isPastActive = activeEnds !== undefined && activeEnds < date;
  return {
    kind: state === 'supported' && isPastActive ? 'critical-fixes' : state,
    lastDay: ends,
    paidUntil: support.state === 'extended' ? support.extendedEnds : undefined,
    evidence,
  };
}
