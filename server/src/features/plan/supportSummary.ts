/** Until when a stack is in support, in one line: for the hover on `components` and the title of a code lens. */
import type { AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { list } from '../../analysis/texts.ts';
import { type Deadlines, deadlinesOf, type PinDeadline } from '../../resolve/deadlines.ts';
import { startVersions } from '../../resolve/plan/pins.ts';
import type { Span } from '../prose.ts';
import { sourceLink } from '../supportWords.ts';
import { nextEnd } from './deadlineWords.ts';

/** Pins that are named; the others are counted. */
const MOST_NAMED = 3;

/** The deadlines of a stack as it is written; a range or a line counts as the newest version that it admits. */
export function stackDeadlines(stack: EffectiveStack, context: AnalysisContext): Deadlines {
  const start = startVersions(stack);
  const pins = stack.pins.map(({ entry, component }) => ({
    instance: entry.instance,
    component,
    version: start.get(entry.instance) ?? '',
  }));
  return deadlinesOf(pins, context);
}

/** "support ends 2026-11-30 (istio)". Empty where no end is known. */
export function supportTitle(deadlines: Deadlines): string {
  const { lost } = deadlines;
  const next = nextEnd(deadlines);
  if (lost.length > 0) return `out of support: ${names(lost)}`;
  return next === undefined ? '' : `support ends ${next.lastDay} (${names(next.pins)})`;
}

/** The same as a sentence with its sources; undefined where no end is known. */
export function supportSentence(deadlines: Deadlines): readonly Span[] | undefined {
  const { lost } = deadlines;
  const next = nextEnd(deadlines);
  if (lost.length === 0 && next === undefined) return undefined;
  const over = lost.length === 0 ? [] : [`Out of support: `, ...cited(lost), '.'];
  if (next === undefined) return over;
  const first = lost.length === 0 ? 'Support ends first for ' : ' Next to end: ';
  return [...over, first, ...cited(next.pins), `, on ${next.lastDay}.`];
}

/** "istio 1.30.3 (source) and kubernetes 1.36.4 (source)". */
function cited(pins: readonly PinDeadline[]): readonly Span[] {
  const shown = pins.slice(0, MOST_NAMED);
  const more = pins.length - shown.length;
  return [
    ...shown.flatMap(({ instance, version, source }, place): readonly Span[] => [
      separator(place, shown.length, more),
      `${instance} ${version} (`,
      sourceLink(source),
      ')',
    ]),
    ...(more === 0 ? [] : [` and ${more} more`]),
  ];
}

function separator(place: number, shown: number, more: number): string {
  if (place === 0) return '';
  return place === shown - 1 && more === 0 ? ' and ' : ', ';
}

function names(pins: readonly PinDeadline[]): string {
  const shown = pins.slice(0, MOST_NAMED).map(({ instance }) => instance);
  const more = pins.length - shown.length;
  return more === 0 ? list(shown) : `${shown.join(', ')} and ${more} more`;
}
