/** Opens a compiled catalog: names at once, components when they are first asked for. */
import { t } from '@vscode/l10n';
import { type CatalogBytes, type CompiledHead, type CompiledIndex, checksum, FORMAT, MINOR } from './compiled.ts';
import type { Catalog, CatalogMetadata, Component, ComponentSummary } from './model.ts';
import { understood } from './understood.ts';
import { type CompiledComponent, withoutRuns } from './versionRuns.ts';

/** Why a compiled catalog cannot be used. */
export interface CatalogFailure {
  readonly failed: string;
  /** It was made for a newer program. */
  readonly newer?: true;
}

/** What reading a compiled catalog takes. */
export interface CatalogReader {
  /** UTF-8 to text. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Is told once of each component whose bytes are not what was written. There is no such component then. */
  readonly damaged: (id: string) => void;
  /** Is told once of each component that has statements this version of Stackpin does not know, and how many. */
  readonly leftOut?: (id: string, count: number) => void;
}

/** The end of a line, as a byte. */
const LINE_END = 10;

/** No head is longer. */
const LONGEST_HEAD = 200;

/**
 * A catalog over the bytes of a compiled one. Only its index is read; a component is decoded when it is first asked for
 * and kept.
 * @param bytes must not change afterwards
 */
export function openCatalog(bytes: CatalogBytes, reader: CatalogReader): Catalog | CatalogFailure {
  const beginning = bytes.subarray(0, LONGEST_HEAD);
  const headEnd = beginning.indexOf(LINE_END);
  const head = readHead(beginning.subarray(0, Math.max(headEnd, 0)), reader);
  if (head === undefined) return { failed: t('it is no catalog that was made for this version of Stackpin') };
  if (head.format !== FORMAT) {
    return {
      failed: t('it was made for a newer Stackpin ({0}; this one reads {1})', head.format, FORMAT),
      newer: true,
    };
  }
  const start = headEnd + 1;
  const indexBytes = bytes.subarray(start, start + head.index);
  if (indexBytes.length < head.index || checksum(indexBytes) !== head.sum) {
    return { failed: t('it is damaged: its index is not what was written') };
  }
  const index = JSON.parse(reader.decode(indexBytes)) as CompiledIndex;
  const entries = placesOf(index, start + head.index + 1);
  const size = entries.at(-1)?.end ?? start + head.index;
  if (bytes.length !== size + 1) {
    return { failed: t('it is damaged: it has {0} bytes instead of {1}', bytes.length, size + 1) };
  }
  return catalogOver(bytes, index, entries, reader, (head.minor ?? 0) > MINOR);
}

/** A catalog of nothing. */
export function emptyCatalog(metadata: CatalogMetadata): Catalog {
  const nothing = () => undefined;
  return {
    metadata,
    ids: () => [],
    summary: nothing,
    idOfAlias: nothing,
    component: nothing,
    decodedEntries: () => 0,
  };
}

/** What the index keeps of a component. */
export function summaryOf(component: Component): ComponentSummary {
  const { id, name, layer, description, status } = component;
  return { id, name, layer, description, status, aliases: component.aliases ?? [], provides: component.provides ?? [] };
}

/** Where the bytes of one component are. */
interface EntryPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly sum: number;
}

const MAJOR = /^stackpin-catalog-([1-9]\d{0,3})$/;

function majorOf(format: unknown): number {
  return typeof format === 'string' ? Number(MAJOR.exec(format)?.[1] ?? 0) : 0;
}

/** The head, unless the line is none or is older than what is read here. */
function readHead(line: Uint8Array, { decode }: CatalogReader): CompiledHead | undefined {
  try {
    const head = JSON.parse(decode(line)) as CompiledHead;
    return majorOf(head.format) >= majorOf(FORMAT) ? head : undefined;
  } catch {
    return undefined;
  }
}

function placesOf({ components, entries }: CompiledIndex, first: number): readonly EntryPlace[] {
  let start = first;
  return entries.map(([length, sum], index) => {
    const place = { id: components[index]?.id ?? '', start, end: start + length, sum };
    start = place.end + 1;
    return place;
  });
}

function catalogOver(
  bytes: CatalogBytes,
  { metadata, components }: CompiledIndex,
  entries: readonly EntryPlace[],
  { decode, damaged, leftOut }: CatalogReader,
  isNewer: boolean,
): Catalog {
  const ids = components.map(({ id }) => id);
  const summaries = new Map(components.map((summary) => [summary.id, summary]));
  const aliases = new Map(
    components.flatMap(({ id, aliases: names }) => names.map((name) => [name.toLowerCase(), id])),
  );
  /** What was not asked for yet. */
  const places = new Map(entries.map((place) => [place.id, place]));
  const decoded = new Map<string, Component>();
  const known = (id: string, whole: Component): Component => {
    if (!isNewer) return whole;
    const { component, leftOut: count } = understood(whole);
    if (count > 0) leftOut?.(id, count);
    return component;
  };
  const read = (id: string): Component | undefined => {
    const place = places.get(id);
    if (place === undefined) return undefined;
    places.delete(id);
    const entry = bytes.subarray(place.start, place.end);
    if (entry.length < place.end - place.start || checksum(entry) !== place.sum) {
      damaged(id);
      return undefined;
    }
    const component = known(id, withoutRuns(JSON.parse(decode(entry)) as CompiledComponent));
    decoded.set(id, component);
    return component;
  };
  return {
    metadata,
    ids: () => ids,
    summary: (id) => summaries.get(id),
    idOfAlias: (alias) => aliases.get(alias.toLowerCase()),
    component: (id) => decoded.get(id) ?? read(id),
    decodedEntries: () => decoded.size,
  };
}
