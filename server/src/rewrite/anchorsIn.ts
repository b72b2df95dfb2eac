/** Anchors and aliases that stand in an entry. */
import type { EntryNode, TreeNode } from '../manifest/tree.ts';

export interface Names {
  readonly anchors: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
}

/** The names of both, as they are written in an entry; what an alias stands for is not entered. */
export function namesIn(entry: EntryNode): Names {
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  const open: TreeNode[] = [entry.key];
  if (entry.value !== undefined) open.push(entry.value);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.anchor !== undefined) anchors.add(node.anchor);
    if (node.kind === 'alias') aliases.add(node.name);
    if (node.kind === 'sequence') open.push(...node.items);
    if (node.kind === 'mapping') {
      for (const { key, value } of [...node.entries, ...(node.merges ?? [])]) {
        open.push(key);
        if (value !== undefined) open.push(value);
      }
    }
  }
  return { anchors, aliases };
}
