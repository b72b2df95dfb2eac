/** Completion in catalogs: keys and values by the schema, ids of components, capabilities, versions and today. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, CompletionList, type Position } from 'vscode-languageserver-types';
import { CATALOG_SCHEMA } from '../../catalog/format.ts';
import { capabilitiesOf } from '../../catalog/lint/references.ts';
import { type KeyPlace, locate, type ValuePlace } from '../../manifest/places.ts';
import { componentCard } from '../componentCard.ts';
import type { ClientTraits } from '../document.ts';
import { readItemData } from '../itemData.ts';
import { keyItems, valueItems } from '../keyItems.ts';
import { nameItems } from '../nameItems.ts';
import { render } from '../prose.ts';
import { slotOf, type TextSlot } from '../slot.ts';
import { versionItems } from '../versionItems.ts';
import type { CheckedCatalog } from './checkedCatalog.ts';
import { meaningAt } from './meaning.ts';

interface Question {
  readonly checked: CheckedCatalog;
  readonly slot: TextSlot;
  readonly traits: ClientTraits['completion'];
  readonly isCancelled: () => boolean;
}

/** What can be written at a position of a catalog; empty where nothing can be said. */
export function completeCatalog(
  checked: CheckedCatalog,
  position: Position,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
): CompletionList {
  const { document } = checked.reading;
  const offset = checked.lines.offsetAt(position);
  const place = locate(document, offset, CATALOG_SCHEMA);
  if (place === undefined) return CompletionList.create([]);
  const question = { checked, slot: slotOf(document.source, place, offset), traits, isCancelled };
  return place.kind === 'key' ? keysFor(place, question) : valuesFor(place, question);
}

function keysFor({ path, hasColon, flow, siblings, column }: KeyPlace, { checked, slot, traits }: Question) {
  const present = new Set(siblings);
  const { keys, free } = CATALOG_SCHEMA.keysAt(path);
  if (free?.names === 'component') {
    const name = { ...slot, suffix: hasColon ? '' : ':', present };
    const { items, isIncomplete } = nameItems(checked.context.catalog, checked.uri, name, traits);
    return CompletionList.create(items, isIncomplete);
  }
  return CompletionList.create(keyItems(keys, { ...slot, present, hasColon, flow, indentation: column }, traits));
}

function valuesFor(place: ValuePlace, question: Question): CompletionList {
  const { checked, slot, traits, isCancelled } = question;
  const { path } = place;
  const { catalog, date } = checked.context;
  const meaning = meaningAt(path, checked.reading.document.root);
  switch (meaning?.kind) {
    case 'component':
    case 'requirement': {
      const name = { ...slot, suffix: '', present: new Set<string>() };
      const { items, isIncomplete } = nameItems(catalog, checked.uri, name, traits);
      const others = meaning.kind === 'requirement' ? capabilityItems(question) : [];
      return CompletionList.create([...items, ...others], isIncomplete);
    }
    case 'capability':
      return CompletionList.create(capabilityItems(question));
    case 'range':
    case 'version': {
      const component = catalog.component(meaning.of);
      if (component === undefined) return CompletionList.create([]);
      const data = {
        kind: 'version',
        uri: checked.uri,
        component: component.id,
        document: 0,
        environment: null,
        instance: component.id,
      } as const;
      const asked = { component, place: undefined, slot, data, context: checked.context };
      return versionItems(asked, traits, isCancelled);
    }
    case 'day':
      return CompletionList.create([todayItem(date, slot)]);
    case undefined:
      break;
  }
  const info = CATALOG_SCHEMA.keyInfo(path);
  if (info !== undefined && info.values.length > 0) return CompletionList.create(valueItems(info, slot));
  return CompletionList.create(itemKeys(place, question));
}

/** The item with its documentation; as it is when there is nothing to say. */
export function resolveCatalogCompletion(
  { context }: CheckedCatalog,
  item: CompletionItem,
  traits: ClientTraits['completion'],
): CompletionItem {
  const data = readItemData(item);
  const component = data?.kind === 'component' ? context.catalog.component(data.component) : undefined;
  if (component === undefined) return item;
  return { ...item, documentation: render(componentCard(component, context), traits.documentation) };
}

/** Behind a dash a mapping may begin: its keys. */
function itemKeys({ path, flow, range }: ValuePlace, { checked, slot, traits }: Question): CompletionItem[] {
  if (flow || !/^\d+$/.test(path.at(-1) ?? '')) return [];
  const indentation = checked.lines.positionAt(range.start).character;
  const { keys } = CATALOG_SCHEMA.keysAt(path);
  return keyItems(keys, { ...slot, present: new Set(), hasColon: false, flow, indentation }, traits);
}

/** Capabilities stand behind the components, where both are offered. */
function capabilityItems({ checked, slot }: Question): CompletionItem[] {
  return capabilitiesOf(checked.context.catalog).map((capability) => ({
    label: capability,
    kind: CompletionItemKind.Interface,
    detail: t('capability'),
    filterText: capability,
    sortText: `2${capability}`,
    textEdit: { range: slot.range, newText: slot.written(capability) },
  }));
}

function todayItem(date: string, { range, lead }: TextSlot): CompletionItem {
  return {
    label: date,
    kind: CompletionItemKind.Value,
    detail: t('today'),
    filterText: date,
    // A day needs no quotes here, whatever other readers make of it.
    textEdit: { range, newText: `${lead}${date}` },
  };
}
