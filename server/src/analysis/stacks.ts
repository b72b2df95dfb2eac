/** Effective stacks: components with those of the bases below them, alone and with each environment's merged over them. */
import type { Catalog } from '../catalog/model.ts';
import type { Composition, Layer } from '../composition/layers.ts';
import type { EnvironmentEntry, PinEntry, StackManifest } from '../manifest/stack.ts';
import type { LookedUpPin, ResolvedPin } from './analysis.ts';
import { type Layout, layout, type Slot } from './layout.ts';
import { lookUp } from './lookUp.ts';
import { type PinList, pinList, worthALook } from './pinLists.ts';
import type { PinRecord, PinRecords } from './pinRecords.ts';
import type { AskedPolicy } from './policy.ts';
import type { Remembered } from './remembered.ts';

/** Where an entry is written. */
export type Written = Pick<ResolvedPin, 'writtenIn' | 'layer' | 'rank'>;

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

/** What laying stacks remembers between checks. */
export interface StackMemory {
  readonly pins: PinRecords;
  /** By the mapping that they are of. */
  readonly lists: Remembered<PinList>;
  /** By the stack. */
  readonly layouts: Remembered<Layout>;
}

/** One effective stack before it is judged. Its pins are made when they are asked for. */
export interface LaidStack {
  readonly environment: string | null;
  /** What tells it apart from the other stacks of its file. */
  readonly key: string;
  /** In their order. */
  readonly slots: readonly Slot[];
  readonly lists: readonly PinList[];
  /** The slots in which there is something to check. */
  worthALook(policy: AskedPolicy, pins: PinRecords): readonly Slot[];
  recordAt(slot: Slot): PinRecord | undefined;
  /** Whether it is written in a base. */
  isInherited(slot: Slot): boolean;
  /** Of the layer that it is written in. */
  rankOf(slot: Slot): number;
  /** The same object each time, in all stacks of a document. */
  pinAt(slot: Slot): ResolvedPin | undefined;
}

/** A list as it takes part in a stack. */
interface LaidList {
  readonly list: PinList;
  readonly written: Written;
}

/** The list of the mapping `components` of a layer, or of one of its environments. */
export function listOf(
  { uri, manifest }: Layer,
  environment: EnvironmentEntry | undefined,
  { document }: Pick<StackManifest, 'document'>,
  { lists, pins }: StackMemory,
): PinList {
  const place = environment === undefined ? '' : manifest.environments.indexOf(environment);
  const key = `${document.index}\n${uri}\n${place}`;
  const list = pinList((environment ?? manifest).components, lists.get(key), pins);
  lists.set(key, list);
  return list;
}

/** All effective stacks of one document: the file's own first, then one an environment, its own and those of its bases. */
export function layStacks(manifest: StackManifest, { layers }: Composition, memory: StackMemory): LaidStack[] {
  const resolved = new Map<Slot, ResolvedPin>();
  const laidIn = (environment: string | null): LaidList[] =>
    layers.flatMap((layer, index) => {
      const written = { writtenIn: environment, layer, rank: rankOf(layers, index, environment) };
      if (environment === null) return [{ list: listOf(layer, undefined, manifest, memory), written }];
      const entry = layer.manifest.environments.find(({ name }) => name === environment);
      return entry === undefined ? [] : [{ list: listOf(layer, entry, manifest, memory), written }];
    });
  const key = String(manifest.document.index);
  const lay = (name: string, laid: readonly LaidList[], under: Layout | undefined): Layout => {
    const made = layout(
      laid.map(({ list }) => list),
      under,
      memory.layouts.get(name),
    );
    memory.layouts.set(name, made);
    return made;
  };
  const own = laidIn(null);
  const base = lay(key, own, undefined);
  return [
    stackOf(null, key, base, own, resolved),
    ...environmentsOf(manifest, layers).map((environment) => {
      const laid = laidIn(environment);
      const name = `${key} ${environment}`;
      return stackOf(environment, name, lay(name, laid, base), [...own, ...laid], resolved);
    }),
  ];
}

function stackOf(
  environment: string | null,
  key: string,
  { slots, positions, overlaid, isPlain }: Layout,
  laid: readonly LaidList[],
  resolved: Map<Slot, ResolvedPin>,
): LaidStack {
  const place = ({ list, at }: Slot, overrides: ResolvedPin | undefined): ResolvedPin | undefined => {
    const { list: entries, written } = laid[list] ?? {};
    const [entry, record] = [entries?.entries[at], entries?.records[at]];
    return entry && record && written && placed(entry, record.pin, written, overrides);
  };
  return {
    environment,
    key,
    slots,
    lists: laid.map(({ list }) => list),
    worthALook: (policy, pins) => {
      const [only] = laid;
      // Of one list in which nothing takes the place of anything, each entry is in its own place.
      if (isPlain && only !== undefined) {
        const at = worthALook(only.list, only.written.layer.via === undefined ? policy : undefined, pins);
        return at.flatMap((position) => slots[position] ?? []);
      }
      const found = new Set(overlaid);
      for (const [index, { list, written }] of laid.entries()) {
        const own = positions[index];
        for (const at of worthALook(list, written.layer.via === undefined ? policy : undefined, pins)) {
          const position = own?.[at] ?? -1;
          if (position >= 0) found.add(position);
        }
      }
      return [...found].sort((a, b) => a - b).flatMap((position) => slots[position] ?? []);
    },
    recordAt: ({ list, at }) => laid[list]?.list.records[at],
    isInherited: ({ list }) => laid[list]?.written.layer.via !== undefined,
    rankOf: ({ list }) => laid[list]?.written.rank ?? 0,
    pinAt: (slot) => {
      const known = resolved.get(slot);
      if (known !== undefined) return known;
      const chain = [slot];
      for (let one = slot.below; one !== undefined; one = one.below) chain.push(one);
      // From the lowest on: one name can be written thousands of times.
      return chain.reduceRight<ResolvedPin | undefined>((below, one) => {
        const pin = resolved.get(one) ?? place(one, below);
        if (pin !== undefined) resolved.set(one, pin);
        return pin;
      }, undefined);
    },
  };
}

/** The file's own environments in their order, then those that only bases have. */
function environmentsOf(manifest: StackManifest, layers: readonly Layer[]): readonly string[] {
  const own = manifest.environments.map(({ name }) => name);
  const inherited = layers.flatMap((layer) => layer.manifest.environments.map(({ name }) => name));
  return [...new Set([...own, ...inherited])];
}
