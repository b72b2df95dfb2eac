/** Names as they stand in a manifest: where, and how they are written. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Text } from '../../manifest/pieces.ts';
import { followed } from '../../manifest/read.ts';
import { rangeOf, type ScalarNode, type TreeNode } from '../../manifest/tree.ts';
import { toRange } from '../document.ts';

/** One place at which a name is written. */
export interface NamePlace {
  /** Without quotes, or the star of an alias. */
  readonly range: Range;
  readonly text: string;
  /** `alias`: the name is written elsewhere, and an alias stands here for it. */
  readonly style: ScalarNode['style'] | 'alias';
  /** Of an alias: the place where the name is written; undefined where nobody knows. */
  readonly of?: Range;
}

/** The place of a scalar. A key may be an alias, which the tree gives as the text that it stands for. */
export function placeOf(node: ScalarNode, text: Text): NamePlace {
  const { start, end } = rangeOf(node);
  if (node.style === 'plain' && text.slice(start, start + 1) === '*' && !node.text.startsWith('*'))
    return { range: toRange(text, { start: start + 1, end }), text: node.text, style: 'alias' };
  return { range: toRange(text, insideQuotes(node, text)), text: node.text, style: node.style };
}

function insideQuotes(node: ScalarNode, text: Text) {
  const { start, end } = rangeOf(node);
  if (node.style !== 'single' && node.style !== 'double') return { start, end };
  const isClosed = end > start + 1 && text.slice(end - 1, end) === text.slice(start, start + 1);
  return { start: Math.min(start + 1, end), end: isClosed ? end - 1 : end };
}

/** The place of a value: of a scalar, or of an alias that stands for one. */
export function placeOfValue(node: TreeNode, text: Text): NamePlace | undefined {
  if (node.kind === 'scalar') return placeOf(node, text);
  const target = node.kind === 'alias' ? followed(node) : undefined;
  if (node.kind !== 'alias' || target?.kind !== 'scalar') return undefined;
  const { start, end } = rangeOf(node);
  const range = toRange(text, { start: start + 1, end });
  return { range, text: target.text, style: 'alias', of: placeOf(target, text).range };
}

/** Whether a position is in a name or its quotes; the end counts, since a cursor stands between characters. */
export function holds({ range: { start, end }, style }: NamePlace, position: Position): boolean {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const [first, last] = [start.character - quote, end.character + quote];
  return !isBefore(position, { ...start, character: first }) && !isBefore({ ...end, character: last }, position);
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** What is the same for the same range. */
export function rangeKey({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Each range once, in order of position: through aliases and merge keys one place can be met many times. */
export function inOrder<T extends { readonly range: Range }>(places: readonly T[]): T[] {
  const once = new Map(places.map((place) => [rangeKey(place.range), place]));
  return [...once.values()].sort((a, b) => (isBefore(a.range.start, b.range.start) ? -1 : 1));
}
