/** Completion: component names, versions, keys and values, wherever the text can be made out, however broken it is. */
import { type CompletionItem, CompletionList, type Position } from 'vscode-languageserver-types';
import type { AnalysisContext } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { type KeyPlace, locate, type Place, type ValuePlace } from '../manifest/places.ts';
import { keyInfo, keysAt } from '../manifest/schema.ts';
import type { YamlDocument } from '../manifest/tree.ts';
import { chartItems, isChartKey } from './chartItems.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { keyItems, valueItems } from './keyItems.ts';
import { nameItems } from './nameItems.ts';
import { pinInStack } from './pinAt.ts';
import { slotOf, type TextSlot } from './slot.ts';
import { versionItems } from './versionItems.ts';

/** One question for completion, as the parts below share it. */
interface Question {
  readonly checked: CheckedDocument;
  readonly document: YamlDocument;
  /** What holds in the document. */
  readonly context: AnalysisContext;
  readonly slot: TextSlot;
  readonly traits: ClientTraits['completion'];
  readonly isCancelled: () => boolean;
}

/** What can be written at a position; empty where nothing can be said. */
export function complete(
  checked: CheckedDocument,
  position: Position,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
): CompletionList {
  const { analysis, lines } = checked;
  const offset = lines.offsetAt(position);
  const document = analysis.file.documents.findLast(({ range }) => range.start <= offset);
  const place = document === undefined ? undefined : locate(document, offset);
  if (document === undefined || place === undefined) return CompletionList.create([]);
  const slot = slotOf(analysis.file.source, place, offset);
  const context = contextOf(analysis.context, document.index);
  const question = { checked, document, context, slot, traits, isCancelled };
  return place.kind === 'key' ? keysFor(place, question) : valuesFor(place, question);
}

function keysFor(place: KeyPlace, { checked, context, slot, traits }: Question): CompletionList {
  const { path, hasColon, flow, siblings, column } = place;
  const { keys, free } = keysAt(path);
  const present = new Set(siblings);
  if (free?.names === 'component') {
    const suffix = hasColon ? '' : ': ';
    const name = { ...slot, suffix, present };
    const { items, isIncomplete } = nameItems(context.catalog, checked.uri, name, traits);
    return CompletionList.create(items, isIncomplete);
  }
  return CompletionList.create(keyItems(keys, { ...slot, present, hasColon, flow, indentation: column }, traits));
}

function valuesFor(place: ValuePlace, question: Question): CompletionList {
  const { checked, context, slot, traits } = question;
  const { path } = place;
  const pin = pinOf(path);
  if (pin !== undefined && (pin.key === undefined || pin.key === 'version' || pin.key === 'allow')) {
    return CompletionList.create(versionsFor(pin, question));
  }
  const chartKey = path.at(-1);
  const charted = pinOf(path.slice(0, -1));
  if (charted?.key === 'chart' && isChartKey(chartKey)) {
    const { component, place: found } = componentAt(charted, question);
    return CompletionList.create(component === undefined ? [] : chartItems(chartKey, component, found?.pin, slot));
  }
  if (pin?.key === 'component') {
    const name = { ...slot, suffix: '', present: new Set<string>() };
    const { items, isIncomplete } = nameItems(context.catalog, checked.uri, name, traits);
    return CompletionList.create(items, isIncomplete);
  }
  const info = keyInfo(path);
  if (info !== undefined && info.values.length > 0) return CompletionList.create(valueItems(info, slot));
  return CompletionList.create(itemKeys(place, question));
}

/** Behind a dash a mapping may begin: its keys. */
function itemKeys({ path, flow, range }: Place, { checked, slot, traits }: Question): CompletionItem[] {
  const isItem = /^\d+$/.test(path.at(-1) ?? '');
  if (!isItem || flow) return [];
  const indentation = checked.lines.positionAt(range.start).character;
  return keyItems(keysAt(path).keys, { ...slot, present: new Set(), hasColon: false, flow, indentation }, traits);
}

/** A place in a pin. */
interface PinPath {
  readonly environment: string | null;
  readonly instance: string;
  /** The key of the long form; undefined for the short form's version. */
  readonly key: string | undefined;
}

function pinOf(path: readonly string[]): PinPath | undefined {
  const inEnvironment = path[0] === 'environments';
  const rest = inEnvironment ? path.slice(2) : path;
  const [section, instance, key, ...more] = rest;
  if (section !== 'components' || instance === undefined || more.length > 0) return undefined;
  return { environment: inEnvironment ? (path[1] ?? null) : null, instance, key };
}

/** What a place in a pin is about, and the pin itself where it can be read. */
function componentAt({ environment, instance }: PinPath, { checked: { analysis }, document, context }: Question) {
  const place = pinInStack(analysis, { document: document.index, environment, instance });
  // In a text too broken for the pin to be read, its key still says what it is.
  const component = place === undefined ? context.catalog.component(instance) : place.pin.component;
  return { component, place };
}

function versionsFor(path: PinPath, question: Question): CompletionItem[] {
  const { checked, document, context, slot, traits, isCancelled } = question;
  const { uri } = checked;
  const at = { document: document.index, environment: path.environment, instance: path.instance };
  const { component, place } = componentAt(path, question);
  if (component === undefined) return [];
  const data = { kind: 'version', uri, component: component.id, ...at } as const;
  return versionItems({ component, place, slot, data, context }, traits, isCancelled);
}
