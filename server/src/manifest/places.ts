/** What a place in a manifest is, for completion: a key or a value, of which mapping, in whole text and in half-written text. */
import { flowPlace } from './flowPlaces.ts';
import { linePlace } from './linePlaces.ts';
import { innerPath, outlineAt } from './outline.ts';
import type { Place } from './place.ts';
import { lineStart } from './textRanges.ts';
import { rangeOf, type YamlDocument } from './tree.ts';

export type { KeyPlace, Place, ValuePlace } from './place.ts';

/**
 * What a place is. In block context a blank spot is judged by its column.
 * @param offset in the file's text
 * @returns undefined where neither a key nor a value can go: in comments, in texts of several lines, at an indentation that
 *   fits nothing, outside the document
 */
export function locate(document: YamlDocument, offset: number): Place | undefined {
  const { text, range, comments } = document;
  if (offset < range.start || offset > range.end) return undefined;
  if (comments.some((comment) => comment.range.start < offset && offset <= comment.range.end)) return undefined;
  const start = lineStart(text, offset);
  const outline = outlineAt(document, start);
  const { inner, levels } = outline;
  if (inner.began) {
    const { start: from, end } = rangeOf(inner.node);
    const isDeeper = offset - start > (levels.at(-1)?.column ?? -1);
    if (inner.node.kind === 'scalar' && (end > start || (inner.node.style === 'block' && isDeeper))) return undefined;
    if (
      (inner.node.kind === 'mapping' || inner.node.kind === 'sequence') &&
      inner.node.flow &&
      (end > start || isDeeper)
    ) {
      const found = flowPlace(document, from, offset, innerPath(outline));
      if (found !== 'closed') return found;
    }
  }
  return linePlace(document, offset, outline);
}
