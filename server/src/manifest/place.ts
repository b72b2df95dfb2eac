/** Places in a manifest where something can be written. */
import type { EntryNode, MappingNode, OffsetRange } from './tree.ts';

interface PlaceBase {
  /** What a completion replaces: the key or value as far as it is written, without its quotes. Holds the offset asked for. */
  readonly range: OffsetRange;
  /** What stands in the range. */
  readonly text: string;
  /** Nothing is written here yet. */
  readonly blank: boolean;
  /** The quote that the place is between; the closing one may be missing. */
  readonly quote: '"' | "'" | undefined;
  /** Between brackets. */
  readonly flow: boolean;
  /** The mapping that the place is in, if it has an entry already. */
  readonly mapping: MappingNode | undefined;
  /** The entry whose key or value this is, if the tree has it. */
  readonly entry: EntryNode | undefined;
  /** Keys that stand in the same mapping beside this entry's, merged ones counted. */
  readonly siblings: readonly string[];
}

/** A key, or a blank spot where one would go. */
export interface KeyPlace extends PlaceBase {
  readonly kind: 'key';
  /** Keys and indexes from the root to the mapping: what `keysAt` takes. */
  readonly path: readonly string[];
  /** A colon follows. */
  readonly hasColon: boolean;
  /** Where the key begins, counted from the beginning of its line. */
  readonly column: number;
}

/** A value or a list item, or a blank spot where one would go. */
export interface ValuePlace extends PlaceBase {
  readonly kind: 'value';
  /** Keys and indexes from the root to the value: what `keyInfo` takes. */
  readonly path: readonly string[];
  /** The colon before it has no space behind it yet. */
  readonly needsSpace: boolean;
}

export type Place = KeyPlace | ValuePlace;
