/**
 * Until when a stack is in support, and when an upgrade has to begin to be in time. Days are whole: support that ends on a
 * day lasts until its end.
 */
import { addDays, daysBetween } from '../catalog/dates.ts';
import type { Catalog, Component, IsoDate } from '../catalog/model.ts';
import { type SupportState, supportOf } from '../catalog/support.ts';
import { parseVersion } from '../version/index.ts';

/** A pin at the version that it runs at. */
export interface RunningPin {
  /** The key under `components`. */
  readonly instance: string;
  /** Undefined where no catalog holds it. */
  readonly component: Component | undefined;
  readonly version: string;
}

export interface DeadlineContext {
  readonly catalog: Catalog;
  /** The day as of which support is judged. */
  readonly date: IsoDate;
}

/** How long one pin is in support, and who says so. */
export interface PinDeadline {
  readonly instance: string;
  /** Id of the component. */
  readonly component: string;
  readonly version: string;
  /** The last day in support; undefined where it has ended and no day is stated. */
  readonly lastDay: IsoDate | undefined;
  /** A sentence. */
  readonly statement: string;
  readonly source: string;
}

/** Until when a stack is in support. */
export interface Deadlines {
  /** Pins out of support on the day of the context, those that ended first before the others; those without a day come last. */
  readonly lost: readonly PinDeadline[];
  /** Pins in support whose last day is known, in order of that day. */
  readonly ahead: readonly PinDeadline[];
  /** The first day on which one more pin is out of support, and all pins of which that is true; undefined where no day is known. */
  readonly next: { readonly firstDayOut: IsoDate; readonly pins: readonly PinDeadline[] } | undefined;
  /** Instances that are in support with no known end, such as those whose project supports its newest lines. */
  readonly openEnded: readonly string[];
  /** Instances of which upstream or the catalog says nothing. */
  readonly unknown: readonly string[];
}

/** Finds the deadlines of a stack as of a day. */
export function deadlinesOf(pins: readonly RunningPin[], context: DeadlineContext): Deadlines {
  const lost: PinDeadline[] = [];
  const ahead: PinDeadline[] = [];
  const openEnded: string[] = [];
  const unknown: string[] = [];
  for (const pin of pins) {
    const support = stateOf(pin, context);
    if (support === undefined || support.state === 'unknown' || pin.component === undefined) unknown.push(pin.instance);
    else if (support.state === 'supported' && support.ends === undefined) openEnded.push(pin.instance);
    else {
      const { statement, source } = support.evidence;
      const { instance, component, version } = pin;
      const deadline = { instance, component: component.id, version, lastDay: support.ends, statement, source };
      (support.state === 'supported' ? ahead : lost).push(deadline);
    }
  }
  const byDay = (a: PinDeadline, b: PinDeadline) => dayOf(a).localeCompare(dayOf(b), 'en');
  ahead.sort(byDay);
  lost.sort(byDay);
  const first = ahead[0]?.lastDay;
  const next =
    first === undefined
      ? undefined
      : { firstDayOut: addDays(first, 1), pins: ahead.filter(({ lastDay }) => lastDay === first) };
  return { lost, ahead, next, openEnded, unknown };
}

/** After every day there is. */
const NEVER = '9999-12-31';

function dayOf({ lastDay }: PinDeadline): IsoDate {
  return lastDay ?? NEVER;
}

function stateOf(
  { component, version: text }: RunningPin,
  { catalog, date }: DeadlineContext,
): SupportState | undefined {
  const version = component && parseVersion(text, component.versions.scheme);
  return component && version && supportOf(component, version, date, catalog);
}

/** A step of a plan, as far as it counts here. */
export interface TimedStep {
  readonly instance: string;
  readonly to: string;
}

/** When a plan has to begin. */
export interface SafeStart {
  /**
   * The last day on which the first step may begin, so that each of `ahead` is moved to longer support by the end of its
   * own last day; undefined where no step does that for any of them.
   */
  readonly lastDay: IsoDate | undefined;
  /** Whether that day is over, as of the day of the context. */
  readonly isMissed: boolean;
  /** The pin that leaves the least time, and which step (from 1) brings it to longer support. */
  readonly decidedBy: { readonly pin: PinDeadline; readonly step: number } | undefined;
  /** Pins of `ahead` that end before the plan does when it begins on that day, and that no step brings to longer support. */
  readonly notHelped: readonly PinDeadline[];
}

/**
 * Finds the last day to begin a plan. Steps are made one after another and each takes the same number of days; step n ends
 * at the end of the day `n * daysPerStep - 1` days after the first began.
 * @param deadlines of the stack at the start of the plan
 * @param pins of the stack at the start
 * @param daysPerStep at least 1
 */
export function lastSafeStart(
  { ahead }: Deadlines,
  pins: readonly RunningPin[],
  steps: readonly TimedStep[],
  daysPerStep: number,
  context: DeadlineContext,
): SafeStart {
  const components = new Map(pins.map(({ instance, component }) => [instance, component]));
  const helped: { readonly pin: PinDeadline; readonly step: number; readonly start: IsoDate }[] = [];
  const left: PinDeadline[] = [];
  for (const pin of ahead) {
    const { instance, lastDay } = pin;
    if (lastDay === undefined) continue;
    const component = components.get(instance);
    const place = steps.findIndex(
      (step) => step.instance === instance && outlasts({ instance, component, version: step.to }, lastDay, context),
    );
    if (place < 0) left.push(pin);
    else helped.push({ pin, step: place + 1, start: addDays(lastDay, 1 - (place + 1) * daysPerStep) });
  }
  const [first] = helped.sort((a, b) => a.start.localeCompare(b.start, 'en'));
  const begin = first?.start ?? context.date;
  const end = addDays(begin, Math.max(0, steps.length * daysPerStep - 1));
  return {
    lastDay: first?.start,
    isMissed: first !== undefined && daysBetween(first.start, context.date) > 0,
    decidedBy: first && { pin: first.pin, step: first.step },
    notHelped: left.filter((pin) => dayOf(pin) < end),
  };
}

/** Whether a version is in support for longer than to a day, or nobody says that it is not. */
function outlasts(pin: RunningPin, lastDay: IsoDate, context: DeadlineContext): boolean {
  const support = stateOf(pin, { ...context, date: addDays(lastDay, 1) });
  return support === undefined || support.state === 'supported' || support.state === 'unknown';
}
