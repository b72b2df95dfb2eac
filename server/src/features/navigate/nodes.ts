/** What is below a node of a tree, aliases followed; nothing where the text has another shape. */
import { followed } from '../../manifest/read.ts';
import type { EntryNode, MappingNode, TreeNode } from '../../manifest/tree.ts';

export function mappingOf(node: TreeNode | undefined): MappingNode | undefined {
  const target = followed(node);
  return target?.kind === 'mapping' ? target : undefined;
}

/** The entry of a key; of a key written twice the last, which is the one that counts. */
export function entryAt(node: MappingNode | undefined, key: string): EntryNode | undefined {
  return node?.entries.findLast((entry) => entry.key.text === key);
}

export function valueAt(node: MappingNode | undefined, key: string): TreeNode | undefined {
  return entryAt(node, key)?.value;
}

export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  const target = followed(node);
  return target?.kind === 'sequence' ? target.items : [];
}

export function scalarText(node: TreeNode | undefined): string | undefined {
  const target = followed(node);
  return target?.kind === 'scalar' ? target.text : undefined;
}
