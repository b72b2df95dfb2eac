/** What versions of two pins make of each other on the way from a start: whether that is good, or no worse than it was. */

import { t } from '@vscode/l10n';
import { carriedComponents, isSpokenOf } from '../../analysis/carried.ts';
import { atVersion, BADNESS } from '../../analysis/pairs.ts';
import type { PairTables } from '../../analysis/pairTable.ts';
import type { Component } from '../../catalog/model.ts';
import { sentence, sentences } from '../../words.ts';
import type { Constraint } from '../engine/problem.ts';
import { conflictsIn } from './conflicts.ts';
import type { PlanContext, PlanFinding, PlanPin, PlanRequest } from './plan.ts';
import { isPartOf, mayBeApart } from './wholeAndPart.ts';

export interface Grounds {
  /** Whether a stack pins an id itself. */
  isPinned(id: string): boolean;
  /** Whether anybody says anything about two pins, or what they may carry. */
  areSpokenOf(one: PlanPin, two: PlanPin): boolean;
  /** The version that a pin starts at. */
  startOf(pin: PlanPin): string;
  /**
   * Which versions of two pins may stand together in a state.
   * @param worst the worst badness (analysis/pairs.ts) that they may have; by default that of the leniency
   * @returns empty where nobody says anything against any
   */
  limitsOn(
    one: PlanPin,
    versionsOfOne: readonly string[],
    two: PlanPin,
    versionsOfTwo: readonly string[],
    worst?: number,
  ): readonly PairLimit[];
  /** What is not good about two versions, worse than at the start or not. */
  faults(one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): readonly PlanFinding[];
  /** What is worse than at the start, and than the leniency lets it be. */
  worsened(one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): PlanFinding | undefined;
}

/** What is let pass. */
export interface Leniency {
  /** The worst badness (analysis/pairs.ts) that any pair may have; each may stay as bad as it is at the start. */
  readonly worst: number;
  /** Whether an upgrade runs: then a whole and its parts may be of different series. */
  readonly isUnderWay: boolean;
  /** Whether two that are not good at the start have to become so, where any of their versions are. */
  readonly mends?: boolean;
}

/** What a state has to be in which a plan ends. */
export const AT_REST: Leniency = { worst: BADNESS.untested, isUnderWay: false };

/** What a state has to be that a plan passes. */
export const UNDER_WAY: Leniency = { worst: BADNESS.untested, isUnderWay: true };

/** What may stand together, class by class as in `Constraint` (engine/problem.ts). */
export type PairLimit = Omit<Constraint, 'one' | 'two'>;

type Allows = PairLimit['allows'];

const NO_FAULTS: readonly PlanFinding[] = [];

/** Makes the grounds of one request. What is judged is remembered. */
export function groundsOf(request: PlanRequest, context: PlanContext, tables: PairTables, leniency: Leniency): Grounds {
  const ids = new Set(request.pins.flatMap(({ known }) => known?.component.id ?? []));
  const isPinned = (id: string): boolean => ids.has(id);
  const conflicts = conflictsIn(request, context);

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
  const most = (one: PlanPin, two: PlanPin, worst: number): number =>
    Math.max(worst, badness(one, atStart(one), two, atStart(two)));
  /** Whether any versions of two are good together; classes with equal numbers are asked once. */
  const isMendable = (ofOne: readonly number[], ofTwo: readonly number[], isGood: Allows): boolean => {
    const others = [...new Set(ofTwo)];
    return [...new Set(ofOne)].some((first) => others.some((second) => isGood(first, second)));
  };
  const hasNewConflict = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): boolean =>
    conflicts.between(one, versionOfOne, two, versionOfTwo) !== undefined &&
    conflicts.between(one, atStart(one), two, atStart(two)) === undefined;
  /** Whether two are apart only because an upgrade runs. What cannot work stays what it is. */
  const areApart = (one: PlanPin, versionOfOne: string, two: PlanPin, versionOfTwo: string): boolean =>
    leniency.isUnderWay &&
    one.known !== undefined &&
    two.known !== undefined &&
    mayBeApart(one.known.component, versionOfOne, two.known.component, versionOfTwo) &&
    badness(one, versionOfOne, two, versionOfTwo) <= BADNESS.unsupported;

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
    const conflict = conflicts.between(one, versionOfOne, two, versionOfTwo);
    if (conflict !== undefined) {
      const words = t('{0} and {1} are not run together.', labelOf(one, versionOfOne), labelOf(two, versionOfTwo));
      const message = conflict.note === undefined ? words : sentences(words, sentence(conflict.note));
      found.push({ code: 'conflicting-components', instances, message, sources: [conflict.source] });
    }
    return found.length === 0 ? NO_FAULTS : found;
  };

  return {
    isPinned,
    areSpokenOf: (one, two) => {
      const [a, b] = [one.known?.component, two.known?.component];
      if (a === undefined || b === undefined || a === b) return false;
      if (conflicts.areNamed(one, two)) return true;
      return isSpokenOf(a, carriedBy(a), b, carriedBy(b));
    },
    startOf: atStart,
    limitsOn: (one, versionsOfOne, two, versionsOfTwo, worst = leniency.worst) => {
      if (one.known === undefined || two.known === undefined) return [];
      const found: PairLimit[] = [];
      const table = tables.between(one.known, versionsOfOne, two.known, versionsOfTwo, isPinned);
      if (table !== undefined) {
        const { classesOfOne, classesOfTwo, verdict } = table;
        const within =
          (limit: number): Allows =>
          (first, second) =>
            BADNESS[verdict(first, second).verdict] <= limit;
        const asAtStart = most(one, two, worst);
        const mended = Math.min(asAtStart, Math.max(worst, BADNESS.untested));
        const isMended =
          leniency.mends === true && mended < asAtStart && isMendable(classesOfOne, classesOfTwo, within(mended));
        const allows = within(isMended ? mended : asAtStart);
        const at = (first: number, second: number) =>
          allows(classesOfOne[first] ?? 0, classesOfTwo[second] ?? 0) ||
          areApart(one, versionsOfOne[first] ?? '', two, versionsOfTwo[second] ?? '');
        const isWhole = leniency.isUnderWay && isPartOf(one.known.component, two.known.component);
        found.push(isWhole ? { allows: at } : { classesOfOne, classesOfTwo, allows });
      }
      if (conflicts.areNamed(one, two)) {
        const isFree: Allows = (first, second) =>
          conflicts.between(one, versionsOfOne[first] ?? '', two, versionsOfTwo[second] ?? '') === undefined;
        const isMended =
          leniency.mends === true && isMendable([...versionsOfOne.keys()], [...versionsOfTwo.keys()], isFree);
        found.push({
          allows: isMended
            ? isFree
            : (first, second) => !hasNewConflict(one, versionsOfOne[first] ?? '', two, versionsOfTwo[second] ?? ''),
        });
      }
      return found;
    },
    faults,
    worsened: (one, versionOfOne, two, versionOfTwo) => {
      const found = faults(one, versionOfOne, two, versionOfTwo);
      if (found.length === 0) return undefined;
      const isWorse =
        badness(one, versionOfOne, two, versionOfTwo) > most(one, two, leniency.worst) &&
        !areApart(one, versionOfOne, two, versionOfTwo);
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
