/** Which block collections are open where a line begins: what a new line can be added to, judged by its indentation. */
import { type Characters, lineStart } from './textRanges.ts';
import {
  type EntryNode,
  type MappingNode,
  rangeOf,
  type SequenceNode,
  type TreeNode,
  type YamlDocument,
} from './tree.ts';

/** A block mapping or list that began before a line. */
export interface Level {
  readonly node: MappingNode | SequenceNode;
  /** Keys and indexes from the root. */
  readonly path: readonly string[];
  /** Where its keys or dashes stand, counted from the beginning of the line. */
  readonly column: number;
  /** The key of its last entry, or the index of its last item, that began before the line. */
  readonly last: string;
}

export interface Outline {
  /** From the outermost in. */
  readonly levels: readonly Level[];
  /**
   * What the last entry or item of the innermost level holds, or the document when there is no level: something that began
   * before the line; or something that begins later, if anything.
   */
  readonly inner:
    | { readonly began: true; readonly node: TreeNode }
    | { readonly began: false; readonly node: TreeNode | undefined };
}

/**
 * What is open at a line of a document. Linear in the number of entries of the open collections.
 * @param start the offset at which the line begins
 */
export function outlineAt(document: YamlDocument, start: number): Outline {
  const levels: Level[] = [];
  let node = document.root;
  let path: readonly string[] = [];
  while (
    node !== undefined &&
    node.kind !== 'alias' &&
    node.kind !== 'scalar' &&
    !node.flow &&
    rangeOf(node).start < start
  ) {
    const next: { last: string; node: TreeNode | undefined } | undefined = lastBefore(node, start);
    if (next === undefined) break;
    levels.push({ node, path, column: columnOf(document.source, node), last: next.last });
    path = [...path, next.last];
    node = next.node;
  }
  const began = node !== undefined && rangeOf(node).start < start && !isNothing(node);
  return { levels, inner: began && node !== undefined ? { began, node } : { began: false, node } };
}

/** Keys and indexes from the root to what the innermost level holds last. */
export function innerPath({ levels }: Outline): readonly string[] {
  const level = levels.at(-1);
  return level === undefined ? [] : [...level.path, level.last];
}

/** Keys of a mapping, merged ones counted, without the entry that is being written. */
export function siblingsOf(mapping: MappingNode | undefined, entry: EntryNode | undefined): string[] {
  return mapping?.entries.filter((one) => one !== entry).map(({ key }) => key.text) ?? [];
}

function lastBefore(
  node: MappingNode | SequenceNode,
  start: number,
): { last: string; node: TreeNode | undefined } | undefined {
  if (node.kind === 'mapping') {
    const entry = writtenEntries(node).findLast(({ key }) => rangeOf(key).start < start);
    return entry === undefined ? undefined : { last: entry.key.text, node: entry.value };
  }
  const index = node.items.findLastIndex((item) => rangeOf(item).start < start);
  return index < 0 ? undefined : { last: String(index), node: node.items[index] };
}

/** The entries that stand in a mapping itself, merge keys among them, in order; without what merge keys bring in. */
function writtenEntries(mapping: MappingNode): readonly EntryNode[] {
  if (mapping.merges === undefined) return mapping.entries;
  const { start, end } = rangeOf(mapping);
  const own = mapping.entries.filter(({ key }) => rangeOf(key).start >= start && rangeOf(key).start < end);
  return [...own, ...mapping.merges].sort((a, b) => rangeOf(a.key).start - rangeOf(b.key).start);
}

/** Where the keys or dashes of a block collection stand, counted from the beginning of the line. */
export function columnOf(text: Characters, node: MappingNode | SequenceNode): number {
  const { start } = rangeOf(node);
  return start - lineStart(text, start);
}

/** A list item behind whose dash nothing is written. */
function isNothing(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.text === '' && node.style === 'plain';
}
