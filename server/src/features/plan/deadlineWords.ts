/** Until when a stack is in support, in words. */
import { list } from '../../analysis/texts.ts';
import type { Deadlines, PinDeadline } from '../../resolve/deadlines.ts';
import type { PlanReport, Timing } from '../../resolve/plan/report.ts';
import type { Said } from './planWords.ts';

/** One pin and its last day. */
export interface SupportRow {
  /** "2026-11-30", or what stands in its place. */
  readonly lastDay: string;
  readonly pin: string;
  /** A sentence; empty where nothing is known. */
  readonly statement: string;
  readonly source: string | undefined;
}

/** What counts for a plan besides what is out of support already: what is next, and when to begin. */
export function deadlineWords({ deadlines, timing, plan }: PlanReport): Said[] {
  return [...nextWords(deadlines), ...timingWords(timing, plan.steps.length)];
}

/** "Support: first to end is istio 1.30.3 on 2026-11-30". Undefined where no end is known. */
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
  const days = daysPerStep === 1 ? '1 day' : `${daysPerStep} days`;
  const length = steps * daysPerStep === 1 ? '1 day' : `${steps * daysPerStep} days`;
  const pace = `At ${days} a step the plan takes ${length}`;
  const left = start.notHelped.map((pin) => ({
    text: `${nameOf(pin)} loses support after ${pin.lastDay ?? ''}, before the plan is done, and no step changes that.`,
    sources: [pin.source],
  }));
  if (start.lastDay === undefined || start.decidedBy === undefined)
    return [{ text: `${pace}. No pin that is still in support gets longer support by it.`, sources: [] }, ...left];
  const { pin, step } = start.decidedBy;
  const why = `step ${step} is to be done by ${pin.lastDay ?? ''}, the last day of ${nameOf(pin)}`;
  const text = start.isMissed
    ? `${pace}. It had to begin by ${start.lastDay}, and that day is over: ${why}.`
    : `${pace}. ${start.lastDay} is the last safe day to begin: ${why}.`;
  return [{ text, sources: [pin.source] }, ...left];
}

/** Every pin with its last day, those first that end first. */
export function supportRows({ plan, deadlines }: Pick<PlanReport, 'plan' | 'deadlines'>): SupportRow[] {
  const { lost, ahead, openEnded, unknown } = deadlines;
  const bare = (instance: string, lastDay: string): SupportRow => ({
    lastDay,
    pin: `${instance} ${plan.start.get(instance) ?? ''}`.trim(),
    statement: '',
    source: undefined,
  });
  return [
    ...lost.map((pin) => rowOf(pin, 'ended')),
    ...ahead.map((pin) => rowOf(pin, '')),
    ...openEnded.map((instance) => bare(instance, 'open')),
    ...unknown.map((instance) => bare(instance, 'unknown')),
  ];
}

function rowOf(pin: PinDeadline, otherwise: string): SupportRow {
  const { statement, source } = pin;
  return { lastDay: pin.lastDay ?? otherwise, pin: nameOf(pin), statement, source };
}

function nameOf({ instance, version }: PinDeadline): string {
  return `${instance} ${version}`;
}
