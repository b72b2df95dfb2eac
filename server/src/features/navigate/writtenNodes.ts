/** Everything that stands in a tree itself: what aliases stand for and what merge keys bring in is written elsewhere. */
import { type EntryNode, type MappingNode, rangeOf, type ScalarNode, type TreeNode } from '../../manifest/tree.ts';

export interface WrittenNode {
  readonly node: TreeNode;
  readonly isKey: boolean;
}

/** Walks keys and values in order of position, each once. */
export function* writtenNodes(root: TreeNode | undefined): Generator<WrittenNode> {
  if (root === undefined) return;
  yield { node: root, isKey: false };
  if (root.kind === 'sequence') for (const item of root.items) yield* writtenNodes(item);
  if (root.kind !== 'mapping') return;
  for (const { key, value } of writtenEntries(root)) {
    yield { node: key, isKey: true };
    yield* writtenNodes(value);
  }
}

/** The entries of a mapping that stand in it, its merge keys among them, in order. */
export function writtenEntries(mapping: MappingNode): readonly EntryNode[] {
  const { entries, merges } = mapping;
  if (merges === undefined) return entries;
  const whole = rangeOf(mapping);
  const brought = merges.map(rangeOf);
  const own = entries.filter(({ key }) => {
    const { start } = rangeOf(key);
    return start >= whole.start && start < whole.end && !brought.some((one) => one.start <= start && start < one.end);
  });
  return [...own, ...merges].sort((a, b) => rangeOf(a.key).start - rangeOf(b.key).start);
}

/** Scalars that stand in a tree itself. */
export function* writtenScalars(root: TreeNode | undefined): Generator<ScalarNode> {
  for (const { node, isKey } of writtenNodes(root)) if (node.kind === 'scalar' && !isKey) yield node;
}
