/** Completion: component names, versions, keys, values, paths and codes, wherever the text can be made out, however broken it is. */
import { type CompletionItem, CompletionList, type Position } from 'vscode-languageserver-types';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { isFollowed, type KeyPlace, locate, type Place, type ValuePlace } from '../manifest/places.ts';
import { keyInfo, keysAt } from '../manifest/schema.ts';
import { rangeOf, type YamlDocument } from '../manifest/tree.ts';
import { betweenItems, codeItems, dayItems, findingsOf } from './acknowledgeItems.ts';
import { chartItems, isChartKey } from './chartItems.ts';
import { commentItems } from './commentItems.ts';
import { pinsBelow, placeIn, type Question, stackAt } from './completionQuestion.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { environmentItems, instanceItems } from './instanceItems.ts';
import { keyItems, valueItems } from './keyItems.ts';
import { layerItems } from './layerSnippets.ts';
import { nameItems } from './nameItems.ts';
import { nameRanks } from './nameRanks.ts';
import { type PathKind, pathItems } from './pathItems.ts';
import { pinInStack, touches } from './pinAt.ts';
import { type PinPath, pinPathOf } from './pinPath.ts';
import { slotOf } from './slot.ts';
import { stillMatching } from './stillMatching.ts';
import { versionItems } from './versionItems.ts';

/**
 * What can be written at a position; empty where nothing can be said.
 * @param files URIs of the files that a path can lead to, where `pathAskedFor` wants some
 */
export function complete(
  checked: CheckedDocument,
  position: Position,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
  files: readonly string[] = [],
): CompletionList {
  const { document, offset } = placeIn(checked, position);
  if (document === undefined) return CompletionList.create([]);
  const context = contextOf(checked.analysis.context, document.index);
  const asked = { checked, document, offset, context, traits, isCancelled, files };
  const comment = document.commentAt(offset);
  if (comment !== undefined) return CompletionList.create(commentItems(comment, asked));
  const place = placeAt(document, offset);
  if (place === undefined) return CompletionList.create([]);
  const question = { ...asked, slot: slotOf(checked.analysis.file.source, place, offset) };
  const list = place.kind === 'key' ? keysFor(place, question) : valuesFor(place, question);
  return stillMatching(list, checked.analysis.file.source, offset);
}

/** What files a completion at a position would name, so that they can be looked up before; undefined where none. */
export function pathAskedFor(checked: CheckedDocument, position: Position): PathKind | undefined {
  const { document, offset } = placeIn(checked, position);
  const place = document && placeAt(document, offset);
  return place?.kind === 'value' ? pathKindOf(place.path) : undefined;
}

/** Where somebody asked last in each document: a question looks for its place twice. */
const lastPlaces = new WeakMap<YamlDocument, { readonly offset: number; readonly place: Place | undefined }>();

function placeAt(document: YamlDocument, offset: number): Place | undefined {
  const last = lastPlaces.get(document);
  if (last?.offset === offset) return last.place;
  const place = locate(document, offset);
  lastPlaces.set(document, { offset, place });
  return place;
}

function keysFor(place: KeyPlace, question: Question): CompletionList {
  const { checked, document, offset, context, slot, traits } = question;
  const { path, hasColon, flow, siblings, column } = place;
  const { keys, free } = keysAt(path);
  const present = new Set(siblings);
  const followed = !flow && isFollowed(document.source, offset, column);
  const suffix = hasColon ? '' : ': ';
  if (free?.names === 'component') {
    const environment = path[0] === 'environments' ? (path[1] ?? null) : null;
    const stack = stackAt(question, environment);
    const below = pinsBelow(stack, environment);
    const instances = instanceItems(below, checked.uri, { ...slot, suffix, present });
    for (const { entry } of below) present.add(entry.instance);
    const ranked = nameRanks(stack?.described ?? [], context.catalog);
    const names = nameItems(context.catalog, checked.uri, { ...slot, suffix, present }, traits, ranked);
    // What is being typed is no pin yet, nor is a key that has its colon room for a whole layer.
    const layers =
      stack === undefined || hasColon || flow || followed
        ? { items: [], isIncomplete: false }
        : layerItems(stack, context, checked.uri, { ...slot, present, indentation: column }, traits);
    return CompletionList.create(
      [...instances, ...layers.items, ...names.items],
      names.isIncomplete || layers.isIncomplete,
    );
  }
  if (free?.names === 'environment')
    return CompletionList.create(environmentItems(checked.analysis, document.index, { ...slot, suffix, present }));
  return CompletionList.create(
    keyItems(keys, { ...slot, present, hasColon, flow, followed, indentation: column }, traits),
  );
}

function valuesFor(place: ValuePlace, question: Question): CompletionList {
  const { checked, context, slot, traits } = question;
  const { path } = place;
  const pin = pinPathOf(path);
  if (pin !== undefined && (pin.key === undefined || pin.key === 'version' || pin.key === 'allow')) {
    return versionsFor(pin, question);
  }
  const chartKey = path.at(-1);
  const charted = pinPathOf(path.slice(0, -1));
  if (charted?.key === 'chart' && isChartKey(chartKey)) {
    const { component, place: found } = componentAt(charted, question);
    return CompletionList.create(component === undefined ? [] : chartItems(chartKey, component, found?.pin, slot));
  }
  if (pin?.key === 'component') {
    const name = { ...slot, suffix: '', present: new Set<string>() };
    const others = stackAt(question, pin.environment)?.described.filter(({ entry }) => entry.instance !== pin.instance);
    const ranked = nameRanks(others ?? [], context.catalog);
    const { items, isIncomplete } = nameItems(context.catalog, checked.uri, name, traits, ranked);
    return CompletionList.create(items, isIncomplete);
  }
  if (pathKindOf(path) !== undefined) return CompletionList.create(pathsFor(path, question));
  if (path[0] === 'acknowledge' && path.length > 2) {
    const items = acknowledgingItems(path, question);
    if (items !== undefined) return CompletionList.create(items);
  }
  const info = keyInfo(path);
  if (info !== undefined && info.values.length > 0) return CompletionList.create(valueItems(info, slot));
  const keys = itemKeys(place, question);
  if (keys.length > 0 || info?.default === undefined) return CompletionList.create(keys);
  return CompletionList.create(valueItems({ ...info, values: [info.default] }, slot));
}

function acknowledgingItems(path: readonly string[], question: Question): CompletionItem[] | undefined {
  const { context, slot } = question;
  const [, , key, ...more] = path;
  if (key === 'code' && more.length === 0) return codeItems(findingsOf(question), slot);
  if (key === 'until' && more.length === 0) return dayItems(context.date, slot);
  return key === 'between' && more.length === 1 ? betweenItems(path, question) : undefined;
}

function pathKindOf([key, index, ...more]: readonly string[]): PathKind | undefined {
  if (index === undefined || more.length > 0) return undefined;
  return key === 'extends' ? 'manifests' : key === 'catalogs' ? 'catalogs' : undefined;
}

function pathsFor([key]: readonly string[], { checked, document, slot, files, offset }: Question): CompletionItem[] {
  const manifest = checked.analysis.manifests.find((one) => one.document === document);
  const written = key === 'extends' ? manifest?.extends : manifest?.catalogs;
  const others = written?.filter((node) => !touches(rangeOf(node), offset)) ?? [];
  return pathItems(files, checked.uri, slot, new Set(others.map(({ text }) => text)));
}

/** Behind a dash a mapping may begin: its keys. */
function itemKeys({ path, flow, range }: Place, { checked, slot, traits }: Question): CompletionItem[] {
  const isItem = /^\d+$/.test(path.at(-1) ?? '');
  if (!isItem || flow) return [];
  const indentation = checked.lines.positionAt(range.start).character;
  return keyItems(keysAt(path).keys, { ...slot, present: new Set(), hasColon: false, flow, indentation }, traits);
}

/** What a place in a pin is about, and the pin itself where it can be read. */
function componentAt({ environment, instance }: PinPath, { checked: { analysis }, document, context }: Question) {
  const place = pinInStack(analysis, { document: document.index, environment, instance });
  // In a text too broken for the pin to be read, its key still says what it is.
  const component = place === undefined ? context.catalog.component(instance) : place.pin.component;
  return { component, place };
}

function versionsFor(path: PinPath, question: Question): CompletionList {
  const { checked, document, context, slot, traits, isCancelled } = question;
  const { uri } = checked;
  const at = { document: document.index, environment: path.environment, instance: path.instance };
  const { component, place } = componentAt(path, question);
  if (component === undefined) return CompletionList.create([]);
  const data = { kind: 'version', uri, component: component.id, ...at } as const;
  const wantsRange = path.key === 'allow';
  return versionItems({ component, place, slot, data, context, wantsRange }, traits, isCancelled);
}
