/** What a place in a document is, for completion: a key or a value, of which mapping, in whole text and in half-written text. */
import { flowPlace } from './flowPlaces.ts';
import type { SchemaReader } from './jsonSchema.ts';
import { linePlace } from './linePlaces.ts';
import { innerPath, outlineAt } from './outline.ts';
import type { Place } from './place.ts';
import { STACK_SCHEMA } from './schema.ts';
import { lineEnd, lineStart } from './textRanges.ts';
import { rangeOf, type YamlDocument } from './tree.ts';

export type { KeyPlace, Place, ValuePlace } from './place.ts';

/**
 * What a place is. In block context a blank spot is judged by its column.
 * @param offset in the file's text
 * @param schema says where a mapping goes and where a value; that of manifests, unless another is given
 * @returns undefined where neither a key nor a value can go: in comments, in texts of several lines, at an indentation that
 *   fits nothing, outside the document
 */
export function locate(document: YamlDocument, offset: number, schema: SchemaReader = STACK_SCHEMA): Place | undefined {
  const { text, range, comments } = document;
  if (offset < range.start || offset > range.end) return undefined;
  if (comments.some((comment) => comment.range.start < offset && offset <= comment.range.end)) return undefined;
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
  return linePlace(document, offset, outline, schema);
}

/** Where a line's content begins, counted from its beginning; on an empty line, where the offset is. */
function lineColumn(text: string, start: number, offset: number): number {
  const end = lineEnd(text, start);
  const content = text.slice(start, end).search(/[^ \t]/);
  return content < 0 ? offset - start : content;
}
