/** Which accepted findings of bases are found in the files that extend them: a base alone cannot know that they are in use. */
import { withoutUsed } from '../analysis/acknowledge.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { OffsetRange } from '../manifest/tree.ts';

/** Texts of entries. By text and not by place, so that they are known again while somebody types above them. */
type Entries = readonly string[];

export interface BaseUses {
  /**
   * Notes what a manifest uses of its bases, in place of what it used before.
   * @param used text of each entry, by the URI of the base
   * @returns whether it is news for a base
   */
  note(leaf: string, used: ReadonlyMap<string, Entries>): boolean;
  /** Forgets a manifest that is gone. */
  forget(leaf: string): void;
  /** What others use of a base; the same object as long as it is the same. */
  of(base: string): Entries;
}

/** Makes an empty memory. */
export function baseUses(): BaseUses {
  const leaves = new Map<string, ReadonlyMap<string, Entries>>();
  const known = new Map<string, Entries>();
  const refresh = (base: string): boolean => {
    const entries = [...new Set([...leaves.values()].flatMap((used) => used.get(base) ?? []))].sort();
    const before = known.get(base) ?? NONE;
    if (before.length === entries.length && before.every((text, index) => text === entries[index])) return false;
    known.set(base, entries);
    return true;
  };
  const note: BaseUses['note'] = (leaf, used) => {
    const before = leaves.get(leaf);
    if (used.size > 0) leaves.set(leaf, used);
    else leaves.delete(leaf);
    const news = [...new Set([...(before?.keys() ?? []), ...used.keys()])].filter(refresh);
    return news.length > 0;
  };
  return {
    note,
    forget: (leaf) => void note(leaf, new Map()),
    of: (base) => known.get(base) ?? NONE,
  };
}

const NONE: Entries = [];

/**
 * What an analysis uses of bases, in the form that is noted.
 * @param textOf text of a base by its URI
 */
export function usesOf(
  { usedInBases }: Pick<Analysis, 'usedInBases'>,
  textOf: (uri: string) => string | undefined,
): ReadonlyMap<string, Entries> {
  const used = new Map<string, string[]>();
  for (const { uri, range } of usedInBases) {
    const text = textOf(uri)?.slice(range.start, range.end);
    if (text !== undefined) used.set(uri, [...(used.get(uri) ?? []), text]);
  }
  return used;
}

/** An analysis without those findings that call an entry unused which others use. */
export function withUses(analysis: Analysis, entries: Entries): Analysis {
  if (entries.length === 0) return analysis;
  const { text } = analysis.file;
  const ranges = entries.flatMap((entry) => occurrences(text, entry));
  return { ...analysis, findings: withoutUsed(analysis.findings, ranges) };
}

function occurrences(text: string, piece: string): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (let start = text.indexOf(piece); start !== -1; start = text.indexOf(piece, start + piece.length))
    found.push({ start, end: start + piece.length });
  return found;
}
