/** Whether two texts say the same: what a formatter has to leave as it is. */
import type { EntryNode, TreeNode, YamlDocument } from '../../../manifest/tree.ts';
import { trimmed } from './whiteSpace.ts';

/** Whether two documents hold the same values in the same order, with the same styles, anchors, tags, aliases and comments. */
export function isSameContent(a: YamlDocument, b: YamlDocument): boolean {
  return (
    isSameNode(a.root, b.root) &&
    a.problems.length === b.problems.length &&
    a.comments.length === b.comments.length &&
    a.comments.every(({ text }, index) => trimmed(text) === trimmed(b.comments[index]?.text ?? ''))
  );
}

function isSameNode(a: TreeNode | undefined, b: TreeNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (b.kind === 'alias' || a.anchor !== b.anchor || a.tag !== b.tag) return false;
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && a.style === b.style && a.text === b.text && a.value === b.value;
    case 'sequence':
      return (
        b.kind === 'sequence' &&
        a.flow === b.flow &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => isSameNode(item, b.items[index]))
      );
    case 'mapping':
      return (
        b.kind === 'mapping' &&
        a.flow === b.flow &&
        areSameEntries(a.entries, b.entries) &&
        areSameEntries(a.merges ?? [], b.merges ?? [])
      );
  }
}

function areSameEntries(a: readonly EntryNode[], b: readonly EntryNode[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ key, value }, index) => {
    const other = b[index];
    return other !== undefined && isSameNode(key, other.key) && isSameNode(value, other.value);
  });
}
