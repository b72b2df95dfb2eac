/** Places between brackets: `{component: k3s, version: |}`, over any number of lines, closed or not. */
import { siblingsOf } from './outline.ts';
import type { Place } from './place.ts';
import { type Characters, isLineEnd, isSpace, lineStart } from './textRanges.ts';
import { MOST_LEVELS } from './tokens.ts';
import { type MappingNode, rangeOf, type TreeNode, type YamlDocument } from './tree.ts';

/** An open bracket and what has been read since. */
interface Frame {
  readonly open: '{' | '[';
  readonly start: number;
  readonly path: readonly string[];
  /** The key whose value comes next, in a mapping. */
  key: string | undefined;
  /** Position of the item, in a list. */
  index: number;
  /** The key or value that has begun. */
  token: { readonly start: number; readonly end: number; readonly quote: '"' | "'" | undefined } | undefined;
  /** Right behind the colon. */
  colon: number | undefined;
}

const SEPARATORS = ',[]{}';

/** Spaces that are looked over for what stands behind the cursor. */
const MOST_GAP = 200;

/**
 * The place of an offset in a flow collection.
 * @param start where its bracket opens
 * @param path keys and indexes from the root to it
 * @returns 'closed' when it ends before the offset; undefined where nothing can be written
 */
export function flowPlace(
  document: YamlDocument,
  start: number,
  offset: number,
  path: readonly string[],
): Place | 'closed' | undefined {
  const { source: text } = document;
  const frames: Frame[] = [];
  let at = start;
  while (at < offset) {
    const character = text.charAt(at);
    const frame = frames.at(-1);
    if (character === '{' || character === '[') {
      if (frames.length >= MOST_LEVELS) return undefined;
      frames.push({
        open: character,
        start: at,
        path: frame === undefined ? path : valuePath(frame),
        key: undefined,
        index: 0,
        token: undefined,
        colon: undefined,
      });
      at += 1;
    } else if (frame === undefined) return 'closed';
    else if (character === '}' || character === ']') {
      frames.pop();
      at += 1;
      if (frames.length === 0) return 'closed';
    } else if (character === ',') {
      Object.assign(frame, { key: undefined, token: undefined, colon: undefined, index: frame.index + 1 });
      at += 1;
    } else if (character === '#' && isSpace(text.charAt(at - 1))) {
      while (at < text.length && !isLineEnd(text.charAt(at))) at += 1;
      if (at >= offset) return undefined;
    } else if (character === ':' && frame.open === '{' && frame.key === undefined && endsKey(text, at, frame)) {
      frame.key = frame.token === undefined ? '' : text.slice(frame.token.start, frame.token.end);
      Object.assign(frame, { token: undefined, colon: at + 1 });
      at += 1;
    } else if (isSpace(character) || isLineEnd(character)) at += 1;
    else {
      const token = tokenAt(text, at, offset);
      frame.token = token.quote === undefined ? token : { ...token, start: at + 1 };
      at = token.quote === undefined ? token.end : Math.min(token.end + 1, text.length);
      if (at > offset || (token.quote !== undefined && token.end >= offset)) return placeIn(document, frame, offset);
    }
  }
  const frame = frames.at(-1);
  if (frame === undefined) return undefined;
  // A plain token that begins at the offset, or further on in its line: the cursor stands before it.
  if (frame.token === undefined) {
    const [gap = ''] = /^[ \t]*/.exec(text.slice(offset, Math.min(offset + MOST_GAP, text.length))) ?? [];
    const next = text.charAt(offset + gap.length);
    if (next !== '' && !/[\s,\]}:#]/.test(next)) {
      const isKey = frame.open === '{' && frame.key === undefined;
      // Between a gap and a key there is room for nothing, nor is there before a value in quotes or in brackets.
      if (/['"[{]/.test(next) || (gap !== '' && isKey)) return undefined;
      frame.token = { ...tokenAt(text, offset + gap.length, offset), start: offset };
    }
  }
  return placeIn(document, frame, offset);
}

/** A quoted token from quote to quote (its end is the closing quote), or a plain one; neither goes on behind the line. */
function tokenAt(text: Characters, at: number, offset: number): NonNullable<Frame['token']> {
  const quote = text.charAt(at);
  let end = at + 1;
  if (quote === '"' || quote === "'") {
    while (end < text.length && text.charAt(end) !== quote && !isLineEnd(text.charAt(end)))
      end += quote === '"' && text.charAt(end) === '\\' ? 2 : 1;
    // Without its other half it takes what a value would take.
    if (text.charAt(end) === quote) return { start: at, end, quote };
    end = at + 1;
    while (end < text.length && !SEPARATORS.includes(text.charAt(end)) && !isLineEnd(text.charAt(end))) end += 1;
    return { start: at, end: Math.max(end, Math.min(offset, text.length)), quote };
  }
  while (end < text.length && !SEPARATORS.includes(text.charAt(end)) && !isLineEnd(text.charAt(end))) {
    const next = text.charAt(end + 1);
    if (text.charAt(end) === ':' && (next === '' || isSpace(next) || isLineEnd(next) || SEPARATORS.includes(next)))
      break;
    if (text.charAt(end) === '#' && isSpace(text.charAt(end - 1))) break;
    end += 1;
  }
  while (end > at + 1 && isSpace(text.charAt(end - 1))) end -= 1;
  return { start: at, end, quote: undefined };
}

/** A colon ends a key before white space, a separator or the end, and right behind a quoted key. */
function endsKey(text: Characters, colon: number, frame: Frame): boolean {
  const next = text.charAt(colon + 1);
  return (
    next === '' || isSpace(next) || isLineEnd(next) || SEPARATORS.includes(next) || frame.token?.quote !== undefined
  );
}

function valuePath({ open, path, key, index }: Frame): readonly string[] {
  return open === '{' ? [...path, key ?? ''] : [...path, String(index)];
}

function placeIn(document: YamlDocument, frame: Frame, offset: number): Place | undefined {
  const { source: text } = document;
  const { token, open, key, colon } = frame;
  // Behind a quoted token nothing more can be written.
  if (token?.quote !== undefined && offset > token.end) return undefined;
  // On a line below a text it would go on: only a comma makes room for something new, and no edit may span lines.
  if (token !== undefined && lineStart(text, offset) > token.start) return undefined;
  const range =
    token === undefined ? { start: offset, end: offset } : { start: token.start, end: Math.max(token.end, offset) };
  const written = {
    range,
    text: text.slice(range.start, range.end),
    blank: range.start === range.end,
    quote: token?.quote,
    flow: true,
  };
  const mapping = open === '{' ? mappingAt(document.root, frame.start) : undefined;
  const isKey = open === '{' && key === undefined;
  const entry = mapping?.entries.find((one) => {
    const { start, end } = rangeOf(isKey ? one.key : one);
    return start <= offset && offset <= end;
  });
  const around = { mapping, entry, siblings: siblingsOf(mapping, entry) };
  if (!isKey)
    return { kind: 'value', path: valuePath(frame), ...written, ...around, needsSpace: colon === range.start };
  const behind = /^["']?[ \t]*(:)?/.exec(text.slice(range.end, Math.min(range.end + 80, text.length)))?.[1];
  return {
    kind: 'key',
    path: frame.path,
    ...written,
    ...around,
    hasColon: behind !== undefined,
    column: range.start - lineStart(text, range.start),
  };
}

/** The flow mapping whose bracket opens at an offset. */
function mappingAt(node: TreeNode | undefined, start: number): MappingNode | undefined {
  if (node === undefined || node.kind === 'scalar' || node.kind === 'alias') return undefined;
  if (node.kind === 'mapping' && node.flow && rangeOf(node).start === start) return node;
  const children = node.kind === 'sequence' ? node.items : node.entries.flatMap(({ value }) => value ?? []);
  for (const child of children) {
    const { start: from, end } = rangeOf(child);
    if (from > start || end < start) continue;
    const found = mappingAt(child, start);
    if (found !== undefined) return found;
  }
  return undefined;
}
