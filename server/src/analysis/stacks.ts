/** Effective stacks: components with those of the bases below them, alone and with each environment's merged over them. */
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import type { Composition, Layer } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import { type PinValue, type PinVocabulary, parsePin } from '../version/index.ts';
import type { AnalysisContext, Coverage, EffectiveStack, ResolvedPin } from './analysis.ts';
import { type JudgedPairs, judgePairs } from './judgedPairs.ts';
import { isVersionOfChart } from './listing.ts';
import { takenOut } from './takenOut.ts';

/** What is assumed of a component that no catalog knows. */
const NO_VOCABULARY: PinVocabulary = { scheme: 'semver', version: () => undefined, line: () => undefined };

/** An effective stack with its pairs judged. */
export interface JudgedStack {
  readonly stack: EffectiveStack;
  readonly pairs: JudgedPairs;
}

/** Where an entry is written. */
export type Written = Pick<ResolvedPin, 'writtenIn' | 'layer' | 'rank'>;

/** Looks up one entry. Pure; the catalog decodes the component on first use. */
export function resolvePin(entry: PinEntry, written: Written, context: AnalysisContext): ResolvedPin {
  const component = context.catalog.component(entry.component);
  const text = entry.version?.text.trim();
  const parsed =
    text === undefined || text === ''
      ? undefined
      : parsePin(text, component === undefined ? NO_VOCABULARY : vocabularyOf(component));
  // Software of one's own may be versioned in any way.
  const value: PinValue | undefined = component === undefined && parsed?.kind === 'invalid' ? undefined : parsed;
  const candidates = component === undefined || value === undefined ? [] : candidatesOf(component, value);
  const pin = { entry, ...written, component, value, candidates };
  // Nothing that is said of the component's versions is said of its chart's.
  return isVersionOfChart(pin) ? { ...pin, candidates: [] } : pin;
}

/** What the file itself writes, outside and inside of an environment. */
export function writtenInFile({ layers }: Composition, manifest: StackManifest, environment: string | null): Written {
  const index = layers.findIndex((layer) => layer.manifest === manifest);
  const layer: Layer = layers[index] ?? { uri: '', manifest, via: undefined };
  return { writtenIn: environment, layer, rank: rankOf(layers, index, environment) };
}

/** Environments lie above all files. */
function rankOf(layers: readonly Layer[], index: number, environment: string | null): number {
  return environment === null ? index : layers.length + index;
}

/** All effective stacks of one document: the file's own first, then one an environment, its own and those of its bases. */
export function effectiveStacks(
  manifest: StackManifest,
  composition: Composition,
  context: AnalysisContext,
): JudgedStack[] {
  const memory: Parameters<typeof judgePairs>[2] = new Map();
  const { layers } = composition;
  const lay = (
    below: ReadonlyMap<string, ResolvedPin>,
    environment: string | null,
    entriesOf: (layer: StackManifest) => readonly PinEntry[],
  ): Map<string, ResolvedPin> => {
    const pins = new Map(below);
    for (const [index, layer] of layers.entries()) {
      const written: Written = { writtenIn: environment, layer, rank: rankOf(layers, index, environment) };
      for (const entry of entriesOf(layer.manifest)) {
        if (entry.removed) pins.delete(entry.instance);
        else pins.set(entry.instance, { ...resolvePin(entry, written, context), overrides: pins.get(entry.instance) });
      }
    }
    return pins;
  };
  const base = lay(new Map(), null, ({ components }) => components);
  const stackOf = (environment: string | null, pins: ReadonlyMap<string, ResolvedPin>): JudgedStack => {
    const list = [...pins.values()];
    const taken = takenOut(manifest, composition, environment, context.catalog);
    const pairs = judgePairs(list, context, memory, composition, taken);
    const coverage: Coverage = { pins: list.length, pairs: pairs.total, pairsKnown: pairs.known };
    const { name, document } = manifest;
    return {
      stack: { manifest, composition, document: document.index, name, environment, pins: list, coverage },
      pairs,
    };
  };
  return [
    stackOf(null, base),
    ...environmentsOf(manifest, layers).map((name) =>
      stackOf(
        name,
        lay(base, name, ({ environments }) => environments.find((one) => one.name === name)?.components ?? []),
      ),
    ),
  ];
}

/** The file's own environments in their order, then those that only bases have. */
function environmentsOf(manifest: StackManifest, layers: readonly Layer[]): readonly string[] {
  const own = manifest.environments.map(({ name }) => name);
  const inherited = layers.flatMap((layer) => layer.manifest.environments.map(({ name }) => name));
  return [...new Set([...own, ...inherited])];
}
