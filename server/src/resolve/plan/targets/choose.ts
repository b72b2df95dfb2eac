/** Chooses one version for each pin, so that all go together, or at least no worse than at the start, and cost least. */
import { BADNESS } from '../../../analysis/pairs.ts';
import { pairTables } from '../../../analysis/pairTable.ts';
import { sentences } from '../../../words.ts';
import { compareCosts } from '../../engine/costs.ts';
import type { Constraint, Cost, Limits, Problem } from '../../engine/problem.ts';
import { smallestConflict } from '../../engine/smallestConflict.ts';
import { solve } from '../../engine/solve.ts';
import { AT_REST, type Grounds, groundsOf, type Leniency } from '../grounds.ts';
import { staysAt } from '../pinLimits.ts';
import type { BlockingPin, PlanContext, PlanFinding, PlanPin, Targets, Versions } from '../plan.ts';

/** Pins at the versions that they run at. */
export interface Running {
  readonly pins: readonly PlanPin[];
  readonly start: Versions;
}

/** A pin with the versions that it may end at. */
export interface Offer {
  readonly pin: PlanPin;
  readonly versions: readonly string[];
  /** What each costs; of the same number of parts in all offers. */
  readonly costs: readonly Cost[];
}

/**
 * Chooses under the strictest of some tolerances under which there is a choice.
 * @param offers one for each pin, in their order
 * @param tolerances strictest first; each pair may stay as bad as it is at the start, where a tolerance does not mend
 */
export function choose(
  running: Running,
  offers: readonly Offer[],
  context: PlanContext,
  limits: Limits,
  tolerances: readonly Leniency[] = SUPPORTED_OR_UNTESTED,
): Targets {
  const tables = pairTables(context);
  const { start } = running;
  let isOpen = false;
  let last: { readonly problem: Problem; readonly grounds: Grounds } | undefined;
  for (const tolerated of tolerances) {
    const grounds = groundsOf({ ...running, target: start }, context, tables, tolerated);
    const problem = problemOf(offers, grounds);
    const solution = solve(problem, limits);
    if (solution.kind === 'solved') {
      const target = targetOf(offers, solution.values, start);
      return { kind: 'targets', target, proven: solution.proven && !isOpen, notes: [] };
    }
    if (solution.kind === 'unknown') isOpen = true;
    last = { problem, grounds };
  }
  if (isOpen || last === undefined) return { kind: 'blocked', blockedBy: [], proven: false };
  const conflict = smallestConflict(last.problem, limits);
  const set = conflict.kind === 'conflict' ? conflict : { variables: [], proven: false };
  return { kind: 'blocked', blockedBy: blockingPins(offers, set.variables, start, last.grounds), proven: set.proven };
}

/** What nobody has tested together is chosen only where there is nothing else. */
const SUPPORTED_OR_UNTESTED: readonly Leniency[] = [
  { ...AT_REST, worst: BADNESS.unknown },
  { ...AT_REST, worst: BADNESS.untested },
];

/** What is no better than at the start is chosen only where nothing good is; a start that is good needs no mending. */
export function goodBeforeNoWorse({ pins, start }: Running, context: PlanContext): readonly Leniency[] {
  const grounds = groundsOf({ pins, start, target: start }, context, pairTables(context), AT_REST);
  const at = (pin: PlanPin): string => grounds.startOf(pin);
  const isGood = pins.every((one, place) =>
    pins
      .slice(place + 1)
      .every((two) => !grounds.areSpokenOf(one, two) || grounds.faults(one, at(one), two, at(two)).length === 0),
  );
  if (isGood) return SUPPORTED_OR_UNTESTED;
  return [...SUPPORTED_OR_UNTESTED.map((tolerance) => ({ ...tolerance, mends: true })), ...SUPPORTED_OR_UNTESTED];
}

function targetOf(offers: readonly Offer[], values: readonly number[], start: Versions): Versions {
  const target = new Map(start);
  for (const [place, { pin, versions }] of offers.entries()) {
    const version = versions[values[place] ?? 0];
    if (version !== undefined) target.set(pin.instance, version);
  }
  return target;
}

function problemOf(offers: readonly Offer[], grounds: Grounds): Problem {
  const constraints = offers.flatMap((first, one) =>
    offers.slice(one + 1).flatMap((second, offset): Constraint[] => {
      const two = one + 1 + offset;
      // What does not move is as good as it was.
      if (first.versions.length === 1 && second.versions.length === 1 && !isMoved(first) && !isMoved(second)) return [];
      const limits = grounds.limitsOn(first.pin, first.versions, second.pin, second.versions);
      return limits.map((limit) => ({ one, two, ...limit }));
    }),
  );
  return { variables: offers.map(({ costs }) => ({ costs })), constraints };

  function isMoved({ versions, pin }: Offer): boolean {
    return versions[0] !== grounds.startOf(pin);
  }
}

function blockingPins(
  offers: readonly Offer[],
  chosen: readonly number[],
  start: Versions,
  grounds: Grounds,
): readonly BlockingPin[] {
  const set = chosen.flatMap((place) => offers[place] ?? []);
  return set.map((offer) => {
    const { pin } = offer;
    const from = start.get(pin.instance) ?? '';
    const fault = firstFault(offer, set, grounds);
    const isResting = offer.versions.length === 1 && offer.versions[0] === from;
    const stays = isResting ? [staysAt(pin, from)] : [];
    return {
      instance: pin.instance,
      component: pin.id,
      from,
      to: preferred(offer)[0] ?? from,
      statement: sentences(...stays, ...(fault === undefined ? [] : [fault.message])),
      sources: fault?.sources ?? [],
    };
  });
}

/** What the version that would be chosen first has against those of the others. */
function firstFault(offer: Offer, set: readonly Offer[], grounds: Grounds): PlanFinding | undefined {
  for (const version of preferred(offer)) {
    for (const other of set) {
      if (other === offer) continue;
      for (const beside of preferred(other)) {
        const fault = grounds.worsened(offer.pin, version, other.pin, beside);
        if (fault !== undefined) return fault;
      }
    }
  }
  return undefined;
}

/** Versions looked at for the words of one blocking pin. */
const MOST_NAMED = 20;

function preferred({ versions, costs }: Offer): readonly string[] {
  const order = [...versions.keys()].sort((a, b) => compareCosts(costs[a] ?? [], costs[b] ?? []) || a - b);
  return order.slice(0, MOST_NAMED).flatMap((place) => versions[place] ?? []);
}
