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

/** The same as a sentence or two with their sources; undefined where no end is known. */
export function supportSpans(deadlines: Deadlines): readonly Span[] | undefined {
  const { lost } = deadlines;
  const next = nextEnd(deadlines);
  if (lost.length === 0 && next === undefined) return undefined;
  const over = lost.length === 0 ? [] : [`Out of support: ${versions(lost)}`, ...cited(lost), '.'];
  if (next === undefined) return over;
  const first = lost.length === 0 ? 'Support ends first for' : ' Next to end:';
  return [...over, `${first} ${versions(next.pins)}, on ${next.lastDay}`, ...cited(next.pins), '.'];
}

/** " (istio.io, kubernetes.io)", of the pins that are named. */
function cited(pins: readonly PinDeadline[]): readonly Span[] {
  const sources = [...new Set(pins.slice(0, MOST_NAMED).map(({ source }) => source))];
  return [...sources.flatMap((source, place): Span[] => [place === 0 ? ' (' : ', ', sourceLink(source)]), ')'];
}

/** "istio 1.30.3 and kubernetes 1.36.4". */
function versions(pins: readonly PinDeadline[]): string {
  return named(pins.map(({ instance, version }) => `${instance} ${version}`));
}

function names(pins: readonly PinDeadline[]): string {
  return named(pins.map(({ instance }) => instance));
}

function named(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMED);
  const more = all.length - shown.length;
  return more === 0 ? list(shown) : `${shown.join(', ')} and ${more} more`;
}
