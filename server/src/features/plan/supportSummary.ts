/** Until when a stack is in support, in one line: for the hover on `components` and the title of a code lens. */
import { t } from '@vscode/l10n';
import type { AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { type Deadlines, deadlinesOf, type PinDeadline } from '../../resolve/deadlines.ts';
import { startVersions } from '../../resolve/plan/pins.ts';
import { enumeration, list, sentences } from '../../words.ts';
import type { Span } from '../prose.ts';
import { slot, withSpans } from '../spanText.ts';
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
  if (lost.length > 0) return t('out of support: {0}', names(lost));
  return next === undefined ? '' : t('support ends {0} ({1})', next.lastDay, names(next.pins));
}

/** The same as a sentence or two with their sources; undefined where no end is known. */
export function supportSpans(deadlines: Deadlines): readonly Span[] | undefined {
  const { lost } = deadlines;
  const next = nextEnd(deadlines);
  if (lost.length === 0 && next === undefined) return undefined;
  const [ended, first] = [sourcesOf(lost), sourcesOf(next?.pins ?? [])];
  const links = [...ended, ...first].map((source) => [sourceLink(source)]);
  const over = lost.length === 0 ? '' : t('Out of support: {0} ({1}).', versions(lost), slots(ended, 0));
  if (next === undefined) return withSpans(over, ...links);
  const { pins, lastDay } = next;
  const cited = slots(first, ended.length);
  const ahead =
    lost.length === 0
      ? t('Support ends first for {0}, on {1} ({2}).', versions(pins), lastDay, cited)
      : t('Next to end: {0}, on {1} ({2}).', versions(pins), lastDay, cited);
  return withSpans(sentences(over, ahead), ...links);
}

/** Who says so of the pins that are named. */
function sourcesOf(pins: readonly PinDeadline[]): readonly string[] {
  return [...new Set(pins.slice(0, MOST_NAMED).map(({ source }) => source))];
}

/** The places of the links to some sources. */
function slots(sources: readonly string[], from: number): string {
  return enumeration(sources.map((_, place) => slot(from + place)));
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
  return more === 0 ? list(shown) : t('{0} and {1} more', enumeration(shown), more);
}
