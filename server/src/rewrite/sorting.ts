/** Puts the entries of a mapping into another order. Each moves as it is written, with its comments. */

import { lineBreak } from '../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../analysis/finding.ts';
import { isLineEnd } from '../manifest/textRanges.ts';
import { type EntryNode, type MappingNode, rangeOf, type YamlDocument } from '../manifest/tree.ts';
import { namesIn } from './anchorsIn.ts';
import { entryLines } from './entryLines.ts';
import { withoutLineBreak } from './lines.ts';

/**
 * What sorting a mapping comes to.
 * - `sorted`: nothing has to move.
 * - `anchored`: an alias would stand before its anchor.
 * - `unmovable`: broken text, merge keys, or entries that share a line with something else.
 */
export type Sorting =
  | { readonly kind: 'sorted' | 'anchored' | 'unmovable' }
  | { readonly kind: 'change'; readonly changes: readonly TextChange[] };

/**
 * Sorts by rank; entries of one rank keep their order.
 * @param rankOf lower comes first
 */
export function sorting(mapping: MappingNode, document: YamlDocument, rankOf: (entry: EntryNode) => number): Sorting {
  const { entries } = mapping;
  const ranks = new Map(entries.map((entry) => [entry, rankOf(entry)]));
  const sorted = [...entries].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  if (entries.every((entry, index) => entry === sorted[index])) return { kind: 'sorted' };
  if (document.problems.length > 0 || mapping.merges !== undefined) return { kind: 'unmovable' };
  if (!keepsAnchors(entries, sorted)) return { kind: 'anchored' };
  const changes = mapping.flow ? flowChanges(mapping, sorted, document) : blockChanges(mapping, sorted, document);
  return changes === undefined ? { kind: 'unmovable' } : { kind: 'change', changes };
}

/** Whether each alias still comes behind the anchor that it stands for. */
function keepsAnchors(before: readonly EntryNode[], after: readonly EntryNode[]): boolean {
  const names = new Map(before.map((entry) => [entry, namesIn(entry)]));
  const anchors = before.flatMap((entry) => [...(names.get(entry)?.anchors ?? [])]);
  const own = new Set(anchors);
  // Of an anchor that is written twice, the nearest above counts.
  if (own.size < anchors.length) return false;
  const seen = new Set<string>();
  for (const entry of after) {
    const { anchors: given, aliases } = names.get(entry) ?? namesIn(entry);
    for (const name of given) seen.add(name);
    for (const name of aliases) if (own.has(name) && !seen.has(name)) return false;
  }
  return true;
}

/** Between brackets the entries change places, and everything between them stays. */
function flowChanges(
  mapping: MappingNode,
  sorted: readonly EntryNode[],
  { text, comments }: YamlDocument,
): TextChange[] | undefined {
  const { start, end } = rangeOf(mapping);
  if (comments.some(({ range }) => range.start >= start && range.end <= end)) return undefined;
  return mapping.entries.flatMap((entry, index) => {
    const other = sorted[index];
    if (other === undefined || other === entry) return [];
    const range = rangeOf(other);
    return [{ range: rangeOf(entry), newText: text.slice(range.start, range.end) }];
  });
}

/** In lines, from the first entry that moves to the last. */
function blockChanges(
  mapping: MappingNode,
  sorted: readonly EntryNode[],
  document: YamlDocument,
): TextChange[] | undefined {
  const { text } = document;
  const lines = entryLines(mapping, document);
  if (lines === undefined) return undefined;
  const [start, end] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0];
  // The empty lines behind such a text are part of it.
  if (/[|>]\d?\+\d?[ \t]*(?:#.*)?$/m.test(text.slice(start, end))) return undefined;
  const of = new Map(lines.map((one) => [one.entry, one]));
  const order = sorted.flatMap((entry) => of.get(entry) ?? []);
  const moves = (index: number) => lines[index] !== order[index];
  const places = [...lines.keys()].filter(moves);
  const [from, to] = [places[0] ?? 0, places.at(-1) ?? 0];
  const range = { start: lines[from]?.start ?? start, end: lines[to]?.end ?? end };
  const eol = lineBreak(text, start);
  const moved = order.slice(from, to + 1).map((one) => {
    const own = text.slice(one.start, one.end);
    return isLineEnd(own.slice(-1)) ? own : own + eol;
  });
  const newText = moved.join('');
  const isOpen = !isLineEnd(text.slice(range.end - 1, range.end));
  return [{ range, newText: isOpen ? withoutLineBreak(newText) : newText }];
}
