/** Until when a stack is in support, in words. */
import { t } from '@vscode/l10n';
import { daysBetween } from '../../catalog/dates.ts';
import type { Deadlines, PinDeadline } from '../../resolve/deadlines.ts';
import type { PlanReport, Timing } from '../../resolve/plan/report.ts';
import { list, sentences } from '../../words.ts';
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
  const names = list(pins.map(nameOf));
  const isOne = pins.length === 1;
  const isFirst = deadlines.lost.length === 0;
  const text = isFirst
    ? isOne
      ? t('{0} is the first to lose support: {1} is the last day.', names, lastDay)
      : t('{0} are the first to lose support: {1} is the last day.', names, lastDay)
    : isOne
      ? t('{0} is the next to lose support: {1} is the last day.', names, lastDay)
      : t('{0} are the next to lose support: {1} is the last day.', names, lastDay);
  return [{ text: text, sources: [...new Set(pins.map(({ source }) => source))] }];
}

function timingWords(timing: Timing | undefined, steps: number): Said[] {
  if (timing === undefined || steps === 0) return [];
  const { daysPerStep, start } = timing;
  const pace = t('At {0} a step the plan takes {1}.', daysWords(daysPerStep), daysWords(steps * daysPerStep));
  const left = notHelpedWords(start.notHelped);
  if (start.lastDay === undefined || start.decidedBy === undefined)
    return [
      { text: sentences(pace, t('No pin that is still in support gets longer support by it.')), sources: [] },
      ...left,
    ];
  const { pin, step } = start.decidedBy;
  const [end, name] = [pin.lastDay ?? '', nameOf(pin)];
  const last = start.isMissed
    ? t(
        'It had to begin by {0}, and that day is over: step {1} is to be done by {2}, the last day of {3}.',
        start.lastDay,
        step,
        end,
        name,
      )
    : t(
        '{0} is the last safe day to begin: step {1} is to be done by {2}, the last day of {3}.',
        start.lastDay,
        step,
        end,
        name,
      );
  return [{ text: sentences(pace, last), sources: [pin.source] }, ...left];
}

/** Those that end even before the plan does that begins as late as it may. */
function notHelpedWords(pins: readonly PinDeadline[]): Said[] {
  if (pins.length === 0) return [];
  const names = list(pins.map((pin) => t('{0} ({1})', nameOf(pin), pin.lastDay ?? '')));
  const text =
    pins.length === 1
      ? t('If it begins as late as that, {0} loses support before it is done, and no step changes that.', names)
      : t('If it begins as late as that, {0} lose support before it is done, and no step changes that.', names);
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
    ...lost.map((pin) => rowOf(pin, t('ended'))),
    ...ahead.map((pin) =>
      rowOf(pin, pin.lastDay === undefined ? t('open') : leftWords(daysBetween(asOf, pin.lastDay))),
    ),
    ...openEnded.map((instance) => bare(instance, t('open'))),
    ...unknown.map((instance) => bare(instance, t('unknown'))),
  ];
}

function rowOf(pin: PinDeadline, left: string): SupportRow {
  const { lastDay, statement, source } = pin;
  return { lastDay: lastDay ?? '-', left, pin: nameOf(pin), statement: lastDay === undefined ? statement : '', source };
}

function leftWords(days: number): string {
  return days === 0 ? t('today') : daysWords(days);
}

function daysWords(days: number): string {
  return days === 1 ? t('1 day') : t('{0} days', days);
}

function nameOf({ instance, version }: PinDeadline): string {
  return `${instance} ${version}`;
}
