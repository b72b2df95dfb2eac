/** Effective stacks: components with those of the bases below them, alone and with each environment's merged over them. */
import type { Catalog } from '../catalog/model.ts';
import type { Composition, Layer } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { LookedUpPin, ResolvedPin } from './analysis.ts';
import { lookUp } from './lookUp.ts';
import { type OrderedOverlay, orderedOverlay } from './orderedOverlay.ts';
import type { PinRecord } from './pinRecords.ts';

/** Where an entry is written. */
export type Written = Pick<ResolvedPin, 'writtenIn' | 'layer' | 'rank'>;

/** A pin of a stack, and what is remembered of it. */
export interface LaidPin {
  readonly pin: ResolvedPin;
  readonly record: PinRecord;
}

/** The pins of one stack, in their order. */
export interface LaidStack {
  readonly environment: string | null;
  readonly pins: readonly LaidPin[];
}

/** Looks up one entry. Pure; the catalog decodes the component on first use. */
export function resolvePin(entry: PinEntry, written: Written, { catalog }: { readonly catalog: Catalog }): ResolvedPin {
  return placed(entry, lookUp(entry, catalog), written, undefined);
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

function placed(
  entry: PinEntry,
  { component, value, candidates }: Omit<LookedUpPin, 'entry'>,
  { writtenIn, layer, rank }: Written,
  overrides: ResolvedPin | undefined,
): ResolvedPin {
  return { entry, writtenIn, layer, rank, overrides, component, value, candidates };
}

/** All effective stacks of one document: the file's own first, then one an environment, its own and those of its bases. */
export function layStacks(
  manifest: StackManifest,
  { layers }: Composition,
  recordOf: (entry: PinEntry) => PinRecord,
): LaidStack[] {
  const lay = (
    pins: OrderedOverlay<LaidPin>,
    environment: string | null,
    entriesOf: (layer: StackManifest) => readonly PinEntry[],
  ): LaidStack => {
    for (const [index, layer] of layers.entries()) {
      const written: Written = { writtenIn: environment, layer, rank: rankOf(layers, index, environment) };
      for (const entry of entriesOf(layer.manifest)) {
        const { instance } = entry;
        if (entry.removed) {
          pins.delete(instance);
          continue;
        }
        const record = recordOf(entry);
        pins.set(instance, { pin: placed(entry, record.pin, written, pins.get(instance)?.pin), record });
      }
    }
    return { environment, pins: pins.values() };
  };
  const base = orderedOverlay<LaidPin>();
  return [
    lay(base, null, ({ components }) => components),
    ...environmentsOf(manifest, layers).map((name) =>
      lay(base.over(), name, ({ environments }) => environments.find((one) => one.name === name)?.components ?? []),
    ),
  ];
}

/** The file's own environments in their order, then those that only bases have. */
function environmentsOf(manifest: StackManifest, layers: readonly Layer[]): readonly string[] {
  const own = manifest.environments.map(({ name }) => name);
  const inherited = layers.flatMap((layer) => layer.manifest.environments.map(({ name }) => name));
  return [...new Set([...own, ...inherited])];
}
