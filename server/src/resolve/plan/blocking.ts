/** What stands in the way of pins that cannot all reach their targets: told from where they come to a stop. */
import { t } from '@vscode/l10n';
import { type Grounds, labelOf } from './grounds.ts';
import { refusalOf } from './ownRules.ts';
import { allowedRanges } from './pinLimits.ts';
import type { BlockingPin, PlanContext, PlanFinding, PlanRequest } from './plan.ts';
import { blockingPin, resting } from './refused.ts';
import { mayStand, type Road } from './roads.ts';
import type { Stretch } from './terrain.ts';

/** States looked at to find where pins come to a stop. */
const MOST_STATES = 5_000;

/** A move that a rule between two pins forbids. */
interface Stop {
  readonly walker: number;
  readonly to: number;
  readonly other: number;
  readonly at: Uint16Array;
}

/**
 * Tells of each pin of a set what keeps it.
 * @param stretches of pins that cannot all reach their targets
 * @param roads of the same pins, as if the others were not there
 */
export function blockingPins(
  request: PlanRequest,
  context: PlanContext,
  stretches: readonly Stretch[],
  roads: readonly Road[],
  grounds: Grounds,
): readonly BlockingPin[] {
  const states = statesFrom(roads);
  const stops = stopsIn(roads, states);
  return stretches.map((stretch, walker) => {
    const { pin } = stretch;
    const own = stops.find((stop) => stop.walker === walker) ?? stops.find((stop) => stop.other === walker);
    const fault = own && faultOf(own, stretches, grounds);
    const furthest = Math.max(...states.map((state) => state[walker] ?? 0));
    const pace = paceOf(stretch, furthest, context, grounds);
    const alone = stretches.length > 1 ? [] : [noWay(stretch)];
    return blockingPin(
      pin,
      request,
      [
        ...alone,
        ...resting(pin, request),
        ...(pace === undefined ? [] : [pace.words]),
        ...(fault === undefined ? [] : [fault.message]),
      ],
      [...(pace === undefined ? [] : [pace.source]), ...(fault?.sources ?? [])],
    );
  });
}

/** That a pin cannot reach its target whatever stands beside it. */
function noWay({ pin, versions }: Stretch): string {
  const [from, to] = [versions[0] ?? '', versions[versions.length - 1] ?? ''];
  const [label, limits] = [labelOf(pin, from), allowedRanges(pin)];
  return limits === ''
    ? t('No steps that upstream allows lead from {0} to {1}.', label, to)
    : t(
        'No steps that upstream allows lead from {0} to {1}, of those within {2} that the stack allows.',
        label,
        to,
        limits,
      );
}

/** States that can be reached, those furthest on first. */
function statesFrom(roads: readonly Road[]): readonly Uint16Array[] {
  const start = new Uint16Array(roads.length);
  const met = new Map([[start.join(), start]]);
  for (const state of met.values()) {
    if (met.size >= MOST_STATES) break;
    for (const [walker, road] of roads.entries()) {
      for (const to of road.next[state[walker] ?? 0] ?? []) {
        if (!mayStand(road, to, state)) continue;
        const after = state.slice();
        after[walker] = to;
        const key = after.join();
        if (!met.has(key)) met.set(key, after);
      }
    }
  }
  const progress = (state: Uint16Array) => state.reduce((sum, place) => sum + place, 0);
  return [...met.values()].sort((a, b) => progress(b) - progress(a));
}

/** Moves that rules between two pins forbid, those furthest on first. */
function stopsIn(roads: readonly Road[], states: readonly Uint16Array[]): readonly Stop[] {
  const stops: Stop[] = [];
  const told = new Set<number>();
  for (const at of states) {
    for (const [walker, road] of roads.entries()) {
      if (told.has(walker)) continue;
      for (const to of road.next[at[walker] ?? 0] ?? []) {
        const view = road.views.find(
          ({ isGood, placesOfOther, other }) => isGood[to * placesOfOther + (at[other] ?? 0)] !== 1,
        );
        if (view === undefined) continue;
        stops.push({ walker, to, other: view.other, at });
        told.add(walker);
        break;
      }
    }
  }
  return stops;
}

function faultOf(
  { walker, to, other, at }: Stop,
  stretches: readonly Stretch[],
  grounds: Grounds,
): PlanFinding | undefined {
  const [one, two] = [stretches[walker], stretches[other]];
  const [versionOfOne, versionOfTwo] = [one?.versions[to], two?.versions[at[other] ?? 0]];
  if (one === undefined || two === undefined || versionOfOne === undefined || versionOfTwo === undefined)
    return undefined;
  return grounds.worsened(one.pin, versionOfOne, two.pin, versionOfTwo);
}

/** What keeps a pin from going on to its target at once, from where it comes to a stop. */
function paceOf(
  { pin, versions }: Stretch,
  furthest: number,
  { catalog }: PlanContext,
  grounds: Grounds,
): { readonly words: string; readonly source: string } | undefined {
  const [from, to] = [versions[furthest], versions[versions.length - 1]];
  const component = pin.known?.component;
  if (component === undefined || from === undefined || to === undefined || from === to) return undefined;
  const refusal = refusalOf(component, from, to, catalog, grounds.isPinned);
  return refusal && { words: refusal.words, source: refusal.statement.source };
}
