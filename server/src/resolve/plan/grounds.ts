/** What versions of two pins make of each other on the way from a start: whether that is good, or no worse than it was. */
import { atVersion, BADNESS } from '../../analysis/pairs.ts';
import { sentence } from '../../analysis/texts.ts';
import { inRange } from '../../analysis/verdict.ts';
import type { Component, Conflict } from '../../catalog/model.ts';
import { parseVersion } from '../../version/index.ts';
import type { Constraint } from '../engine/problem.ts';
import { carriedComponents, isSpokenOf } from '../stack/carried.ts';
import type { PairTables } from '../stack/pairTable.ts';
import type { PlanContext, PlanFinding, PlanPin, PlanRequest } from './plan.ts';
import { presentBeside } from './present.ts';

export interface Grounds {
  /** Whether a stack pins an id itself. */
  isPinned(id: string): boolean;
  /** Whether anybody says anything about two pins, or what they may carry. */
  areSpokenOf(one: PlanPin, two: PlanPin): boolean;
  /** The version that a pin starts at. */
  startOf(pin: PlanPin): string;
  /**
   * Which versions of two pins may stand together in a state.
   * @returns empty where nobody says anything against any
   */
  limitsOn(
    one: PlanPin,
    versionsOfOne: readonly string[],
    two: PlanPin,
    versionsOfTwo: readonly string[],
  ): readonly PairLimit[];
  /** What is not good about two versions, worse than at the start or not. */
  faults(one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): readonly PlanFinding[];
  /** What is worse than at the start. */
  worsened(one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): PlanFinding | undefined;
}

/** What may stand together, class by class as in `Constraint` (engine/problem.ts). */
export type PairLimit = Omit<Constraint, 'one' | 'two'>;

const NO_FAULTS: readonly PlanFinding[] = [];

/**
 * Makes the grounds of one request. What is judged is remembered.
 * @param tolerated the worst badness (analysis/pairs.ts) that any pair may have; each may stay as bad as it is at the start
 */
export function groundsOf(
  request: PlanRequest,
  context: PlanContext,
  tables: PairTables,
  tolerated: number = BADNESS.untested,
): Grounds {
  const ids = new Set(request.pins.flatMap(({ known }) => known?.component.id ?? []));
  const isPinned = (id: string): boolean => ids.has(id);
  const isLifted = presentBeside(request, context);

  const badness = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): number =>
    one.known === undefined || two.known === undefined || one.known.component === two.known.component
      ? BADNESS.unknown
      : BADNESS[
          tables.asWritten(atVersion(one.known, versionOfOne), atVersion(two.known, versionOfTwo), isPinned).best
            .verdict
        ];
  const carried = new Map<Component, readonly Component[]>();
  const carriedBy = (component: Component): readonly Component[] => {
    const known = carried.get(component) ?? carriedComponents(component, context.catalog, isPinned);
    carried.set(component, known);
    return known;
  };
  const atStart = (pin: PlanPin): string => request.start.get(pin.instance) ?? '';
  const most = (one: PlanPin, two: PlanPin): number =>
    Math.max(tolerated, badness(one, atStart(one), two, atStart(two)));

  const conflictOf = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): Conflict | undefined => {
    const found =
      statedConflict(one, versionOfOne, two, versionOfTwo) ?? statedConflict(two, versionOfTwo, one, versionOfOne);
    return found?.unless?.some((name) => isLifted(name, one, two)) === true ? undefined : found;
  };
  const hasNewConflict = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): boolean =>
    conflictOf(one, versionOfOne, two, versionOfTwo) !== undefined &&
    conflictOf(one, atStart(one), two, atStart(two)) === undefined;

  const faults = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): readonly PlanFinding[] => {
    const found: PlanFinding[] = [];
    const instances = [one.instance, two.instance];
    if (
      one.known !== undefined &&
      two.known !== undefined &&
      badness(one, versionOfOne, two, versionOfTwo) >= BADNESS.unsupported
    ) {
      const { best } = tables.asWritten(
        atVersion(one.known, versionOfOne),
        atVersion(two.known, versionOfTwo),
        isPinned,
      );
      const code = best.verdict === 'incompatible' ? 'incompatible' : 'unsupported';
      found.push({ code, instances, message: sentence(best.reason), sources: sourcesOf(best.evidence) });
    }
    const conflict = conflictOf(one, versionOfOne, two, versionOfTwo);
    if (conflict !== undefined) {
      const words = `${labelOf(one, versionOfOne)} and ${labelOf(two, versionOfTwo)} are not run together.`;
      const message = conflict.note === undefined ? words : `${words} ${sentence(conflict.note)}`;
      found.push({ code: 'conflicting-components', instances, message, sources: [conflict.source] });
    }
    return found.length === 0 ? NO_FAULTS : found;
  };

  return {
    isPinned,
    areSpokenOf: (one, two) => {
      const [a, b] = [one.known?.component, two.known?.component];
      if (a === undefined || b === undefined || a === b) return false;
      if (speaksOfConflict(one, two) || speaksOfConflict(two, one)) return true;
      return isSpokenOf(a, carriedBy(a), b, carriedBy(b));
    },
    startOf: atStart,
    limitsOn: (one, versionsOfOne, two, versionsOfTwo) => {
      if (one.known === undefined || two.known === undefined) return [];
      const found: PairLimit[] = [];
      const table = tables.between(one.known, versionsOfOne, two.known, versionsOfTwo, isPinned);
      if (table !== undefined) {
        const limit = most(one, two);
        found.push({
          classesOfOne: table.classesOfOne,
          classesOfTwo: table.classesOfTwo,
          allows: (first, second) => BADNESS[table.verdict(first, second).verdict] <= limit,
        });
      }
      if (speaksOfConflict(one, two) || speaksOfConflict(two, one)) {
        found.push({
          allows: (first, second) => !hasNewConflict(one, versionsOfOne[first] ?? '', two, versionsOfTwo[second] ?? ''),
        });
      }
      return found;
    },
    faults,
    worsened: (one, versionOfOne, two, versionOfTwo) => {
      const found = faults(one, versionOfOne, two, versionOfTwo);
      if (found.length === 0) return undefined;
      const isWorse = badness(one, versionOfOne, two, versionOfTwo) > most(one, two);
      return found.find(({ code }) =>
        code === 'conflicting-components' ? hasNewConflict(one, versionOfOne, two, versionOfTwo) : isWorse,
      );
    },
  };
}

/** "Istio 1.28.1". */
export function labelOf({ known, instance }: PlanPin, version: string): string {
  return `${known?.component.name ?? instance} ${version}`;
}

/** Addresses, each once. */
export function sourcesOf(evidence: readonly { readonly source: string }[]): readonly string[] {
  return [...new Set(evidence.map(({ source }) => source))];
}

function speaksOfConflict(one: PlanPin, two: PlanPin): boolean {
  return one.known?.component.conflicts?.some((conflict) => conflict.with === two.known?.component.id) === true;
}

function statedConflict(speaker: PlanPin, own: string, about: PlanPin, other: string): Conflict | undefined {
  const [component, against] = [speaker.known?.component, about.known?.component];
  if (component?.conflicts === undefined || against === undefined) return undefined;
  const [one, two] = [parseVersion(own, component.versions.scheme), parseVersion(other, against.versions.scheme)];
  if (one === undefined || two === undefined) return undefined;
  return component.conflicts.find(
    (conflict) => conflict.with === against.id && inRange(one, conflict.when) && inRange(two, conflict.range),
  );
}
