/** The two forms of a pin: `kubernetes: 1.34.2`, and a mapping that holds the version. Everything else of the text stays. */
import { inserting, lineBreak } from '../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../analysis/finding.ts';
import { followed } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type Comment, type EntryNode, rangeOf } from '../manifest/tree.ts';
import { indentationAt } from './lines.ts';
import type { PinMapping } from './pinMappings.ts';

/** The colon behind a key, and what belongs to the value before it begins: an anchor, a tag. */
const COLON = /^[ \t]*:[ \t]+(?=(?:[&!]\S*[ \t]+)*$)/;

/**
 * Writes the long form of a pin in the short one.
 * @returns undefined for every other pin, for a text of several lines, and in broken text
 */
export function longForm(
  entry: EntryNode,
  { node: mapping, key: parent }: PinMapping,
  { document: { text, problems, comments } }: StackManifest,
): TextChange[] | undefined {
  const { key, value } = entry;
  const target = followed(value);
  if (problems.length > 0 || value === undefined || target?.kind !== 'scalar' || target.value === null)
    return undefined;
  const [colon, start, end] = [rangeOf(key).end, rangeOf(value).start, rangeOf(value).end];
  const between = COLON.exec(text.slice(colon, start))?.[0];
  if (between === undefined || (value.kind === 'scalar' && value.style === 'block')) return undefined;
  if (/[\r\n]/.test(text.slice(start, end))) return undefined;
  const from = colon + between.length;
  if (mapping.flow) return [inserting(from, '{version: '), inserting(end, '}')];
  const own = indentationAt(text, rangeOf(key).start);
  const outer = indentationAt(text, rangeOf(parent.key).start);
  const step = own.startsWith(outer) && own.length > outer.length ? own.slice(outer.length) : '  ';
  const line = `${lineBreak(text, end)}${own}${step}version: `;
  const comment = commentBehind(text, end, comments);
  const at = text.indexOf(':', colon) + 1;
  // What accepts findings of the pin stays in its first line, and is about all of it.
  if (comment === undefined || !/stackpin/i.test(comment.text))
    return [{ range: { start: at, end: from }, newText: line }];
  const kept = text.slice(end, comment.range.end);
  return [
    { range: { start: at, end: from }, newText: `${kept}${line}` },
    { range: { start: end, end: comment.range.end }, newText: '' },
  ];
}

/**
 * Writes the short form of a pin of which nothing but a version is written. A comment behind the key goes behind the version,
 * or above the key where that has one too.
 * @returns undefined for every other pin, and in broken text
 */
export function shortForm(
  entry: EntryNode,
  { node: mapping }: PinMapping,
  { document: { text, problems, comments } }: StackManifest,
): TextChange[] | undefined {
  const { key, value: long } = entry;
  if (problems.length > 0 || long?.kind !== 'mapping' || long.anchor !== undefined || long.tag !== undefined)
    return undefined;
  const [only, ...others] = long.entries;
  const version = only?.value;
  const target = followed(version);
  if (only === undefined || others.length > 0 || long.merges !== undefined || only.key.text !== 'version')
    return undefined;
  if (version === undefined || target?.kind !== 'scalar' || target.value === null) return undefined;
  if (version.kind === 'scalar' && version.style === 'block') return undefined;
  const [colon, inner, start, end] = [
    rangeOf(key).end,
    rangeOf(only.key).end,
    rangeOf(version).start,
    rangeOf(version).end,
  ];
  const between = COLON.exec(text.slice(inner, start))?.[0];
  if (between === undefined || /[\r\n]/.test(text.slice(start, end)) || !/^[ \t]*:/.test(text.slice(colon)))
    return undefined;
  const at = text.indexOf(':', colon) + 1;
  const from = inner + between.length;
  const passed = comments.filter(({ range }) => range.start >= at && range.end <= rangeOf(long).end);
  if (long.flow) {
    if (passed.length > 0 || /[\r\n]/.test(text.slice(at, rangeOf(long).end))) return undefined;
    return [
      { range: { start: at, end: from }, newText: ' ' },
      { range: { start: end, end: rangeOf(long).end }, newText: '' },
    ];
  }
  if (mapping.flow) return undefined;
  const moved = movedComments({ text, start: rangeOf(key).start, end, comments, passed });
  return moved && [{ range: { start: at, end: from }, newText: ' ' }, ...moved];
}

interface Passing {
  readonly text: string;
  /** Where the key begins, and where the version ends. */
  readonly start: number;
  readonly end: number;
  readonly comments: readonly Comment[];
  /** Those between the two, which lose their place. */
  readonly passed: readonly Comment[];
}

function movedComments({ text, start, end, comments, passed }: Passing): TextChange[] | undefined {
  const texts = passed.map(({ range }) => text.slice(range.start, range.end));
  const [first, ...others] = texts;
  if (first === undefined) return [];
  const hasPlace = commentBehind(text, end, comments) === undefined;
  const isInLine = passed[0] !== undefined && lineStart(text, passed[0].range.start) === lineStart(text, start);
  const above = isInLine && hasPlace ? others : texts;
  // Alone in a line, what accepts findings of its line would be about nothing.
  if (above.some((comment) => /^#\s*stackpin[-_]/i.test(comment) && !/next/i.test(comment))) return undefined;
  const indentation = indentationAt(text, start);
  const lines = above.map((comment) => `${comment}${lineBreak(text, start)}${indentation}`).join('');
  return [
    ...(lines === '' ? [] : [inserting(start, lines)]),
    ...(above === others ? [inserting(end, ` ${first}`)] : []),
  ];
}

/** The comment behind a value in its line. */
function commentBehind(text: string, end: number, comments: readonly Comment[]): Comment | undefined {
  const last = lineEnd(text, end);
  return comments.find(({ range }) => range.start >= end && range.start < last);
}
