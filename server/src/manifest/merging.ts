/** Entries of one mapping together: keys that are written twice, and what merge keys bring in. */
import { t } from '@vscode/l10n';
import { type EntryNode, rangeOf, type SyntaxProblem, type TreeNode } from './tree.ts';

/**
 * Notes the key of an entry.
 * @param seen the keys before it, with the entry that had each first
 * @param path keys from the root to the mapping
 * @returns a problem when the key is there already
 */
export function noteDuplicate(
  entry: EntryNode,
  seen: Map<string, EntryNode>,
  path: readonly string[],
): SyntaxProblem | undefined {
  const { text } = entry.key;
  const earlier = seen.get(text);
  if (earlier === undefined) {
    seen.set(text, entry);
    return undefined;
  }
  const message = t(
    '"{0}" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.',
    text,
  );
  const [range, first] = [rangeOf(entry.key), rangeOf(earlier.key)];
  return { kind: 'duplicate-key', reason: 'DUPLICATE_KEY', message, range, first, key: text, path };
}

/** What merge keys bring into a mapping that has these keys: the first that brings a key wins. */
export function mergedEntries(merges: readonly EntryNode[], written: ReadonlyMap<string, EntryNode>): EntryNode[] {
  const merged = new Map<string, EntryNode>();
  const add = (node: TreeNode | undefined): void => {
    const target = node?.kind === 'alias' ? node.target : node;
    if (target?.kind === 'sequence') target.items.forEach(add);
    if (target?.kind !== 'mapping') return;
    for (const entry of target.entries) {
      if (!written.has(entry.key.text) && !merged.has(entry.key.text)) merged.set(entry.key.text, entry);
    }
  };
  for (const { value } of merges) add(value);
  return [...merged.values()];
}
