/** Until when the pins of a stack are in support, and the newest lines beside them. */
import type { AnalysisContext, EffectiveStack } from '../analysis/analysis.ts';
import { addDays } from '../catalog/dates.ts';
import type { Component } from '../catalog/model.ts';
import { latestOf, lineOf } from '../catalog/queries.ts';
import type { SupportState } from '../catalog/support.ts';
import { deadlinesOf } from '../resolve/deadlines.ts';
import { startVersions } from '../resolve/plan/pins.ts';
import { parseVersion } from '../version/index.ts';
import { supportOfText } from './pins.ts';
import type { LineSupport, Phase, Timeline, TimelineRow } from './report.ts';

/** The timeline of a stack as it is written: a range or a line counts as the newest version that it admits. */
export function timelineOf(stack: EffectiveStack, context: AnalysisContext): Timeline {
  const versions = startVersions(stack);
  const places = new Map(stack.pins.map(({ entry }, place) => [entry.instance, place]));
  const placesOf = (pins: readonly { readonly instance: string }[]): number[] =>
    pins.flatMap(({ instance }) => places.get(instance) ?? []);
  const running = stack.pins.map(({ entry, component }) => ({
    instance: entry.instance,
    component,
    version: versions.get(entry.instance) ?? '',
  }));
  const { lost, next } = deadlinesOf(running, context);
  const rows: TimelineRow[] = [];
  const undated: number[] = [];
  for (const [pin, { component, version }] of running.entries()) {
    const own = component && lineSupport(component, version, context);
    if (component === undefined || own === undefined || !isDated(own)) {
      undated.push(pin);
      continue;
    }
    const newest = newestLine(component, context);
    const isOther = newest !== undefined && newest.line !== own.line && isDated(newest);
    rows.push({ pin, own, newest: isOther ? newest : undefined });
  }
  return {
    today: context.date,
    nextLoss: next && { day: next.firstDayOut, pins: placesOf(next.pins) },
    lost: placesOf(lost),
    rows,
    undated,
  };
}

function isDated({ phases }: LineSupport): boolean {
  return phases.some(({ from, until }) => from !== undefined || until !== undefined);
}

/** The newest line that is out on the day of the context. */
function newestLine(component: Component, context: AnalysisContext): LineSupport | undefined {
  const { lines, scheme } = component.versions;
  const isOut = (text: string): boolean => {
    const version = parseVersion(text, scheme);
    const released = version && lineOf(component, version)?.released;
    return released === undefined || released <= context.date;
  };
  const newest = [latestOf(component), ...lines.map((line) => latestOf(component, line))].find(
    (text) => text !== undefined && isOut(text),
  );
  return newest === undefined ? undefined : lineSupport(component, newest, context);
}

/** Undefined where nothing is known of the version's line. */
function lineSupport(component: Component, version: string, context: AnalysisContext): LineSupport | undefined {
  const support = supportOfText(component, version, context);
  if (support === undefined || support.state === 'unknown') return undefined;
  return { line: support.line.line, phases: phasesOf(support) };
}

function phasesOf({ line, ends, activeEnds, state }: Exclude<SupportState, { state: 'unknown' }>): Phase[] {
  // That it has ended is known, and not when.
  if (ends === undefined && state === 'ended') return [];
  const activeUntil = activeEnds === undefined || (ends !== undefined && activeEnds > ends) ? ends : activeEnds;
  const phases: Phase[] = [{ kind: 'active', from: line.released, until: activeUntil }];
  if (activeUntil !== undefined && activeUntil !== ends)
    phases.push({ kind: 'maintenance', from: addDays(activeUntil, 1), until: ends });
  const paidUntil = line.extendedSupportEnds;
  if (ends !== undefined && paidUntil !== undefined && paidUntil > ends)
    phases.push({ kind: 'extended', from: addDays(ends, 1), until: paidUntil });
  return phases;
}
