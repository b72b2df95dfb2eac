/** What a component is: for hover, and for the documentation of its name in completion. */
import { t } from '@vscode/l10n';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import type { Component, Line } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { list, sentence, sentences } from '../words.ts';
import { layerWords, statusWords } from './catalogWords.ts';
import { effectiveBlocks } from './effectiveWords.ts';
import { newestBlocks } from './newestWords.ts';
import { type Block, bullets, filled, inRow, paragraph, type Span } from './prose.ts';
import { supportBar } from './supportBar.ts';
import { citedSentence, versionFacts } from './supportWords.ts';

/** Release lines that are shown. */
const MOST_LINES = 4;

/** The card of a component, as of the day of the context. */
export function componentCard(
  component: Component,
  context: AnalysisContext,
  layer: string = component.layer,
  inStack: readonly Block[] = [],
): Block[] {
  const { id, name, status, description } = component;
  const named: Span[] = name.toLowerCase() === id ? [{ strong: name }] : [{ strong: name }, ' (', { code: id }, ')'];
  return [
    paragraph(...named, ` · ${layerWords(layer)} · ${statusWords(status)}`),
    ...(description === '' ? [] : [paragraph(sentence(description))]),
    ...endingBlocks(component, context),
    ...inStack,
    ...lineBlocks(component, context),
    ...addressBlocks(component),
  ];
}

/**
 * The card of a pin's component, with the newest version that fits and what the environments make of it; for one that no
 * catalog holds, that nothing is checked.
 * @param stacks those that the pin takes part in, the file's own first
 * @param all those of its document
 */
export function pinCard(
  pin: ResolvedPin,
  context: AnalysisContext,
  stacks: readonly EffectiveStack[] = [],
  all: readonly EffectiveStack[] = [],
): Block[] {
  const { component, entry } = pin;
  const effective = effectiveBlocks(pin, all);
  if (component === undefined) return [...unknownBlocks(pin), ...effective];
  const [stack] = stacks;
  const newest = stack === undefined ? [] : newestBlocks(component, { pin, stack }, context);
  return componentCard(component, context, entry.layer, [...newest, ...effective]);
}

/** What is said of a pin that is in no catalog. */
export function unknownBlocks({ entry }: ResolvedPin): Block[] {
  const text = t('{0} is in no catalog. Its pairs and its support are not checked.');
  return [paragraph(...filled(text, { code: entry.component }))];
}

export function endingBlocks(component: Component, { catalog }: AnalysisContext): Block[] {
  const { retirement, successors = [] } = component;
  const ending = endingWords(component);
  if (ending === '') return [];
  const names = successors.map((id) => catalog.summary(id)?.name ?? id);
  const [only] = names;
  const next =
    only === undefined
      ? ''
      : names.length === 1
        ? t('{0} takes its place.', only)
        : t('{0} take its place.', list(names, 'or'));
  const more = sentences(retirement?.note === undefined ? '' : sentence(retirement.note), next);
  return [paragraph(...inRow(citedSentence(ending, retirement?.source), more === '' ? [] : [more]))];
}

/** Without a full stop; empty for what goes on. */
function endingWords({ status, retirement, name }: Component): string {
  const day = retirement?.date;
  if (status === 'archived')
    return day === undefined ? t('{0} was archived', name) : t('{0} was archived on {1}', name, day);
  if (status === 'retired')
    return day === undefined ? t('{0} was retired', name) : t('{0} was retired on {1}', name, day);
  return '';
}

/** The newest lines, each with its newest version and how much of its support is left. */
function lineBlocks(component: Component, context: AnalysisContext): Block[] {
  const items: Span[][] = [];
  for (const line of component.versions.lines) {
    if (items.length === MOST_LINES) break;
    if (line.released !== undefined && line.released > context.date) continue;
    const latest = latestOf(component, line);
    if (latest !== undefined) items.push(lineSpans(component, line, latest, context));
  }
  return items.length === 0 ? [] : [paragraph(t('Newest of each release line:')), bullets(items)];
}

function lineSpans(component: Component, line: Line, latest: string, context: AnalysisContext): Span[] {
  const { words, ends, ended } = versionFacts(component, latest, context);
  const bar = supportBar({ released: line.released, ends, ended }, context.date);
  const spans: Span[] = [{ code: latest }];
  if (bar !== undefined) spans.push(' ', { code: bar });
  if (words !== '') spans.push(` ${words}`);
  return spans;
}

export function addressBlocks({ homepage, repository }: Component): Block[] {
  const links: Span[] = [];
  if (homepage !== undefined) links.push({ link: t('Homepage'), to: homepage });
  if (repository !== undefined && repository !== homepage) {
    if (links.length > 0) links.push(' · ');
    links.push({ link: t('Repository'), to: repository });
  }
  return links.length === 0 ? [] : [paragraph(...links)];
}
