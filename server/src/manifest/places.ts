/** What a place in a document is, for completion: a key or a value, of which mapping, in whole text and in half-written text. */
import { flowPlace } from './flowPlaces.ts';
import type { SchemaReader } from './jsonSchema.ts';
import { linePlace } from './linePlaces.ts';
import { innerPath, outlineAt } from './outline.ts';
import type { Place } from './place.ts';
import { STACK_SCHEMA } from './schema.ts';
import { type Characters, lineEnd, lineStart } from './textRanges.ts';
import { rangeOf, type TreeNode, type YamlDocument } from './tree.ts';

export type { KeyPlace, Place, ValuePlace } from './place.ts';

/**
 * What a place is. In block context a blank spot is judged by its column.
 * @param offset in the file's text
 * @param schema says where a mapping goes and where a value; that of manifests, unless another is given
 * @returns undefined where neither a key nor a value can go: in comments, in texts of several lines, at an indentation that
 *   fits nothing, outside the document
 */
export function locate(document: YamlDocument, offset: number, schema: SchemaReader = STACK_SCHEMA): Place | undefined {
  const { source: text, range } = document;
  if (offset < range.start || offset > range.end) return undefined;
  if (document.commentAt(offset) !== undefined) return undefined;
  const start = lineStart(text, offset);
  const outline = outlineAt(document, start);
  const { inner, levels } = outline;
  if (inner.began) {
    const { node } = inner;
    const goesOn = rangeOf(node).end > start;
    const isDeeper = lineColumn(text, start, offset) > (levels.at(-1)?.column ?? -1);
    if (node.kind === 'scalar' && (goesOn || (node.style === 'block' && isDeeper))) return undefined;
    if ((node.kind === 'mapping' || node.kind === 'sequence') && node.flow && (goesOn || isDeeper)) {
      const found = flowPlace(document, rangeOf(node).start, offset, innerPath(outline));
      if (found !== 'closed') return found;
    }
  }
  const place = linePlace(document, offset, outline, schema);
  return place !== undefined && hasRoom(text, place, offset) ? place : undefined;
}

/**
 * Whether there is room for what is written. A key at a blank spot is not in front of a comment, nor above lines that are further
 * in: they would become its own. A value is not where its key has a mapping or a list behind it, or in the lines below.
 */
function hasRoom(text: Characters, { blank, flow, entry, ...place }: Place, offset: number): boolean {
  if (place.kind === 'value')
    return entry?.value === undefined || isScalar(entry.value) || rangeOf(entry.value).start < offset;
  if (!blank || flow) return true;
  const end = lineEnd(text, offset);
  if (text.slice(offset, end).trim() !== '') return false;
  return !isFollowed(text, offset, place.column);
}

/** Whether the next line that holds anything stands further in than a column: what is written there would become its own. */
export function isFollowed(text: Characters, offset: number, column: number): boolean {
  const end = lineEnd(text, offset);
  const below = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*(?<indentation>[ \t]*)[^\s#]/.exec(
    text.slice(end, Math.min(end + MOST_BELOW, text.length)),
  );
  return (below?.groups?.indentation ?? '').length > column;
}

/** Characters that are looked at for the next line that holds anything. */
const MOST_BELOW = 5_000;

function isScalar({ kind }: TreeNode): boolean {
  return kind === 'scalar';
}

/** Where a line's content begins, counted from its beginning; on an empty line, where the offset is. */
function lineColumn(text: Characters, start: number, offset: number): number {
  const end = lineEnd(text, start);
  const content = text.slice(start, end).search(/[^ \t]/);
  return content < 0 ? offset - start : content;
}
