/** The entries that stand in a mapping itself. */
import { type EntryNode, type MappingNode, rangeOf } from '../../manifest/tree.ts';

/** Entries in order of position, merge keys among them, without what merge keys bring in: that stands elsewhere. */
export function ownEntries(mapping: MappingNode): readonly EntryNode[] {
  if (mapping.merges === undefined) return mapping.entries;
  const { start, end } = rangeOf(mapping);
  const written = mapping.entries.filter(({ key }) => rangeOf(key).start >= start && rangeOf(key).start < end);
  // What a merge key holds itself stands inside of it.
  const isMerged = (entry: EntryNode): boolean =>
    mapping.merges?.some(
      (merge) => rangeOf(merge).start < rangeOf(entry).start && rangeOf(entry).end <= rangeOf(merge).end,
    ) === true;
  const own = written.filter((entry) => !isMerged(entry));
  return [...own, ...mapping.merges].sort((a, b) => rangeOf(a.key).start - rangeOf(b.key).start);
}
