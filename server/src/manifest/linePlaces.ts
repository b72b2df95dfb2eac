/** Places in block context: what an offset is in its line, and what the line is by its indentation. */
import { flowPlace } from './flowPlaces.ts';
import type { SchemaReader } from './jsonSchema.ts';
import { GLUED_COLON } from './lexemes.ts';
import { BLOCK_HEADER } from './mend.ts';
import { columnOf, innerPath, type Outline, siblingsOf } from './outline.ts';
import type { Place } from './place.ts';
import { type Characters, isSpace, lineEnd, lineStart, restOfLine } from './textRanges.ts';
import { MOST_LEVELS } from './tokens.ts';
import { type MappingNode, rangeOf, type TreeNode, type YamlDocument } from './tree.ts';

/** What a line adds to, at a column. */
interface Slot {
  /** Path of the mapping that a key would be in, or of the value or item that stands here. */
  readonly path: readonly string[];
  /** Beside other keys nothing but a key can stand; elsewhere it may be a value as well. */
  readonly besideKeys: boolean;
  /** What the tree has at this path, if it has begun anything. */
  readonly node: TreeNode | undefined;
}

/** The place of an offset outside flow collections and texts of several lines. */
export function linePlace(
  document: YamlDocument,
  offset: number,
  outline: Outline,
  schema: SchemaReader,
): Place | undefined {
  const { source: text } = document;
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  if (/^(?:---|\.\.\.)\s?$/.test(text.slice(start, Math.min(start + 4, end)))) return undefined;
  let at = behindSpaces(text, start, end);
  let slot: Slot | undefined;
  let open = outline;
  while (text.charAt(at) === '-' && isBlankAt(text, at + 1, end)) {
    // Right behind the dash a space is missing.
    if (offset <= at + 1) return undefined;
    slot = itemSlot(open, document, at, slot);
    if (slot === undefined || slot.path.length > MOST_LEVELS) return undefined;
    open = { levels: [], inner: { began: false, node: undefined } };
    at = behindSpaces(text, at + 1, end);
  }
  const isBlank = at >= end || (text.charAt(at) === '#' && (at === start || isSpace(text.charAt(at - 1))));
  if (isBlank) {
    // Behind a dash the item begins where the cursor is; on an empty line, in the cursor's column.
    const place = slot ?? keySlot(outline, document, offset - start);
    return place === undefined || (slot !== undefined && offset < at)
      ? undefined
      : blankPlace(place, offset, offset - start, schema);
  }
  if (offset < at) return undefined;
  const place = slot ?? keySlot(outline, document, at - start);
  return place === undefined ? undefined : writtenPlace(document, place, at, offset, schema);
}

/** What a key or a value at a column would belong to. */
function keySlot(outline: Outline, document: YamlDocument, column: number): Slot | undefined {
  const levels = [...outline.levels];
  for (let level = levels.pop(), isInnermost = true; level !== undefined; level = levels.pop(), isInnermost = false) {
    if (level.column > column) continue;
    if (level.column === column) {
      // A list may stand in the column of the key that holds it.
      if (level.node.kind === 'sequence') continue;
      return { path: level.path, besideKeys: true, node: level.node };
    }
    return isInnermost ? innerSlot(outline, document, column) : undefined;
  }
  return outline.levels.length === 0 ? innerSlot(outline, document, column) : undefined;
}

/** What the innermost level holds, or the document: nothing before this line, and behind it only what begins in this column. */
function innerSlot(outline: Outline, document: YamlDocument, column: number): Slot | undefined {
  const { inner } = outline;
  if (inner.began) return undefined;
  const { node } = inner;
  const isBlock = (node?.kind === 'mapping' || node?.kind === 'sequence') && !node.flow;
  if (isBlock && columnOf(document.source, node) !== column) return undefined;
  return { path: innerPath(outline), besideKeys: node?.kind === 'mapping', node };
}

/** The item that a dash begins. A second dash in a line begins an item of an item. */
function itemSlot(outline: Outline, document: YamlDocument, dash: number, outer: Slot | undefined): Slot | undefined {
  const column = dash - lineStart(document.source, dash);
  if (outer !== undefined) return itemOf(outer.path, outer.node, dash);
  const level = outline.levels.findLast((one) => one.node.kind === 'sequence' && one.column === column);
  if (level !== undefined) return itemOf(level.path, level.node, dash);
  const innermost = outline.levels.at(-1);
  if (outline.inner.began || (innermost !== undefined && innermost.column > column)) return undefined;
  return itemOf(innerPath(outline), outline.inner.node, dash);
}

function itemOf(path: readonly string[], node: TreeNode | undefined, dash: number): Slot {
  const items = node?.kind === 'sequence' ? node.items : [];
  const index = items.filter((item) => rangeOf(item).start < dash).length;
  return { path: [...path, String(index)], besideKeys: false, node: items[index] };
}

/** Nothing is written in the line, or nothing behind its dash. */
function blankPlace(slot: Slot, offset: number, column: number, schema: SchemaReader): Place {
  const mapping = blockMapping(slot.node);
  const common = {
    path: slot.path,
    range: { start: offset, end: offset },
    text: '',
    blank: true,
    quote: undefined,
    flow: false,
    entry: undefined,
  };
  if (!takesKey(slot, schema)) return { kind: 'value', ...common, mapping: undefined, siblings: [], needsSpace: false };
  return { kind: 'key', ...common, mapping, siblings: siblingsOf(mapping, undefined), hasColon: false, column };
}

/** A line that holds something, from `at` on. */
function writtenPlace(
  document: YamlDocument,
  slot: Slot,
  at: number,
  offset: number,
  schema: SchemaReader,
): Place | undefined {
  const { source: text } = document;
  const end = lineEnd(text, at);
  const content = restOfLine(text, at);
  if (isFlow(text, at)) return offset > at ? openFlowPlace(document, at, offset, slot.path) : undefined;
  const { keyEnd, colon } = splitEntry(text, at, content.end);
  const mapping = blockMapping(slot.node);
  const entry = mapping?.entries.find(({ key }) => rangeOf(key).start === at);
  const around = { flow: false, mapping, entry, siblings: siblingsOf(mapping, entry) } as const;
  if (colon === undefined && !takesKey(slot, schema)) {
    const value = scalarPlace(text, at, content.end, offset, end);
    return value && { kind: 'value', path: slot.path, ...around, ...value, needsSpace: false };
  }
  if (colon === undefined || offset <= colon) {
    const key = scalarPlace(text, at, keyEnd, offset, colon ?? end);
    return (
      key && {
        kind: 'key',
        path: slot.path,
        ...around,
        ...key,
        hasColon: colon !== undefined,
        column: at - lineStart(text, at),
      }
    );
  }
  const path = [...slot.path, entry?.key.text ?? unquoted(text.slice(at, keyEnd))];
  const from = behindProperties(text, behindSpaces(text, colon + 1, end), content.end);
  if (offset > from && isFlow(text, from)) return openFlowPlace(document, from, offset, path);
  if (offset > from && from < content.end && BLOCK_HEADER.test(text.slice(from, content.end))) return undefined;
  if (from >= content.end || text.charAt(from) === '#') {
    const blank = { range: { start: offset, end: offset }, text: '', blank: true, quote: undefined };
    return { kind: 'value', path, ...around, ...blank, needsSpace: offset === colon + 1 };
  }
  const value = scalarPlace(text, from, content.end, offset, end);
  return value && { kind: 'value', path, ...around, ...value, needsSpace: value.range.start === colon + 1 };
}

/** The place between the brackets that open at `from`; none behind them. */
function openFlowPlace(
  document: YamlDocument,
  from: number,
  offset: number,
  path: readonly string[],
): Place | undefined {
  const found = flowPlace(document, from, offset, path);
  return found === 'closed' ? undefined : found;
}

function isFlow(text: Characters, at: number): boolean {
  return text.charAt(at) === '{' || text.charAt(at) === '[';
}

type Written = Pick<Place, 'range' | 'text' | 'blank' | 'quote'>;

/**
 * A key or a value as far as it is written, the place's part of it between its quotes.
 * @param limit how far spaces behind it still belong to it: a person may be about to go on
 */
function scalarPlace(text: Characters, from: number, to: number, offset: number, limit: number): Written | undefined {
  const quote = quoteAt(text, from);
  if (quote === undefined) {
    // Between the colon and the value: what is completed is the value, from the cursor on.
    const range = { start: Math.min(from, offset), end: Math.min(Math.max(to, offset), Math.max(limit, to)) };
    return { range, text: text.slice(from, range.end), blank: false, quote };
  }
  const isClosed = to > from + 1 && text.charAt(to - 1) === quote;
  const range = { start: from + 1, end: isClosed ? to - 1 : Math.max(to, Math.min(offset, limit)) };
  if (offset < range.start || offset > range.end) return undefined;
  return { range, text: text.slice(range.start, range.end), blank: range.start === range.end, quote };
}

/** Where a line's key ends and where its colon is: one with a space or nothing behind it, or one in `key:value`. */
function splitEntry(
  text: Characters,
  at: number,
  end: number,
): { readonly keyEnd: number; readonly colon: number | undefined } {
  let from = at;
  const quote = quoteAt(text, at);
  if (quote !== undefined) {
    const closing = text.slice(at + 1, end).indexOf(quote);
    if (closing < 0) return { keyEnd: end, colon: undefined };
    from = at + 1 + closing + 1;
  }
  for (let index = from; index < end; index += 1) {
    if (text.charAt(index) !== ':' || !isBlankAt(text, index + 1, end)) continue;
    let keyEnd = index;
    while (keyEnd > at && isSpace(text.charAt(keyEnd - 1))) keyEnd -= 1;
    return { keyEnd, colon: index };
  }
  const [, key] = quote === undefined ? (GLUED_COLON.exec(text.slice(at, end)) ?? []) : [];
  return key === undefined ? { keyEnd: end, colon: undefined } : { keyEnd: at + key.length, colon: at + key.length };
}

function takesKey(slot: Slot, schema: SchemaReader): boolean {
  if (slot.besideKeys) return true;
  const { keys, free } = schema.keysAt(slot.path);
  return keys.length > 0 || free !== undefined;
}

function blockMapping(node: TreeNode | undefined): MappingNode | undefined {
  return node?.kind === 'mapping' && !node.flow ? node : undefined;
}

/** Behind an anchor and a tag, with the space that follows them. */
function behindProperties(text: Characters, from: number, end: number): number {
  const [properties = ''] = /^(?:[&!][^ \t]*[ \t]+)*/.exec(text.slice(from, end)) ?? [];
  return from + properties.length;
}

function behindSpaces(text: Characters, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charAt(at))) at += 1;
  return at;
}

function isBlankAt(text: Characters, at: number, end: number): boolean {
  return at >= end || isSpace(text.charAt(at));
}

function quoteAt(text: Characters, at: number): '"' | "'" | undefined {
  const character = text.charAt(at);
  return character === '"' || character === "'" ? character : undefined;
}

function unquoted(key: string): string {
  return quoteAt(key, 0) === undefined ? key : key.slice(1, -1);
}
