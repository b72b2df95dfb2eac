/** Documentation of a completion item, made when the client asks for it. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { resolvePin } from '../analysis/stacks.ts';
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import { parsePin } from '../version/index.ts';
import { componentCard } from './componentCard.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { readItemData, type VersionItemData } from './itemData.ts';
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

/** A pin that is being written, with the stack it goes into. */
export function pinInStack(
  { manifests, stacks, context }: Analysis,
  { document, environment, instance }: Pick<VersionItemData, 'document' | 'environment' | 'instance'>,
): { readonly pin: ResolvedPin; readonly stack: EffectiveStack } | undefined {
  const stack = stacks.find((one) => one.document === document && one.environment === environment);
  const manifest = manifests.find((one) => one.document.index === document);
  const entries =
    environment === null
      ? manifest?.components
      : manifest?.environments.find(({ name }) => name === environment)?.components;
  const entry = entries?.findLast((one) => one.instance === instance);
  return stack === undefined || entry === undefined
    ? undefined
    : { stack, pin: resolvePin(entry, environment, context) };
}

function versionBlocks(analysis: Analysis, data: VersionItemData): Block[] {
  const place = pinInStack(analysis, data);
  const component = analysis.context.catalog.component(data.component);
  if (place === undefined || component === undefined) return [];
  const value = parsePin(data.text, vocabularyOf(component));
  const pin = { ...place.pin, component, value, candidates: candidatesOf(component, value) };
  return versionCard(pin, [place.stack], analysis.context);
}
