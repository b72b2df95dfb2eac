/** Completion of component names. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Catalog, ComponentSummary } from '../catalog/model.ts';
import { layerWords, statusWords } from './catalogWords.ts';
import type { ClientTraits } from './document.ts';
import type { ComponentItemData } from './itemData.ts';
import { hasEnded, type RankedName } from './nameRanks.ts';
import type { TextSlot } from './slot.ts';
import { goingOn } from './stillMatching.ts';
import { markDeprecated } from './versionItems.ts';

/** Where the name goes, and what stands there. */
export interface NameSlot extends TextSlot {
  /** Written behind the name: `: ` where it becomes a key and no colon follows yet. */
  readonly suffix: string;
  /** Names that stand in the same mapping already. */
  readonly present: ReadonlySet<string>;
}

/** A component that could be meant. */
interface FoundName {
  readonly summary: ComponentSummary;
  readonly ranked: RankedName;
  /** By which it is found, where it is not by its id. */
  readonly alias: string | undefined;
}

/** Whether more typing could bring other items: then the client has to ask again rather than filter what it has. */
export interface NameItems {
  readonly items: CompletionItem[];
  readonly isIncomplete: boolean;
}

/**
 * Components that are not there yet and go on from what is typed; an alias that is being typed finds its component.
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
  const found: FoundName[] = [];
  let isByAlias = false;
  for (const id of catalog.ids()) {
    const summary = catalog.summary(id);
    if (summary === undefined || slot.present.has(id)) continue;
    const aliases = typed === '' ? [] : summary.aliases.filter((alias) => alias.toLowerCase().startsWith(typed));
    if (aliases.length > 0) isByAlias = true;
    found.push({ summary, ranked: ranked(summary), alias: id.startsWith(typed) ? undefined : aliases[0] });
  }
  // Ids are in order, and sorting keeps it among those of one rank.
  found.sort((a, b) => a.ranked.rank - b.ranked.rank);
  const { left, isCut } = goingOn(found, typed, ({ summary, alias }) => alias ?? summary.id);
  const items = left.map((one) => nameItem(one, uri, slot, traits));
  return { items, isIncomplete: isByAlias || isCut };
}

function byStatus({ status }: ComponentSummary): RankedName {
  return { rank: hasEnded(status) ? 1 : 0, neededBy: undefined };
}

function nameItem(
  { summary: { id, name, layer, status }, ranked: { rank, neededBy }, alias }: FoundName,
  uri: string,
  { range, written, suffix }: NameSlot,
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
