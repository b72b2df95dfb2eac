/** Completion of component names. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Catalog, ComponentSummary } from '../catalog/model.ts';
import { layerWords, statusWords } from './catalogWords.ts';
import type { ClientTraits } from './document.ts';
import type { ComponentItemData } from './itemData.ts';
import { hasEnded, type RankedName } from './nameRanks.ts';
import type { TextSlot } from './slot.ts';
import { markDeprecated } from './versionItems.ts';

/** Where the name goes, and what stands there. */
export interface NameSlot extends TextSlot {
  /** Written behind the name: `: ` where it becomes a key and no colon follows yet. */
  readonly suffix: string;
  /** Names that stand in the same mapping already. */
  readonly present: ReadonlySet<string>;
}

/** Whether more typing could bring other items: then the client has to ask again rather than filter what it has. */
export interface NameItems {
  readonly items: CompletionItem[];
  readonly isIncomplete: boolean;
}

/**
 * All components that are not there yet; an alias that is being typed finds its component.
 * @param ranked tells their order; without it those that have ended come last
 */
export function nameItems(
  catalog: Catalog,
  uri: string,
  slot: NameSlot,
  traits: ClientTraits['completion'],
  ranked: (summary: ComponentSummary) => RankedName = byStatus,
): NameItems {
  const typed = slot.typed.toLowerCase();
  const items: CompletionItem[] = [];
  let isIncomplete = false;
  for (const id of catalog.ids()) {
    const summary = catalog.summary(id);
    if (summary === undefined || slot.present.has(id)) continue;
    const aliases = typed === '' ? [] : summary.aliases.filter((alias) => alias.toLowerCase().startsWith(typed));
    if (aliases.length > 0) isIncomplete = true;
    const alias = id.startsWith(typed) ? undefined : aliases[0];
    items.push(nameItem(summary, ranked(summary), uri, slot, alias, traits));
  }
  return { items, isIncomplete };
}

function byStatus({ status }: ComponentSummary): RankedName {
  return { rank: hasEnded(status) ? 1 : 0, neededBy: undefined };
}

function nameItem(
  { id, name, layer, status }: ComponentSummary,
  { rank, neededBy }: RankedName,
  uri: string,
  { range, written, suffix }: NameSlot,
  alias: string | undefined,
  traits: ClientTraits['completion'],
): CompletionItem {
  const ended = hasEnded(status);
  const where = layerWords(layer);
  const parts = [name, where];
  if (ended) parts.push(statusWords(status));
  if (neededBy !== undefined) parts.push(t('needed by {0}', neededBy));
  const item: CompletionItem = {
    label: id,
    kind: CompletionItemKind.Module,
    detail: parts.join(' · '),
    filterText: alias ?? id,
    sortText: `${rank}${id}`,
    textEdit: { range, newText: `${written(id)}${suffix}` },
    data: { kind: 'component', uri, component: id } satisfies ComponentItemData,
  };
  if (traits.labelDetails)
    item.labelDetails = { description: ended ? t('{0}, {1}', where, statusWords(status)) : where };
  if (ended) markDeprecated(item, traits);
  return item;
}
