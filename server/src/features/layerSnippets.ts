/** Completion of whole layers: the components that a layer is begun with, at the newest versions that fit. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { policyOf } from '../analysis/policy.ts';
import { resolvePin } from '../analysis/stacks.ts';
import { nameOfPin } from '../analysis/texts.ts';
import { scalarText } from '../analysis/yamlReading.ts';
import { LAYERS, type Layer } from '../catalog/model.ts';
import { parseYaml } from '../manifest/parse.ts';
import { readStacks } from '../manifest/read.ts';
import { layerWords } from './catalogWords.ts';
import type { ClientTraits } from './document.ts';
import type { ComponentItemData } from './itemData.ts';
import { lastMade } from './lastMade.ts';
import { layerFitTo } from './layerFit.ts';
import { LAYER_REFERENCES } from './layerReferences.ts';
import { bullets, render } from './prose.ts';
import type { TextSlot } from './slot.ts';
import { placeholder, snippetText } from './snippets.ts';
import { newestFitting } from './versionFit.ts';

/** Where the keys go. */
export interface LayerSlot extends TextSlot {
  /** Keys that stand in the same mapping already. */
  readonly present: ReadonlySet<string>;
  /** The number of spaces before the keys. */
  readonly indentation: number;
}

/** What a layer is begun with. */
interface Beginning {
  readonly layer: Layer;
  readonly pins: readonly ResolvedPin[];
}

/** What goes on from a stack: the layers, and what of them was begun with already. */
interface Following {
  readonly layers: readonly Layer[];
  readonly beginnings: Map<Layer, Beginning | undefined>;
}

const last = lastMade<Following>();

/** Layers as items, and whether more of them could follow from other typing. */
export interface LayerItems {
  readonly items: CompletionItem[];
  readonly isIncomplete: boolean;
}

/**
 * One item a layer that goes with those of the stack, is not there yet, and has a word that begins as what is typed: which versions
 * fit is worked out for no other. A client that takes no snippets gets the text without places to fill in; one that cannot keep its
 * line breaks only what goes into one line.
 */
export function layerItems(
  stack: EffectiveStack,
  context: AnalysisContext,
  uri: string,
  { range, typed, present, indentation, written }: LayerSlot,
  traits: ClientTraits['completion'],
): LayerItems {
  const following = followingOf(stack, context);
  const next = following.layers;
  const part = typed.trimStart().toLowerCase();
  const meant = next.filter((layer) => wordsOf(layer).some((word) => word.startsWith(part)));
  const items = beginningsOf(meant, following, stack, context).flatMap(({ layer, pins }): CompletionItem[] => {
    const isNew = pins.every(({ entry }) => !present.has(entry.instance));
    if (!isNew || (pins.length > 1 && !traits.keepsWhitespace)) return [];
    const entries = pins.map(({ entry, value }) => {
      return { key: written(entry.instance), version: scalarText(value?.text ?? '', undefined) };
    });
    const lines = entries.map(({ key, version }, place) =>
      traits.snippets ? `${snippetText(key)}: ${placeholder(place + 1, version)}` : `${key}: ${version}`,
    );
    const label = t('layer: {0}', layerWords(layer));
    const item: CompletionItem = {
      label,
      kind: CompletionItemKind.Snippet,
      detail: pins.map(nameOfPin).join(', '),
      documentation: render(
        [bullets(entries.map(({ key, version }) => [{ code: `${key}: ${version}` }]))],
        traits.documentation,
      ),
      filterText: [layer, ...pins.map(({ entry }) => entry.instance)].join(' '),
      // Behind what the stack asks for itself, and before all other names (nameRanks.ts).
      sortText: `2/${String(LAYERS.indexOf(layer)).padStart(2, '0')}`,
      textEdit: { range, newText: lines.join(`\n${' '.repeat(indentation)}`) },
      // As the names beside it have, so that the list says it once.
      data: { kind: 'component', uri, component: label } satisfies ComponentItemData,
    };
    if (pins.length > 1) item.insertTextMode = InsertTextMode.asIs;
    if (traits.snippets) item.insertTextFormat = InsertTextFormat.Snippet;
    return [item];
  });
  return { items, isIncomplete: meant.length < next.length };
}

/** Layers that go with those of the stack and are not there yet. */
function nextLayers(stack: EffectiveStack): readonly Layer[] {
  const fitOf = layerFitTo(
    new Set(stack.described.flatMap(({ entry, component }) => entry.layer ?? component?.layer ?? [])),
  );
  return LAYERS.filter((layer) => fitOf(layer) === 'next' && LAYER_REFERENCES[layer] !== undefined);
}

const wordsOfLayers = new Map<Layer, readonly string[]>();

/** By which a layer is meant: its own name and those of its components, from the begin of each word on. */
function wordsOf(layer: Layer): readonly string[] {
  let words = wordsOfLayers.get(layer);
  if (words === undefined) {
    const names = [layer, ...(LAYER_REFERENCES[layer] ?? []).flat()];
    words = [...new Set(names.flatMap((name) => [name, ...name.split('-')]))];
    wordsOfLayers.set(layer, words);
  }
  return words;
}

/** Whoever types a name changes nothing of it: what no catalog has is not judged, and counts only with a layer of its own. */
function followingOf(stack: EffectiveStack, { catalog, date }: AnalysisContext): Following {
  const { supportWindow } = policyOf(stack.composition);
  const about = [catalog, date, supportWindow, ...stack.described.map(({ entry }) => entry)];
  return last(about, () => ({ layers: nextLayers(stack), beginnings: new Map() }));
}

function beginningsOf(
  layers: readonly Layer[],
  { beginnings }: Following,
  stack: EffectiveStack,
  context: AnalysisContext,
): readonly Beginning[] {
  return layers.flatMap((layer) => {
    if (!beginnings.has(layer)) beginnings.set(layer, beginningOf(layer, stack, context));
    return beginnings.get(layer) ?? [];
  });
}

function beginningOf(layer: Layer, stack: EffectiveStack, context: AnalysisContext): Beginning | undefined {
  for (const ids of LAYER_REFERENCES[layer] ?? []) {
    const pins = fittingPins(ids, stack, context);
    if (pins !== undefined) return { layer, pins };
  }
  return undefined;
}

/** Each of the components at the newest version that fits the stack and those before it; undefined where one has none. */
function fittingPins(
  ids: readonly string[],
  stack: EffectiveStack,
  context: AnalysisContext,
): readonly ResolvedPin[] | undefined {
  const pins: ResolvedPin[] = [];
  for (const id of ids) {
    const component = context.catalog.component(id);
    const draft = pinOf(id, '*', context);
    if (component === undefined || draft === undefined) return undefined;
    if (stack.named(id) !== undefined) return undefined;
    const { composition, described } = stack;
    const place = { pin: draft, stack: { composition, described: [...described, ...pins] } };
    const version = newestFitting(component, place, context);
    const pin = version === undefined ? undefined : pinOf(id, version, context);
    if (pin === undefined) return undefined;
    pins.push(pin);
  }
  return pins;
}

/** A pin as if a manifest of its own had it. */
function pinOf(id: string, version: string, context: AnalysisContext): ResolvedPin | undefined {
  const [manifest] = readStacks(
    parseYaml(`components: {${scalarText(id, 'double')}: ${scalarText(version, 'double')}}\n`),
  );
  const entry = manifest?.components[0];
  if (manifest === undefined || entry === undefined) return undefined;
  return resolvePin(entry, { writtenIn: null, layer: { uri: '', manifest, via: undefined }, rank: 0 }, context);
}
