/** Completion of component names. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Catalog, ComponentSummary } from '../catalog/model.ts';
import { layerWords, statusWords } from './catalogWords.ts';
import type { ClientTraits } from './document.ts';
import type { ComponentItemData } from './itemData.ts';
import { lastMade } from './lastMade.ts';
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
  for (const one of summariesOf(catalog)) {
    const { id, aliases } = one.summary;
    if (slot.present.has(id)) continue;
    const alias =
      typed === '' || aliases.length === 0 ? undefined : aliases.find((name) => name.toLowerCase().startsWith(typed));
    if (alias === undefined) found.push(one);
    else {
      isByAlias = true;
      found.push(id.startsWith(typed) ? one : { summary: one.summary, alias });
    }
  }
  const { left, isCut } = goingOn(found, typed, ({ summary, alias }) => alias ?? summary.id, inOrderOf(ranked));
  const items = left.map((one) => nameItem(one, ranked(one.summary), uri, slot, traits));
  return { items, isIncomplete: isByAlias || isCut };
}

const last = lastMade<readonly FoundName[]>();

/** Every component by its id. A catalog is the same for as long as it is open. */
function summariesOf(catalog: Catalog): readonly FoundName[] {
  return last([catalog], () => catalog.ids().flatMap((id) => foundById(catalog.summary(id))));
}

function foundById(summary: ComponentSummary | undefined): FoundName | [] {
  return summary === undefined ? [] : { summary, alias: undefined };
}

/** Ids are in order, and sorting keeps it among those of one rank. */
function inOrderOf(ranked: (summary: ComponentSummary) => RankedName) {
  return (some: readonly FoundName[]): readonly FoundName[] =>
    some
      .map((one) => ({ one, rank: ranked(one.summary).rank }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
}

function byStatus({ status }: ComponentSummary): RankedName {
  return { rank: hasEnded(status) ? 1 : 0, neededBy: undefined };
}

function nameItem(
  { summary: { id, name, layer, status }, alias }: FoundName,
  { rank, neededBy }: RankedName,
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
