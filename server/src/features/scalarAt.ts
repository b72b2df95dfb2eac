/** What stands at an offset of a tree. */
import { rangeOf, type ScalarNode, type TreeNode } from '../manifest/tree.ts';
import { touches } from './pinAt.ts';

export interface FoundScalar {
  readonly node: ScalarNode;
  /** Keys and indexes from the root to this key, or to this value. */
  readonly path: readonly string[];
  readonly isKey: boolean;
}

/**
 * The key or value that an offset is in. Items count by their index; aliases are not entered, for what they mean stands elsewhere.
 * @param path keys and indexes from the root to the node
 */
export function scalarAt(node: TreeNode, offset: number, path: readonly string[] = []): FoundScalar | undefined {
  if (node.kind === 'scalar') return { node, path, isKey: false };
  if (node.kind === 'sequence') {
    const index = node.items.findIndex((item) => touches(rangeOf(item), offset));
    const item = node.items[index];
    return item === undefined ? undefined : scalarAt(item, offset, [...path, String(index)]);
  }
  if (node.kind !== 'mapping') return undefined;
  for (const { key, value } of node.entries) {
    const inner = [...path, key.text];
    if (touches(rangeOf(key), offset)) return { node: key, path: inner, isKey: true };
    if (value !== undefined && touches(rangeOf(value), offset)) return scalarAt(value, offset, inner);
  }
  return undefined;
}
