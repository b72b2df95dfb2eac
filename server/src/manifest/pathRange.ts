/** Finds places in a tree by keys and indexes. */
import { followed } from './read.ts';
import { type EntryNode, type OffsetRange, rangeOf, type TreeNode } from './tree.ts';

/** What stands at a path. */
export interface Found {
  /** Undefined while nothing is written there. */
  readonly node: TreeNode | undefined;
  /** The entry whose value it is; undefined for list items and for the root. */
  readonly entry: EntryNode | undefined;
}

/**
 * What stands at a path; aliases are followed, and of a key written twice the last counts.
 * @returns undefined when nothing does
 */
export function nodeAtPath(root: TreeNode | undefined, path: readonly (string | number)[]): Found | undefined {
  let found: Found | undefined = { node: root, entry: undefined };
  for (const step of path) {
    found = below(found.node, step);
    if (found === undefined) return undefined;
  }
  return found;
}

function below(parent: TreeNode | undefined, step: string | number): Found | undefined {
  const target = followed(parent);
  if (target?.kind === 'mapping') {
    const entry = target.entries.findLast(({ key }) => key.text === String(step));
    return entry && { node: entry.value, entry };
  }
  const item = target?.kind === 'sequence' ? target.items[Number(step)] : undefined;
  return item && { node: item, entry: undefined };
}

/** A path whose steps into lists are numbers, which tells them from keys that look like one. */
export function withIndexes(root: TreeNode | undefined, path: readonly string[]): (string | number)[] {
  let node = root;
  return path.map((step) => {
    const isIndex = followed(node)?.kind === 'sequence';
    node = below(node, step)?.node;
    return isIndex ? Number(step) : step;
  });
}

/**
 * What a message about a path underlines: the value, or for a mapping or list its key (for an item its first key); of a path
 * that leads to nothing, as much of it as is there.
 */
export function rangeAtPath(root: TreeNode | undefined, path: readonly (string | number)[]): OffsetRange {
  let found: Found = { node: root, entry: undefined };
  for (const step of path) {
    const next = below(found.node, step);
    if (next === undefined) break;
    found = next;
  }
  const { node, entry } = found;
  if (node !== undefined && (node.kind === 'scalar' || node.kind === 'alias')) return rangeOf(node);
  if (entry !== undefined) return rangeOf(entry.key);
  const first = node?.kind === 'mapping' ? node.entries[0]?.key : node?.kind === 'sequence' ? node.items[0] : undefined;
  if (first !== undefined) return first.kind === 'scalar' ? rangeOf(first) : startOf(first);
  return node === undefined ? { start: 0, end: 0 } : startOf(node);
}

/** A collection can be long: its first character stands for it. */
function startOf(node: TreeNode): OffsetRange {
  const { start, end } = rangeOf(node);
  return { start, end: Math.min(start + 1, end) };
}
