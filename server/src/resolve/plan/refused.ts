/** Targets that no plan can reach, whatever the way: a pin that may not move there, or versions that do not go together. */

import { sentences } from '../../words.ts';
import type { Grounds } from './grounds.ts';
import { isAllowed } from './passable.ts';
import { lockedAt, outsideOf, staysAt } from './pinLimits.ts';
import type { BlockingPin, PlanPin, PlanRequest } from './plan.ts';

/**
 * Finds the pins because of which a target cannot be reached by any steps.
 * @returns one pin that may not move, or two that do not go together; undefined where there are none
 */
export function refusedTarget(request: PlanRequest, grounds: Grounds): readonly BlockingPin[] | undefined {
  const { pins } = request;
  for (const pin of pins) {
    const statement = staying(pin, request);
    if (statement !== undefined) return [blockingPin(pin, request, [statement], [])];
  }
  for (const [place, one] of pins.entries()) {
    for (const two of pins.slice(place + 1)) {
      const [versionOfOne, versionOfTwo] = [targetOf(one, request), targetOf(two, request)];
      const fault = grounds.worsened(one, versionOfOne, two, versionOfTwo);
      if (fault === undefined) continue;
      return [one, two].map((pin) =>
        blockingPin(pin, request, [...resting(pin, request), fault.message], fault.sources),
      );
    }
  }
  return undefined;
}

/** Why a pin may not be moved to its target; undefined where it may, or stays. */
function staying(pin: PlanPin, request: PlanRequest): string | undefined {
  const [from, to] = [startOf(pin, request), targetOf(pin, request)];
  if (from === to) return undefined;
  if (pin.isLocked) return lockedAt(pin, from);
  return isAllowed(pin, to) ? undefined : outsideOf(pin, to);
}

/** That a pin stays where it is, where it does. */
export function resting(pin: PlanPin, request: PlanRequest): readonly string[] {
  const from = startOf(pin, request);
  return from === targetOf(pin, request) ? [staysAt(pin, from)] : [];
}

/** Puts one together. */
export function blockingPin(
  pin: PlanPin,
  request: PlanRequest,
  statements: readonly string[],
  sources: readonly string[],
): BlockingPin {
  return {
    instance: pin.instance,
    component: pin.id,
    from: startOf(pin, request),
    to: targetOf(pin, request),
    statement: sentences(...statements),
    sources: [...new Set(sources)],
  };
}

function startOf({ instance }: PlanPin, { start }: PlanRequest): string {
  return start.get(instance) ?? '';
}

function targetOf({ instance }: PlanPin, { target }: PlanRequest): string {
  return target.get(instance) ?? '';
}
