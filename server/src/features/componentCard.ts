/** What a component is: for hover, and for the documentation of its name in completion. */
import type { AnalysisContext, ResolvedPin } from '../analysis/analysis.ts';
import { list, sentence } from '../analysis/texts.ts';
import type { Component } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { type Block, bullets, paragraph, type Span } from './prose.ts';
import { sourceLink, versionFacts } from './supportWords.ts';

/** Release lines whose latest version is shown. */
const MOST_LINES = 3;

/** The card of a component, as of the day of the context. */
export function componentCard(
  component: Component,
  context: AnalysisContext,
  layer: string = component.layer,
): Block[] {
  const { id, name, status, description } = component;
  const named: Span[] = name.toLowerCase() === id ? [{ strong: name }] : [{ strong: name }, ' (', { code: id }, ')'];
  return [
    paragraph(...named, ` · ${layer} · ${status}`),
    ...(description === '' ? [] : [paragraph(sentence(description))]),
    ...endingBlocks(component, context),
    ...latestBlocks(component, context),
    ...addressBlocks(component),
  ];
}

/** The card of a pin's component; for one that no catalog holds, that nothing is checked. */
export function pinCard(pin: ResolvedPin, context: AnalysisContext): Block[] {
  const { component, entry } = pin;
  if (component !== undefined) return componentCard(component, context, entry.layer);
  return [paragraph({ code: entry.component }, ' is in no catalog. Its pairs and its support are not checked.')];
}

export function endingBlocks(component: Component, { catalog }: AnalysisContext): Block[] {
  const { status, retirement, successors = [], name } = component;
  if (status !== 'retired' && status !== 'archived') return [];
  const when = retirement?.date === undefined ? '' : ` on ${retirement.date}`;
  const what = status === 'archived' ? 'was archived' : 'was retired';
  const note = retirement?.note === undefined ? '' : ` ${sentence(retirement.note)}`;
  const source: Span[] = retirement === undefined ? [] : [' (', sourceLink(retirement.source), ')'];
  const names = successors.map((id) => catalog.summary(id)?.name ?? id);
  const next = names.length === 0 ? '' : ` ${list(names, 'or')} ${names.length === 1 ? 'takes' : 'take'} its place.`;
  return [paragraph(`${name} ${what}${when}`, ...source, `.${note}${next}`)];
}

function latestBlocks(component: Component, context: AnalysisContext): Block[] {
  const items: Span[][] = [];
  for (const line of component.versions.lines) {
    if (items.length === MOST_LINES) break;
    if (line.released !== undefined && line.released > context.date) continue;
    const latest = latestOf(component, line);
    if (latest === undefined) continue;
    const { words } = versionFacts(component, latest, context);
    items.push([{ code: latest }, words === '' ? '' : ` ${words}`]);
  }
  return items.length === 0 ? [] : [paragraph('Latest versions:'), bullets(items)];
}

export function addressBlocks({ homepage, repository }: Component): Block[] {
  const links: Span[] = [];
  if (homepage !== undefined) links.push({ link: 'Homepage', to: homepage });
  if (repository !== undefined && repository !== homepage) {
    if (links.length > 0) links.push(' · ');
    links.push({ link: 'Repository', to: repository });
  }
  return links.length === 0 ? [] : [paragraph(...links)];
}
