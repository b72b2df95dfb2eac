/** Pairs that upstream says are not run together, on the way of a plan. */
import type { Conflict } from '../../catalog/model.ts';
import { inRange, parseVersion } from '../../version/index.ts';
import type { PlanContext, PlanPin, PlanRequest } from './plan.ts';
import { presentBeside } from './present.ts';

export interface Conflicts {
  /** Whether either of two pins names the other at all. */
  areNamed(one: PlanPin, two: PlanPin): boolean;
  /** The conflict between two versions, if nothing in the stack lifts it. */
  between(one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): Conflict | undefined;
}

/** Makes what is asked for conflicts in one request. */
export function conflictsIn(request: PlanRequest, context: PlanContext): Conflicts {
  const isLifted = presentBeside(request, context);
  return {
    areNamed: (one, two) => names(one, two) || names(two, one),
    between: (one, versionOfOne, two, versionOfTwo) => {
      const found = stated(one, versionOfOne, two, versionOfTwo) ?? stated(two, versionOfTwo, one, versionOfOne);
      return found?.unless?.some((name) => isLifted(name, one, two)) === true ? undefined : found;
    },
  };
}

function names(one: PlanPin, two: PlanPin): boolean {
  return one.known?.component.conflicts?.some((conflict) => conflict.with === two.known?.component.id) === true;
}

function stated(speaker: PlanPin, own: string, about: PlanPin, other: string): Conflict | undefined {
  const [component, against] = [speaker.known?.component, about.known?.component];
  if (component?.conflicts === undefined || against === undefined) return undefined;
  const [one, two] = [parseVersion(own, component.versions.scheme), parseVersion(other, against.versions.scheme)];
  if (one === undefined || two === undefined) return undefined;
  return component.conflicts.find(
    (conflict) => conflict.with === against.id && inRange(one, conflict.when) && inRange(two, conflict.range),
  );
}
