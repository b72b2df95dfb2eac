/**
 * Mends concrete syntax before it is composed, so that half-written entries cost as little of the tree as possible. What
 * is mended is returned, since the composer no longer sees it.
 */
import type { CST } from 'yaml';
import { GLUED_COLON } from './lexemes.ts';
import { restOfLine } from './textRanges.ts';

type MapItem = CST.BlockMap['items'][number];

export type Mended =
  /** A key with a mapping below it and no colon. */
  | { readonly reason: 'MISSING_COLON'; readonly offset: number; readonly key: string }
  /** A key whose colon has no space behind it: `kubernetes:1.34.2`. */
  | { readonly reason: 'MISSING_SPACE'; readonly offset: number; readonly key: string; readonly value: string }
  /** A value that YAML takes for the head of a block of text: `>=1.33 <1.35`. */
  | { readonly reason: 'UNQUOTED_VALUE'; readonly offset: number; readonly value: string }
  /** A closing bracket where none is open. Left in, it would end the document. */
  | { readonly reason: 'STRAY_BRACKET'; readonly offset: number; readonly bracket: string };

/** What can begin a block of text: the indicator, how it is indented and how it ends (yaml.org/spec/1.2.2, section 8.1.1). */
export const BLOCK_HEADER = /^[|>][-+\d]*$/;

/**
 * Gives a block mapping back what a second colon in one of its lines has taken: the entries below `istio: 1: 2` are read as
 * entries of the mapping that begins at `1`.
 */
export function reclaimEntries(map: CST.BlockMap): void {
  if (map.items.some(({ value, sep }) => isOnKeyLine(value, sep))) map.items = map.items.flatMap(withReclaimed);
}

function withReclaimed(item: MapItem): MapItem[] {
  const { value, sep } = item;
  if (!isOnKeyLine(value, sep)) return [item];
  const [first, ...taken] = value.items.flatMap(withReclaimed);
  value.items = first === undefined ? [] : [first];
  return [item, ...taken];
}

function isOnKeyLine(value: CST.Token | undefined, sep: CST.SourceToken[] | undefined): value is CST.BlockMap {
  return value?.type === 'block-map' && sep?.every(({ type }) => type !== 'newline') === true;
}

/** Mends an entry of a block mapping in place. */
export function mendEntry(item: MapItem): Mended | undefined {
  const { key, sep, value } = item;
  if (value?.type === 'block-scalar') return unquotedValue(item, value);
  if (item.explicitKey === true || sep?.some(({ type }) => type === 'map-value-ind')) return undefined;
  const isQuoted = key?.type === 'single-quoted-scalar' || key?.type === 'double-quoted-scalar';
  if (key?.type !== 'scalar' && !isQuoted) return undefined;
  if (value?.type === 'block-map') return addColon(item, key);
  return isQuoted ? undefined : separateColon(item, key);
}

/** Reads a block of text without text, whose head says more than a head can, as the value that was meant. */
function unquotedValue(item: MapItem, { offset, indent, props, source }: CST.BlockScalar): Mended | undefined {
  const last = props.findIndex(({ type }) => type === 'newline' || type === 'comment');
  const head = props.slice(0, last < 0 ? undefined : last);
  const written = head.map((token) => ('source' in token ? token.source : '')).join('');
  const value = written.slice(0, restOfLine(written, 0).end);
  if (BLOCK_HEADER.test(value) || source.trim() !== '') return undefined;
  const text: CST.FlowScalar = { type: 'scalar', offset, indent, source: value };
  Object.assign(item, { value: text });
  return { reason: 'UNQUOTED_VALUE', offset, value };
}

function addColon(item: MapItem, { source, offset, indent }: CST.FlowScalar): Mended {
  const colon: CST.SourceToken = { type: 'map-value-ind', offset: offset + source.length, indent, source: '' };
  Object.assign(item, { sep: [colon, ...(item.sep ?? [])] });
  return { reason: 'MISSING_COLON', offset, key: source };
}

function separateColon(item: MapItem, { source, offset, indent }: CST.FlowScalar): Mended | undefined {
  const [, key, value] = GLUED_COLON.exec(source) ?? [];
  if (key === undefined || value === undefined || item.value !== undefined) return undefined;
  const colon: CST.SourceToken = { type: 'map-value-ind', offset: offset + key.length, indent, source: ':' };
  const token: CST.FlowScalar = { type: 'scalar', offset: colon.offset + 1, indent, source: value };
  if (item.sep !== undefined && item.sep.length > 0) token.end = item.sep;
  Object.assign(item, { key: { type: 'scalar', offset, indent, source: key }, sep: [colon], value: token });
  return { reason: 'MISSING_SPACE', offset, key, value };
}
