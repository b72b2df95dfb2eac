/** The page about a component: what a catalog says of it, and which of its releases are in support. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { sentence } from '../analysis/texts.ts';
import type { Component } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { layerWords, statusWords } from './catalogWords.ts';
import { addressBlocks, endingBlocks } from './componentCard.ts';
import type { CheckedDocument } from './document.ts';
import { type Block, bullets, heading, paragraph, render, type Span } from './prose.ts';
import { sourceLink, versionFacts } from './supportWords.ts';
import { pageAddress, type VirtualPage } from './virtualPage.ts';

const PREFIX = '/component/';

/** The address of the page about a component, as the catalogs of one document of a manifest have it. */
export function componentAddress({ uri }: Pick<CheckedDocument, 'uri'>, document: number, id: string): string {
  return pageAddress({ path: `${PREFIX}${encodeURIComponent(id)}.md`, manifest: uri, wanted: [id, document] });
}

export const componentPage: VirtualPage = {
  prefix: PREFIX,
  write: ({ analysis }, [id, document]) => {
    const context = contextOf(analysis.context, typeof document === 'number' ? document : 0);
    const component = typeof id === 'string' ? context.catalog.component(id) : undefined;
    const blocks =
      component === undefined
        ? [heading(1, t('No such component')), paragraph(t('No catalog of this manifest has "{0}".', String(id)))]
        : pageBlocks(component, context);
    return `${render(blocks, 'markdown').value}\n`;
  },
};

function pageBlocks(component: Component, context: AnalysisContext): Block[] {
  const { id, name, layer, status, description, versions } = component;
  const lines = versions.lines.map((line): Span[] => {
    const latest = latestOf(component, line);
    const { words } = latest === undefined ? { words: '' } : versionFacts(component, latest, context);
    const newest: Span[] = latest === undefined ? [] : [' · ', { code: latest }];
    return [{ strong: line.line }, ...newest, words === '' ? '' : ` · ${words}`];
  });
  const source: Block[] =
    versions.source === ''
      ? []
      : [paragraph(t('Read on {0}:', versions.checked), ' ', sourceLink(versions.source), '.')];
  return [
    heading(1, name),
    paragraph({ code: id }, ` · ${layerWords(layer)} · ${statusWords(status)}`),
    ...(description === '' ? [] : [paragraph(sentence(description))]),
    ...endingBlocks(component, context),
    ...(lines.length === 0 ? [] : [heading(2, t('Release lines')), bullets(lines), ...source]),
    ...statementBlocks(component, context),
    ...addressBlocks(component),
    paragraph(t('As of {0}.', context.date)),
  ];
}

/** Statements that are shown. */
const MOST_STATEMENTS = 200;

/** What upstream says of pairs, as the catalog holds it: own versions, the other component and its versions, how it is meant. */
function statementBlocks(component: Component, { catalog }: AnalysisContext): Block[] {
  const nameOf = (id: string): string => catalog.summary(id)?.name ?? id;
  const { compatibility = [], conflicts = [], carries = [], requires = [] } = component;
  const items: Span[][] = [
    ...compatibility.map(({ when, with: other, level, supported, tested, breaks, source }): Span[] => [
      { code: when },
      ` · ${nameOf(other)} `,
      { code: supported ?? tested ?? breaks ?? '' },
      ` · ${level} · `,
      sourceLink(source),
    ]),
    ...requires.map(({ when, anyOf, source }): Span[] => [
      { code: when },
      ` · ${anyOf.map(nameOf).join(', ')} · requires · `,
      sourceLink(source),
    ]),
    ...conflicts.map(({ when, with: other, range, source }): Span[] => [
      { code: when },
      ` · ${nameOf(other)} `,
      { code: range },
      ' · conflicts · ',
      sourceLink(source),
    ]),
    ...carries.map(({ when, with: other, versions, source }): Span[] => [
      { code: when },
      ` · ${nameOf(other)} `,
      { code: versions },
      ' · carries · ',
      sourceLink(source),
    ]),
  ];
  if (items.length === 0) return [];
  const rest = items.length - MOST_STATEMENTS;
  return [
    heading(2, t('What upstream says')),
    bullets(items.slice(0, MOST_STATEMENTS)),
    ...(rest > 0 ? [paragraph(t('And {0} more statements.', rest))] : []),
  ];
}
