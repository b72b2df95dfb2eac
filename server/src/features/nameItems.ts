/** Completion of component names. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Catalog, ComponentSummary } from '../catalog/model.ts';
import type { ClientTraits } from './document.ts';
import type { ComponentItemData } from './itemData.ts';
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

/** All components that are not there yet. Retired ones come last; an alias that is being typed finds its component. */
export function nameItems(
  catalog: Catalog,
  uri: string,
  slot: NameSlot,
  traits: ClientTraits['completion'],
): NameItems {
  const typed = slot.typed.toLowerCase();
  const items: CompletionItem[] = [];
  let isIncomplete = false;
  for (const id of catalog.ids()) {
    const summary = catalog.summary(id);
    if (summary === undefined || slot.present.has(id)) continue;
    const aliases = typed === '' ? [] : summary.aliases.filter((alias) => alias.toLowerCase().startsWith(typed));
    if (aliases.length > 0) isIncomplete = true;
    items.push(nameItem(summary, uri, slot, id.startsWith(typed) ? undefined : aliases[0], traits));
  }
  return { items, isIncomplete };
}

function nameItem(
  { id, name, layer, status }: ComponentSummary,
  uri: string,
  { range, written, suffix }: NameSlot,
  alias: string | undefined,
  traits: ClientTraits['completion'],
): CompletionItem {
  const ended = status === 'retired' || status === 'archived';
  const detail = [name, layer, ...(ended ? [status] : [])].join(' · ');
  const item: CompletionItem = {
    label: id,
    kind: CompletionItemKind.Module,
    detail,
    filterText: alias ?? id,
    sortText: `${ended ? 1 : 0}${id}`,
    textEdit: { range, newText: `${written(id)}${suffix}` },
    data: { kind: 'component', uri, component: id } satisfies ComponentItemData,
  };
  if (traits.labelDetails) item.labelDetails = { description: ended ? `${layer}, ${status}` : layer };
  if (ended) markDeprecated(item, traits);
  return item;
}
