/** Hover in catalogs: what a key means, what a component or a capability is, what a range says. */
import { t } from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver-types';
import { CATALOG_SCHEMA } from '../../catalog/format.ts';
import { matching, versionsOf } from '../../catalog/lint/subject.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { describeRange, parseRange } from '../../version/index.ts';
import { enumeration, list, sentence } from '../../words.ts';
import { componentCard } from '../componentCard.ts';
import { type ContentFormat, toRange } from '../document.ts';
import { type Block, paragraph, render } from '../prose.ts';
import { type FoundScalar, scalarAt } from '../scalarAt.ts';
import { schemaBlocks } from '../schemaCard.ts';
import { slot, withSpans } from '../spanText.ts';
import { capitalized, versionFacts } from '../supportWords.ts';
import type { CheckedCatalog } from './checkedCatalog.ts';
import { meaningAt } from './meaning.ts';

/** What is shown at a position of a catalog, or undefined where there is nothing to say. */
export function hoverCatalog(checked: CheckedCatalog, position: Position, format: ContentFormat): Hover | undefined {
  const { lines, reading } = checked;
  const { root } = reading.document;
  const found = root === undefined ? undefined : scalarAt(root, lines.offsetAt(position));
  if (found === undefined) return undefined;
  const blocks = found.isKey ? keyBlocks(found, checked) : valueBlocks(found, checked);
  return blocks.length === 0
    ? undefined
    : { contents: render(blocks, format), range: toRange(lines, rangeOf(found.node)) };
}

function keyBlocks({ path }: FoundScalar, { context }: CheckedCatalog): Block[] {
  const [section, id, ...rest] = path;
  const component =
    section === 'components' && id !== undefined && rest.length === 0 ? context.catalog.component(id) : undefined;
  return component === undefined ? schemaAt(path) : componentCard(component, context);
}

function schemaAt(path: readonly string[]): Block[] {
  const info = CATALOG_SCHEMA.keyInfo(path);
  return info === undefined || (info.title === '' && info.description === '') ? [] : schemaBlocks(info);
}

function valueBlocks({ node, path }: FoundScalar, { context, reading }: CheckedCatalog): Block[] {
  const { catalog } = context;
  const { text } = node;
  const meaning = meaningAt(path, reading.document.root);
  switch (meaning?.kind) {
    case 'component':
    case 'requirement': {
      const component = catalog.component(text);
      return component === undefined ? capabilityBlocks(text, catalog) : componentCard(component, context);
    }
    case 'capability':
      return capabilityBlocks(text, catalog);
    case 'range':
      return rangeBlocks(text, meaning.of, catalog);
    case 'version': {
      const component = catalog.component(meaning.of);
      const { words } = component === undefined ? { words: '' } : versionFacts(component, text, context);
      return component === undefined || words === ''
        ? []
        : [paragraph({ strong: `${component.name} ${text}` }), paragraph(sentence(capitalized(words)))];
    }
    case 'day':
      return [];
    case undefined:
      // A value that is one of some is explained where its key is.
      return (CATALOG_SCHEMA.keyInfo(path)?.values.length ?? 0) > 1 ? schemaAt(path) : [];
  }
}

/** Components that are named for a capability. */
const MOST_NAMED = 12;

function capabilityBlocks(name: string, catalog: CheckedCatalog['context']['catalog']): Block[] {
  const ids = catalog.ids().filter((id) => catalog.summary(id)?.provides.includes(name) === true);
  if (ids.length === 0) return [];
  const more = ids.length > MOST_NAMED + 1 ? ids.length - MOST_NAMED : 0;
  const named = more === 0 ? ids : ids.slice(0, MOST_NAMED);
  const names = more === 0 ? list(named) : t('{0} and {1} others', enumeration(named), more);
  return [
    paragraph(...withSpans(t('Capability {0}', slot(0)), [{ code: name }])),
    paragraph(t('Provided by {0}.', names)),
  ];
}

/** What a range says, and what it admits of what is listed. */
function rangeBlocks(text: string, id: string, catalog: CheckedCatalog['context']['catalog']): Block[] {
  const component = catalog.component(id);
  if (component === undefined || parseRange(text, component.versions.scheme) === undefined) return [];
  const words = describeRange(text, component.versions.scheme);
  const listed = versionsOf(component);
  // Newest first.
  const admitted = matching(component, text);
  const [newest] = admitted;
  const oldest = admitted.at(-1);
  const count =
    listed.length === 0
      ? t('No versions are listed.')
      : newest === undefined || oldest === undefined
        ? t('None of the {0} listed versions.', listed.length)
        : admitted.length === 1
          ? t('One of the {0} listed versions: {1}.', listed.length, newest.text)
          : t('{0} of the {1} listed versions: {2} to {3}.', admitted.length, listed.length, oldest.text, newest.text);
  return [paragraph({ strong: component.name }, ` ${words}`), paragraph(count)];
}
