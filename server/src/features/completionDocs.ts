/** Documentation of a completion item, made when the client asks for it. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import { parsePin } from '../version/index.ts';
import { componentCard, pinCard } from './componentCard.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { type ComponentItemData, readItemData, type VersionItemData } from './itemData.ts';
import { pinInStack } from './pinAt.ts';
import { type Block, render } from './prose.ts';
import { versionCard } from './versionCard.ts';

/** The item with its documentation; as it is when there is nothing to say. */
export function resolveCompletion(
  { analysis }: CheckedDocument,
  item: CompletionItem,
  traits: ClientTraits['completion'],
): CompletionItem {
  const data = readItemData(item);
  if (data === undefined) return item;
  const blocks = data.kind === 'component' ? nameBlocks(analysis, data) : versionBlocks(analysis, data);
  return blocks.length === 0 ? item : { ...item, documentation: render(blocks, traits.documentation) };
}

/**
 * A key of a pin is about what it pins. An item does not say which document it is for; documents rarely differ in what they
 * know of one component.
 */
function nameBlocks({ context, stacks }: Analysis, data: ComponentItemData): Block[] {
  for (const stack of stacks) {
    const pin = stack.pins.find(({ entry }) => entry.instance === data.component);
    if (pin !== undefined) return pinCard(pin, contextOf(context, stack.document));
  }
  const documents = [...(context.documents?.keys() ?? [])];
  const contexts = [...documents.map((document) => contextOf(context, document)), context];
  const knowing = contexts.find(({ catalog }) => catalog.component(data.component) !== undefined);
  const component = knowing?.catalog.component(data.component);
  return knowing === undefined || component === undefined ? [] : componentCard(component, knowing);
}

function versionBlocks(analysis: Analysis, data: VersionItemData): Block[] {
  const place = pinInStack(analysis, data);
  const context = contextOf(analysis.context, data.document);
  const component = context.catalog.component(data.component);
  if (place === undefined || component === undefined) return [];
  const value = parsePin(data.text, vocabularyOf(component));
  const pin = { ...place.pin, component, value, candidates: candidatesOf(component, value) };
  return versionCard(pin, [place.stack], context);
}
