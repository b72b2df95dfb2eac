/**
 * The upgrade planner. It finds steps of one component each from the versions of a stack to others, so that
 *
 * 1. every state along the way is good, or no pair of it is worse than it was at the start;
 * 2. every step is one that upstream allows at once (ownRules.ts);
 * 3. there are as few steps as possible, and among plans of as few the least time is spent on versions out of support,
 *    counted as pins times states.
 *
 * docs/planner.md tells how, and what is proven.
 */

import { pairTables } from '../../analysis/pairTable.ts';
import type { Limits } from '../engine/problem.ts';
import { offers } from '../stack/offered.ts';
import { blockingPins } from './blocking.ts';
import { AT_REST, groundsOf, UNDER_WAY } from './grounds.ts';
import { hindranceAmong, some } from './hindrance.ts';
import type { Journey, Move } from './journey.ts';
import { orderWalk } from './order.ts';
import { isSameVersion } from './passable.ts';
import type { Plan, PlanContext, PlanRequest, PlanStep, Versions } from './plan.ts';
import { refusedTarget } from './refused.ts';
import { type Road, roadsOf } from './roads.ts';
import { stateFindings } from './stateFindings.ts';
import { type Terrain, terrainOf } from './terrain.ts';
import { findWalk, type Walk } from './walk.ts';
import { whyOf } from './why.ts';

/** How far a search that has to give up on the fewest moves weighs what is left against what is made. */
const HASTE = 4;

/**
 * Plans an upgrade.
 * @param limits steps of the search (states looked at), divided among its parts: half for the fewest steps, a quarter for a
 *   plan of any length where that was not enough, and a fortieth for proving that the order is the best
 */
export function planUpgrade(request: PlanRequest, context: PlanContext, limits: Limits): Plan {
  const start = versionsOf(request, request.start);
  const target = targetOf(request, start);
  const asked: PlanRequest = { ...request, start, target };
  const tables = pairTables(context);
  const grounds = groundsOf(asked, context, tables, UNDER_WAY);
  const findingsOf = stateFindings(asked, context, grounds);
  const startFindings = findingsOf(start);
  const whole = {
    start,
    target,
    startIsGood: startFindings.every(({ code }) => code === 'end-of-life'),
    startFindings,
    steps: [],
    outOfSupport: 0,
    outOfSupportProven: true,
    blockedBy: [],
    blockedByProven: true,
  };
  const refused = refusedTarget(asked, groundsOf(asked, context, tables, AT_REST));
  if (refused !== undefined) return { ...whole, found: false, proven: true, blockedBy: refused };

  const terrain = terrainOf(asked, context, offers(context), grounds);
  const moving = movingPart(terrain);
  const part = (share: number): Limits => ({ ...limits, steps: Math.floor(limits.steps * share) });
  const roads = roadsOf(moving.journey);
  const { walk, isFewest } = search(roads, part);
  if (walk.kind === 'none') {
    const everybody = roadsOf(terrain.journey);
    const hindrance = hindranceAmong(everybody, part(1));
    const set = hindrance?.walkers ?? [];
    const blockedBy = blockingPins(
      asked,
      context,
      set.flatMap((walker) => terrain.stretches[walker] ?? []),
      some(everybody, set),
      grounds,
    );
    return { ...whole, found: false, proven: true, blockedBy, blockedByProven: hindrance?.proven === true };
  }
  if (walk.kind === 'unknown') return { ...whole, found: false, proven: false, blockedByProven: false };

  const ordered = orderWalk(roads, walk.moves, part(1 / 40));
  const moves = ordered.moves.map(({ walker, to }) => ({ walker: moving.walkers[walker] ?? -1, to }));
  const always = startFindings.filter(
    ({ code, instances: [one] }) => code === 'end-of-life' && !isMoved(one, asked),
  ).length;
  return {
    ...whole,
    found: true,
    proven: isFewest,
    steps: stepsOf(asked, context, terrain, moves, grounds, findingsOf),
    outOfSupport: ordered.poor + always * moves.length,
    outOfSupportProven: isFewest && ordered.proven,
  };
}

function versionsOf({ pins }: PlanRequest, versions: Versions): Versions {
  return new Map(pins.map(({ instance }) => [instance, versions.get(instance) ?? '']));
}

/** The target of all pins. Another spelling of a version is no other version. */
function targetOf({ pins, target }: PlanRequest, start: Versions): Versions {
  return new Map(
    pins.map((pin) => {
      const from = start.get(pin.instance) ?? '';
      const to = target.get(pin.instance) ?? from;
      return [pin.instance, isSameVersion(pin, from, to) ? from : to];
    }),
  );
}

function isMoved(instance: string | undefined, { start, target }: PlanRequest): boolean {
  return instance !== undefined && start.get(instance) !== target.get(instance);
}

function search(roads: readonly Road[], part: (share: number) => Limits): { walk: Walk; isFewest: boolean } {
  const walk = findWalk(roads, part(1 / 2));
  if (walk.kind !== 'unknown') return { walk, isFewest: true };
  return { walk: findWalk(roads, part(1 / 4), HASTE), isFewest: false };
}

/** The walkers that move, with the places that those which stay leave them. */
function movingPart({ journey }: Terrain): { readonly walkers: readonly number[]; readonly journey: Journey } {
  const walkers = [...journey.walkers.keys()].filter((walker) => (journey.walkers[walker]?.places ?? 0) > 1);
  const placeOf = new Map(walkers.map((walker, place) => [walker, place]));
  const isClosed = journey.walkers.map(({ places }) => new Array<boolean>(places).fill(false));
  for (const { one, two, isGood } of journey.ties) {
    for (const [a, row] of isGood.entries()) {
      for (const [b, isOpen] of row.entries()) {
        if (isOpen) continue;
        if (!placeOf.has(two)) closePlace(isClosed[one], a);
        if (!placeOf.has(one)) closePlace(isClosed[two], b);
      }
    }
  }
  return {
    walkers,
    journey: {
      walkers: walkers.flatMap((walker) => {
        const road = journey.walkers[walker];
        if (road === undefined) return [];
        return [{ ...road, next: road.next.map((ways) => ways.filter((to) => isClosed[walker]?.[to] !== true)) }];
      }),
      ties: journey.ties.flatMap((tie) => {
        const [one, two] = [placeOf.get(tie.one), placeOf.get(tie.two)];
        return one === undefined || two === undefined ? [] : [{ ...tie, one, two }];
      }),
    },
  };
}

function closePlace(places: boolean[] | undefined, place: number): void {
  if (places !== undefined) places[place] = true;
}

function stepsOf(
  request: PlanRequest,
  context: PlanContext,
  { stretches }: Terrain,
  moves: readonly Move[],
  grounds: ReturnType<typeof groundsOf>,
  findingsOf: ReturnType<typeof stateFindings>,
): PlanStep[] {
  const states: Versions[] = [request.start];
  const made = moves.flatMap(({ walker, to }) => {
    const stretch = stretches[walker];
    const before = states[states.length - 1] ?? request.start;
    const version = stretch?.versions[to];
    if (stretch === undefined || version === undefined) return [];
    const { pin } = stretch;
    const from = before.get(pin.instance) ?? '';
    states.push(new Map([...before, [pin.instance, version]]));
    return [{ pin, from, to: version }];
  });
  return made.map(({ pin, from, to }, place): PlanStep => {
    const state = states[place + 1] ?? request.start;
    const { why, sources } = whyOf(made, place, states[place] ?? request.start, request, context, grounds);
    return { instance: pin.instance, component: pin.id, from, to, why, sources, state, findings: findingsOf(state) };
  });
}
