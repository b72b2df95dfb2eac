/**
 * The syntax tree of a YAML text: every key and value with its exact place. Positions are kept relative to a segment
 * (one entry of a block mapping that can be re-parsed by itself), so that a change before a segment moves the whole of
 * it by changing one number.
 */

import type { ChangedPart } from './changedPart.ts';
import type { Text } from './pieces.ts';

/** A piece of the text that is parsed by itself. `offset` is where it begins in the document text, in UTF-16 units. */
export interface Segment {
  offset: number;
}

interface NodeBase {
  readonly segment: Segment;
  /** Relative to the segment, in UTF-16 units; `end` is exclusive and leaves trailing white space and comments out. */
  readonly from: number;
  readonly to: number;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** What YAML 1.2's core schema makes of it. */
  readonly value: string | number | boolean | null;
  /** The text: of a plain scalar exactly as written (`1.30` stays `1.30`), of a quoted or block one its content. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /**
   * Those written here, in order, then those that merge keys bring in and that are not written here (yaml.org/type/merge).
   * A merged entry is the one of the mapping it comes from and stands there.
   */
  readonly entries: readonly EntryNode[];
  /** The merge keys (`<<`) themselves, as written. */
  readonly merges?: readonly EntryNode[];
  /** After an edit: what the entries were before it, and where they differ. What was made of the others holds. */
  readonly since?: { readonly entries: readonly EntryNode[]; readonly part: ChangedPart };
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly TreeNode[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** What the alias stands for; undefined when no anchor of that name comes before it, or when following it passes the bound. */
  readonly target?: TreeNode;
}

export type TreeNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

/** One `key: value` of a mapping. */
export interface EntryNode {
  readonly segment: Segment;
  readonly key: ScalarNode;
  /** Undefined while nothing is written after the colon. */
  readonly value: TreeNode | undefined;
  /** From the key's first character to the end of the value, relative to the segment. */
  readonly from: number;
  readonly to: number;
}

/** A half-open range of UTF-16 offsets in the document text. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Where a node or an entry stands in the document text now. */
export function rangeOf(node: { readonly segment: Segment; readonly from: number; readonly to: number }): OffsetRange {
  return { start: node.segment.offset + node.from, end: node.segment.offset + node.to };
}

/** What is wrong with the text itself. */
export interface SyntaxProblem {
  readonly kind: 'yaml' | 'duplicate-key' | 'expansion-limit' | 'encoding';
  /** Stable name of the YAML problem (`TAB_AS_INDENT`, `BAD_INDENT`...), for tests and for looking it up. */
  readonly reason: string;
  /** What, and what to do about it; one or two sentences. */
  readonly message: string;
  readonly range: OffsetRange;
  /** For a duplicate key: where the same key stood first. */
  readonly first?: OffsetRange;
  /** For a duplicate key: the key. */
  readonly key?: string;
  /** For a duplicate key: the path of keys to the mapping it is in (`['components']`). */
  readonly path?: readonly string[];
}

/** One document of a YAML stream. */
export interface YamlDocument {
  /** Position in the stream, from 0. */
  readonly index: number;
  /** The text of the whole file; every offset counts in it. */
  readonly source: Text;
  /** The same as one string; joined when it is first asked for. */
  readonly text: string;
  /** The documents of a stream cover its text without gaps. */
  readonly range: OffsetRange;
  readonly root: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** In order of position. */
  readonly comments: readonly Comment[];
  /** The one that an offset is in, behind its `#`; its end counts. Of a long document the others are not gone through. */
  commentAt(offset: number): Comment | undefined;
  /** Those of them that accept findings, or are meant to. */
  readonly ignoring: readonly Comment[];
}

/** A comment; `text` is without the `#`. */
export interface Comment {
  readonly range: OffsetRange;
  readonly text: string;
}

export interface YamlFile {
  readonly source: Text;
  /** The same as one string; joined when it is first asked for. */
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}
