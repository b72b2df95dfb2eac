/** The whole lines that the entries of a block mapping take up, each with the comments that belong to it. */
import { isFirstOfLine } from '../manifest/ignoreComments.ts';
import { lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type EntryNode, type MappingNode, type OffsetRange, rangeOf, type YamlDocument } from '../manifest/tree.ts';
import { isBlankLine, nextLine, previousLine } from './lines.ts';

export interface EntryLines extends OffsetRange {
  readonly entry: EntryNode;
}

/**
 * The lines of each entry, from the comments right above it to its last line, with the line break; each begins where the one
 * before it ends, but for the first. Comments that are indented deeper than the key belong to the entry above them, and what
 * else stands between two entries to the upper one; after the last entry it belongs to nobody.
 * @returns undefined where lines and entries are not the same: between brackets, with merge keys, with several entries in a line
 */
export function entryLines(
  mapping: MappingNode,
  { text, comments, ignoring, problems }: Pick<YamlDocument, 'text' | 'comments' | 'ignoring' | 'problems'>,
): readonly EntryLines[] | undefined {
  const { entries } = mapping;
  if (problems.length > 0 || mapping.flow || mapping.merges !== undefined || entries.length === 0) return undefined;
  const keys = entries.map((entry) => rangeOf(entry).start);
  const lines = new Set(keys.map((start) => lineStart(text, start)));
  if (lines.size < keys.length || !keys.every((start) => isFirstOfLine(text, start))) return undefined;
  const commented = new Set(comments.map(({ range }) => range.start));
  const accepting = new Set(ignoring.map(({ range }) => lineStart(text, range.start)));
  const isComment = (start: number) => commented.has(contentStart(text, start));
  const isAccepting = (start: number) => accepting.has(start);
  const ownEnd = (entry: EntryNode) => {
    const { start, end } = rangeOf(entry);
    const column = start - lineStart(text, start);
    return behindDeeper(text, nextLine(text, end), column, (line) => isComment(line) && !isAccepting(line));
  };
  const starts = entries.map((entry, index) => {
    const line = lineStart(text, rangeOf(entry).start);
    const before = entries[index - 1];
    return leadingFrom(text, line, before === undefined ? 0 : ownEnd(before), isComment, isAccepting);
  });
  return entries.map((entry, index) => {
    const start = starts[index] ?? rangeOf(entry).start;
    return { entry, start, end: starts[index + 1] ?? ownEnd(entry) };
  });
}

function contentStart(text: string, start: number): number {
  return start + (/^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0].length ?? 0);
}

/** The first line of what stands above an entry and is about it: comments, and whatever a comment that accepts findings is above. */
function leadingFrom(
  text: string,
  line: number,
  bound: number,
  isComment: (start: number) => boolean,
  isAccepting: (start: number) => boolean,
): number {
  let first = line;
  let isJoined = true;
  for (let at = previousLine(text, line); at !== undefined && at >= bound; at = previousLine(text, at)) {
    if (!isComment(at) && !isBlankLine(text, at)) break;
    if (!isComment(at)) isJoined = false;
    else if (isJoined || isAccepting(at)) first = at;
  }
  return first;
}

/** Behind the comments that follow at once and are indented deeper than a column. */
function behindDeeper(text: string, start: number, column: number, isComment: (start: number) => boolean): number {
  let end = start;
  while (end < text.length && isComment(end) && contentStart(text, end) - end > column) end = nextLine(text, end);
  return end;
}
