/** Why a step of a plan is made, and why where it is: told from the steps around it. */
import { t } from '@vscode/l10n';
import { isDowngrade, parseVersion } from '../../version/index.ts';
import { sentences } from '../../words.ts';
import { type Grounds, labelOf } from './grounds.ts';
import { refusalOf } from './ownRules.ts';
import type { PlanContext, PlanPin, PlanRequest, Versions } from './plan.ts';
import { endOf } from './stateFindings.ts';

/** A step before it is explained. */
export interface BareStep {
  readonly pin: PlanPin;
  readonly from: string;
  readonly to: string;
}

interface Reason {
  readonly words: string;
  readonly sources: readonly string[];
}

/** Reasons that are told; a reader wants the strongest. */
const MOST_REASONS = 2;

/**
 * Tells why one step of a plan is where it is.
 * @param before the versions that it starts from
 */
export function whyOf(
  steps: readonly BareStep[],
  place: number,
  before: Versions,
  request: PlanRequest,
  context: PlanContext,
  grounds: Grounds,
): { readonly why: string; readonly sources: readonly string[] } {
  const step = steps[place];
  if (step === undefined) return { why: '', sources: [] };
  const found = [
    goingBack(step),
    needAhead(steps, place, grounds),
    needBehind(steps, place, grounds),
    ownPace(step, request, context, grounds) ?? tooEarly(step, before, request, grounds),
    ending(step, context),
  ].filter((one) => one !== undefined);
  const reasons = found.slice(0, MOST_REASONS);
  if (reasons.length === 0) {
    const end = request.target.get(step.pin.instance);
    const isLast = end === step.to || end === undefined;
    return {
      why: isLast ? t('Nothing has to move before or after it.') : t('A stop on the way to {0}.', end),
      sources: [],
    };
  }
  return {
    why: sentences(...reasons.map(({ words }) => words)),
    sources: [...new Set(reasons.flatMap(({ sources }) => sources))],
  };
}

/** What it leaves does not go with something that comes later. */
function needAhead(steps: readonly BareStep[], place: number, grounds: Grounds): Reason | undefined {
  const step = steps[place];
  if (step === undefined) return undefined;
  for (const later of steps.slice(place + 1)) {
    if (later.pin === step.pin) continue;
    const fault = grounds.worsened(step.pin, step.from, later.pin, later.to);
    if (fault === undefined) continue;
    return { words: t('Comes before {0}: {1}', labelOf(later.pin, later.to), fault.message), sources: fault.sources };
  }
  return undefined;
}

/** What it reaches does not go with something that stood there before. */
function needBehind(steps: readonly BareStep[], place: number, grounds: Grounds): Reason | undefined {
  const step = steps[place];
  if (step === undefined) return undefined;
  for (let before = place - 1; before >= 0; before -= 1) {
    const earlier = steps[before];
    if (earlier === undefined || earlier.pin === step.pin) continue;
    const fault = grounds.worsened(step.pin, step.to, earlier.pin, earlier.from);
    if (fault === undefined) continue;
    return {
      words: t('Comes after {0}: {1}', labelOf(earlier.pin, earlier.to), fault.message),
      sources: fault.sources,
    };
  }
  return undefined;
}

/** It cannot go to its target at once. */
function ownPace(
  { pin, from, to }: BareStep,
  { target }: PlanRequest,
  { catalog }: PlanContext,
  grounds: Grounds,
): Reason | undefined {
  const end = target.get(pin.instance);
  const component = pin.known?.component;
  if (end === undefined || end === to || component === undefined) return undefined;
  const refusal = refusalOf(component, from, end, catalog, grounds.isPinned);
  return refusal && { words: refusal.words, sources: [refusal.statement.source] };
}

/** Its target does not go with something that stands there still. */
function tooEarly({ pin, to }: BareStep, before: Versions, request: PlanRequest, grounds: Grounds): Reason | undefined {
  const end = request.target.get(pin.instance);
  if (end === undefined || end === to) return undefined;
  for (const other of request.pins) {
    const fault = other === pin ? undefined : grounds.worsened(pin, end, other, before.get(other.instance) ?? '');
    if (fault !== undefined)
      return { words: t('It is too early for {0}: {1}', labelOf(pin, end), fault.message), sources: fault.sources };
  }
  return undefined;
}

/** Upstream speaks of upgrades; a step the other way is made because it was asked for. */
function goingBack({ pin, from, to }: BareStep): Reason | undefined {
  const scheme = pin.known?.component.versions.scheme;
  const [one, two] = [from, to].map((text) => scheme && parseVersion(text, scheme));
  if (one === undefined || two === undefined || !isDowngrade(one, two)) return undefined;
  return { words: t('The target is older than the start.'), sources: [] };
}

/** It brings a pin back into support. */
function ending({ pin, from, to }: BareStep, context: PlanContext): Reason | undefined {
  const [end] = endOf(pin, from, context);
  if (end === undefined || endOf(pin, to, context).length > 0) return undefined;
  return { words: end.message, sources: end.sources };
}
