/** Semantic tokens before they are encoded. */
import { rangeOf, type ScalarNode, type Segment, type YamlFile } from '../../manifest/tree.ts';
import type { TokenType } from './legend.ts';

/** A piece of text with a meaning. Its place is that of a node: it moves with the text. */
export interface Token {
  readonly type: TokenType;
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  /** Where the scalar begins that it is in. */
  readonly node: number;
}

/** The text that is looked at. */
export type Source = YamlFile['source'];

/** What stands between the quotes of a scalar, or all of it; none where it is empty, or is written otherwise than it reads. */
export function scalarToken(node: ScalarNode | undefined, type: TokenType, source: Source): Token[] {
  const text = node && writtenText(node, source);
  if (node === undefined || text === undefined) return [];
  const from = node.from + quoteOf(node);
  return [{ type, segment: node.segment, from, to: from + text.length, node: node.from }];
}

/** What a text of a range is made of: operators of npm's syntax, and versions between them. */
const RANGE_PARTS = /(?<operator>\|\||<=|>=|<|>|=|\^|~>|~|(?<=\s)-(?=\s))|[^\s<>=~^|]+/g;

/** The operators and versions of a range. */
export function rangeTokens(node: ScalarNode | undefined, source: Source): Token[] {
  const text = node && writtenText(node, source);
  if (node === undefined || text === undefined) return [];
  const start = node.from + quoteOf(node);
  return [...text.matchAll(RANGE_PARTS)].map(({ index, groups, 0: { length } }) => ({
    type: groups?.operator === undefined ? 'number' : 'operator',
    segment: node.segment,
    from: start + index,
    to: start + index + length,
    node: node.from,
  }));
}

function quoteOf({ style }: ScalarNode): number {
  return style === 'plain' ? 0 : 1;
}

/** Undefined where the source is not the text between quotes: escapes, several lines, blocks, a quote that is missing. */
function writtenText(node: ScalarNode, source: Source): string | undefined {
  const { start, end } = rangeOf(node);
  if (node.style === 'block' || node.text === '') return undefined;
  const quote = quoteOf(node);
  return source.slice(start + quote, end - quote) === node.text && !/[\r\n]/.test(node.text) ? node.text : undefined;
}
