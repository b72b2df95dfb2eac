/** Definition: what an alias, an entry, an override and a name stand for. */
import type { Position } from 'vscode-languageserver-types';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import type { CheckedDocument } from '../document.ts';
import { anchorTargets } from './anchorPlaces.ts';
import { fileOf } from './entryFiles.ts';
import { compositionOf, entriesInOrder, overriddenBy, type WrittenPin } from './ownPin.ts';
import { placeOf } from './places.ts';
import { stackNames } from './stackNames.ts';
import { type SymbolAt, symbolAt } from './symbolAt.ts';
import { type Target, type Targets, TOP } from './targets.ts';

/**
 * Where a name leads:
 * - an alias, and the merge key before it, to its anchor;
 * - an entry under `extends` or `catalogs` to its file;
 * - a pin to the one that it takes the place of, in the file or in a base; one that takes the place of none to itself;
 * - a name under `between` to the pins that it means.
 */
export function definition(checked: CheckedDocument, position: Position): Targets | undefined {
  const { analysis, lines } = checked;
  const offset = lines.offsetAt(position);
  const anchored = anchorTargets(analysis.file.documents, checked, offset);
  if (anchored !== undefined) return anchored;
  const symbol = symbolIn(checked, position);
  if (symbol === undefined) return undefined;
  const manifest = analysis.manifests.find(({ document }) => document.index === symbol.names.document);
  if (manifest === undefined) return undefined;
  return { origin: symbol.place.range, targets: targetsOf(symbol, manifest, checked) };
}

/** The name at a position of a checked file. */
export function symbolIn({ analysis }: CheckedDocument, position: Position): SymbolAt | undefined {
  return symbolAt(stackNames(analysis.manifests, analysis.file.source), position);
}

function targetsOf(symbol: SymbolAt, manifest: StackManifest, checked: CheckedDocument): Target[] {
  const { place } = symbol;
  switch (symbol.kind) {
    case 'extends':
    case 'catalogs': {
      const uri = fileOf(symbol.kind, place.text, manifest, checked);
      return uri === undefined ? [] : [{ uri, range: TOP }];
    }
    case 'stack':
      return [{ uri: checked.uri, range: symbol.names.range }];
    case 'mention':
      return mentioned(symbol, manifest, checked);
    case 'pin': {
      if (symbol.part === 'component') return [];
      const { environment } = symbol.pin;
      const entry = entriesOf(manifest, environment).find(({ key }) => isAt(key, symbol, checked));
      const below = entry && overriddenBy(entry, compositionOf(checked.analysis, manifest), environment);
      return [below === undefined ? { uri: checked.uri, range: place.range } : targetOf(below, checked)];
    }
  }
}

function isAt(key: PinEntry['key'], { place }: SymbolAt, { analysis }: CheckedDocument): boolean {
  const { start } = placeOf(key, analysis.file.source).range;
  return start.line === place.range.start.line && start.character === place.range.start.character;
}

function entriesOf({ components, environments }: StackManifest, environment: string | null): readonly PinEntry[] {
  if (environment === null) return components;
  return environments.filter(({ name }) => name === environment).flatMap((one) => one.components);
}

/** The pin of a name, or all pins of a component: those of the file before those of its bases, and these before environments. */
function mentioned(symbol: SymbolAt, manifest: StackManifest, checked: CheckedDocument): Target[] {
  const composition = compositionOf(checked.analysis, manifest);
  const environments = new Set(
    composition.layers.flatMap((layer) => layer.manifest.environments.map(({ name }) => name)),
  );
  const plain = entriesInOrder(composition, null).reverse();
  const all = [
    ...plain,
    ...[...environments].flatMap((name) => entriesInOrder(composition, name).slice(plain.length).reverse()),
  ].filter(({ entry }) => !entry.removed);
  const own = all.find(({ entry }) => entry.instance === symbol.place.text);
  if (own !== undefined) return [targetOf(own, checked)];
  const instances = new Map<string, WrittenPin>();
  for (const one of all) {
    const { instance, component } = one.entry;
    if (component === symbol.place.text && !instances.has(instance)) instances.set(instance, one);
  }
  return [...instances.values()].map((one) => targetOf(one, checked));
}

function targetOf({ layer, entry }: WrittenPin, { uri, analysis }: CheckedDocument): Target {
  const isOwn = layer.via === undefined;
  const text = isOwn ? analysis.file.source : layer.manifest.document.source;
  return { uri: isOwn ? uri : layer.uri, range: placeOf(entry.key, text).range };
}
