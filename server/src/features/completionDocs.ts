/** Documentation of a completion item, made when the client asks for it. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.ts';
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import { parsePin } from '../version/index.ts';
import { componentCard } from './componentCard.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { readItemData, type VersionItemData } from './itemData.ts';
import { pinInStack } from './pinAt.ts';
import { type Block, render } from './prose.ts';
import { versionCard } from './versionCard.ts';

/** The item with its documentation; as it is when there is nothing to say. */
export function resolveCompletion(
  { analysis }: CheckedDocument,
  item: CompletionItem,
  traits: ClientTraits['completion'],
): CompletionItem {
  const data = readItemData(item.data);
  if (data === undefined) return item;
  const component = analysis.context.catalog.component(data.component);
  if (component === undefined) return item;
  const blocks = data.kind === 'component' ? componentCard(component, analysis.context) : versionBlocks(analysis, data);
  return blocks.length === 0 ? item : { ...item, documentation: render(blocks, traits.documentation) };
}

function versionBlocks(analysis: Analysis, data: VersionItemData): Block[] {
  const place = pinInStack(analysis, data);
  const component = analysis.context.catalog.component(data.component);
  if (place === undefined || component === undefined) return [];
  const value = parsePin(data.text, vocabularyOf(component));
  const pin = { ...place.pin, component, value, candidates: candidatesOf(component, value) };
  return versionCard(pin, [place.stack], analysis.context);
}
