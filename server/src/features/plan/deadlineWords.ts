/** Until when a stack is in support, in words. */
import { list } from '../../analysis/texts.ts';
import { daysBetween } from '../../catalog/dates.ts';
import type { Deadlines, PinDeadline } from '../../resolve/deadlines.ts';
import type { PlanReport, Timing } from '../../resolve/plan/report.ts';
import type { Said } from './planWords.ts';

/** One pin and its last day. */
export interface SupportRow {
  /** "2026-11-30"; a dash where none is known. */
  readonly lastDay: string;
  /** "6 days" or "today"; "ended", "open" or "unknown". */
  readonly left: string;
  /** "istio 1.30.3". */
  readonly pin: string;
  /** What the source says, where that is no date. */
  readonly statement: string;
  readonly source: string | undefined;
}

/** What counts for a plan besides what is out of support already: what is next, and when to begin. */
export function deadlineWords({ deadlines, timing, plan }: PlanReport): Said[] {
  return [...nextWords(deadlines), ...timingWords(timing, plan.steps.length)];
}

/** The pins that lose support first, and their last day; undefined where no end is known. */
export function nextEnd({
  next,
}: Deadlines): { readonly pins: readonly PinDeadline[]; readonly lastDay: string } | undefined {
  const [first] = next?.pins ?? [];
  return next === undefined || first?.lastDay === undefined ? undefined : { pins: next.pins, lastDay: first.lastDay };
}

function nextWords(deadlines: Deadlines): Said[] {
  const next = nextEnd(deadlines);
  if (next === undefined) return [];
  const { pins, lastDay } = next;
  const verb = pins.length === 1 ? 'is' : 'are';
  const also = deadlines.lost.length > 0 ? 'next' : 'first';
  const text = `${list(pins.map(nameOf))} ${verb} the ${also} to lose support: ${lastDay} is the last day.`;
  return [{ text, sources: [...new Set(pins.map(({ source }) => source))] }];
}

function timingWords(timing: Timing | undefined, steps: number): Said[] {
  if (timing === undefined || steps === 0) return [];
  const { daysPerStep, start } = timing;
  const pace = `At ${daysWords(daysPerStep)} a step the plan takes ${daysWords(steps * daysPerStep)}`;
  const left = notHelpedWords(start.notHelped);
  if (start.lastDay === undefined || start.decidedBy === undefined)
    return [{ text: `${pace}. No pin that is still in support gets longer support by it.`, sources: [] }, ...left];
  const { pin, step } = start.decidedBy;
  const why = `step ${step} is to be done by ${pin.lastDay ?? ''}, the last day of ${nameOf(pin)}`;
  const text = start.isMissed
    ? `${pace}. It had to begin by ${start.lastDay}, and that day is over: ${why}.`
    : `${pace}. ${start.lastDay} is the last safe day to begin: ${why}.`;
  return [{ text, sources: [pin.source] }, ...left];
}

/** Those that end even before the plan does that begins as late as it may. */
function notHelpedWords(pins: readonly PinDeadline[]): Said[] {
  if (pins.length === 0) return [];
  const names = list(pins.map((pin) => `${nameOf(pin)} (${pin.lastDay ?? ''})`));
  const verb = pins.length === 1 ? 'loses' : 'lose';
  const text = `If it begins as late as that, ${names} ${verb} support before it is done, and no step changes that.`;
  return [{ text, sources: [...new Set(pins.map(({ source }) => source))] }];
}

/** Every pin with its last day, those first that end first. */
export function supportRows({ plan, deadlines, asOf }: Pick<PlanReport, 'plan' | 'deadlines' | 'asOf'>): SupportRow[] {
  const { lost, ahead, openEnded, unknown } = deadlines;
  const bare = (instance: string, left: string): SupportRow => ({
    lastDay: '-',
    left,
    pin: `${instance} ${plan.start.get(instance) ?? ''}`.trim(),
    statement: '',
    source: undefined,
  });
  return [
    ...lost.map((pin) => rowOf(pin, 'ended')),
    ...ahead.map((pin) => rowOf(pin, pin.lastDay === undefined ? 'open' : leftWords(daysBetween(asOf, pin.lastDay)))),
    ...openEnded.map((instance) => bare(instance, 'open')),
    ...unknown.map((instance) => bare(instance, 'unknown')),
  ];
}

function rowOf(pin: PinDeadline, left: string): SupportRow {
  const { lastDay, statement, source } = pin;
  return { lastDay: lastDay ?? '-', left, pin: nameOf(pin), statement: lastDay === undefined ? statement : '', source };
}

function leftWords(days: number): string {
  return days === 0 ? 'today' : daysWords(days);
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function nameOf({ instance, version }: PinDeadline): string {
  return `${instance} ${version}`;
}
