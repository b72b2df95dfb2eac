/** Checks a document as it would be with some of its pins changed, without any text: for trying a fix before it is offered. */
import { compose } from '../composition/compose.ts';
import type { Composition, Layer, ManifestSource } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { EntryNode, ScalarNode } from '../manifest/tree.ts';
import type { Analysis } from './analysis.ts';
import { checkValues } from './analyze.ts';
import type { Finding } from './finding.ts';
import type { AnalysisMemory } from './memory.ts';

/** How pins would be written. */
export interface Rewriting {
  /** Texts that would be others, for all that read them. */
  readonly texts: ReadonlyMap<ScalarNode, ScalarNode>;
  /** Entries of which a part would be written in the place of an alias. */
  readonly entries: ReadonlyMap<EntryNode, OwnTexts>;
  /** Entries in the place of which others would be written. */
  readonly replaced?: ReadonlyMap<EntryNode, PinEntry>;
  /** Entries that the checked file would have besides. */
  readonly added: readonly AddedPin[];
}

/** Parts of an entry that would no longer be those of another. */
export interface OwnTexts {
  readonly version: ScalarNode;
  /** That of the chart; absent where it stays. */
  readonly chart?: ScalarNode;
}

/** An entry that a file would have besides its own. */
export interface AddedPin {
  /** The environment that it is added to; null for the file's own components. */
  readonly environment: string | null;
  readonly entry: PinEntry;
}

/** Nothing changes. */
export const UNCHANGED: Rewriting = { texts: new Map(), entries: new Map(), added: [] };

/**
 * Checks one document anew with other pins.
 * @param memory of earlier trials of the same analysis, so that one more costs what it changes
 * @returns all findings, also those that are acknowledged
 */
export function recheck(
  { manifests, stacks, context }: Analysis,
  document: number,
  rewriting: Rewriting,
  memory: AnalysisMemory,
): readonly Finding[] {
  const manifest = manifests.find((one) => one.document.index === document);
  const composition = stacks.find((one) => one.document === document)?.composition;
  if (manifest === undefined || composition === undefined) return [];
  const changed = rewritten(manifest, rewriting, rewriting.added);
  const layers = composition.layers.map((layer) => ({
    ...layer,
    manifest: layer.manifest === manifest ? changed : rewritten(layer.manifest, rewriting),
  }));
  const composed: Composition = { ...composition, layers };
  return checkValues(changed, composed, context, memory);
}

/**
 * The bases of a document of which a text would be another, and those that extend such a base: each has findings of its own.
 * Empty where nobody knows how bases are found.
 */
export function basesChanged({ stacks, origin }: Analysis, document: number, rewriting: Rewriting): readonly Layer[] {
  const layers = stacks.find((one) => one.document === document)?.composition.layers ?? [];
  const below = layers.filter(({ via }) => via !== undefined);
  const changed = new Set(below.filter(({ manifest }) => rewritten(manifest, rewriting) !== manifest));
  if (changed.size === 0 || origin === undefined) return [];
  return below.filter(
    (layer) =>
      changed.has(layer) ||
      compose(layer.uri, layer.manifest, origin.source).layers.some(({ uri }) =>
        [...changed].some((base) => base.uri === uri),
      ),
  );
}

/**
 * Checks a base by itself as it would be, under the catalogs of the document that extends it.
 * @param memory of earlier checks of the same base
 */
export function recheckBase(
  { origin, context }: Analysis,
  { uri, manifest }: Layer,
  rewriting: Rewriting,
  memory: AnalysisMemory,
): readonly Finding[] {
  if (origin === undefined) return [];
  const changed = rewritten(manifest, rewriting);
  const { source } = origin;
  const rewrittenSource: ManifestSource = {
    resolve: source.resolve,
    isInside: source.isInside,
    read: (location) => {
      const file = source.read(location);
      return 'failed' in file
        ? file
        : { uri: file.uri, manifests: file.manifests.map((one) => rewritten(one, rewriting)) };
    },
  };
  return checkValues(changed, compose(uri, changed, rewrittenSource), context, memory);
}

/** The same manifest where nothing of it changes. */
function rewritten(manifest: StackManifest, rewriting: Rewriting, added: readonly AddedPin[] = []): StackManifest {
  const components = rewrittenEntries(manifest.components, rewriting, addedTo(null, added));
  let isChanged = components !== manifest.components;
  const environments = manifest.environments.map((environment) => {
    const own = rewrittenEntries(environment.components, rewriting, addedTo(environment.name, added));
    if (own === environment.components) return environment;
    isChanged = true;
    return { ...environment, components: own };
  });
  return isChanged ? { ...manifest, components, environments } : manifest;
}

function addedTo(place: string | null, added: readonly AddedPin[]): readonly PinEntry[] {
  return added.flatMap(({ environment, entry }) => (environment === place ? [entry] : []));
}

/** The same list where nothing changes. */
function rewrittenEntries(
  entries: readonly PinEntry[],
  rewriting: Rewriting,
  more: readonly PinEntry[],
): readonly PinEntry[] {
  const changed = entries.map((entry) => rewrittenEntry(entry, rewriting));
  if (more.length === 0 && changed.every((one, index) => one === entries[index])) return entries;
  return [...changed, ...more];
}

/** The same entry where nothing changes. */
function rewrittenEntry(entry: PinEntry, { texts, entries, replaced }: Rewriting): PinEntry {
  const other = replaced?.get(entry.entry);
  if (other !== undefined) return other;
  const own = entries.get(entry.entry);
  const { version, allow, chart } = entry;
  const read = (node: ScalarNode | undefined) => (node === undefined ? undefined : (texts.get(node) ?? node));
  const now = {
    version: own?.version ?? read(version),
    allow: read(allow),
    chart: chart && {
      repository: read(chart.repository),
      name: read(chart.name),
      version: own?.chart ?? read(chart.version),
    },
  };
  const isSame =
    now.version === version &&
    now.allow === allow &&
    now.chart?.repository === chart?.repository &&
    now.chart?.name === chart?.name &&
    now.chart?.version === chart?.version;
  return isSame ? entry : { ...entry, ...now };
}
