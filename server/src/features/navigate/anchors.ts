/** Anchors of a document with the aliases that stand for them (YAML 1.2.2, sections 6.9.2 and 7.1). */
import { CST, Lexer } from 'yaml';
import { isLineEnd } from '../../manifest/textRanges.ts';
import { type OffsetRange, rangeOf, type ScalarNode, type YamlDocument } from '../../manifest/tree.ts';
import { touches } from '../pinAt.ts';
import { writtenNodes } from './writtenNodes.ts';

/** One anchor, and what refers to it. Ranges are those of the name, without `&` and `*`. */
export interface AnchorNames {
  readonly name: string;
  /** Undefined where an alias stands for nothing. */
  readonly anchor: OffsetRange | undefined;
  /** In order of position. */
  readonly aliases: readonly OffsetRange[];
}

interface Mark {
  readonly kind: 'anchor' | 'alias';
  readonly name: string;
  readonly range: OffsetRange;
}

/** All anchors of a document. An alias belongs to the nearest anchor of its name before it. */
export function anchorsIn(document: YamlDocument): AnchorNames[] {
  const found: { name: string; anchor: OffsetRange | undefined; aliases: OffsetRange[] }[] = [];
  const latest = new Map<string, (typeof found)[number]>();
  for (const { kind, name, range } of marksIn(document)) {
    const known = latest.get(name);
    if (kind === 'alias' && known !== undefined) {
      known.aliases.push(range);
      continue;
    }
    const made =
      kind === 'anchor' ? { name, anchor: range, aliases: [] } : { name, anchor: undefined, aliases: [range] };
    found.push(made);
    latest.set(name, made);
  }
  return found;
}

/** The anchor that is named at an offset, by itself or by an alias. A sign before the name counts as part of it. */
export function anchorAt(document: YamlDocument, offset: number): AnchorNames | undefined {
  if (!looksNamed(document.text, offset)) return undefined;
  return anchorsIn(document).find((one) => placesOf(one).some((range) => touches(withSign(range), offset)));
}

/** The anchor and its aliases, in order of position. */
export function placesOf({ anchor, aliases }: AnchorNames): readonly OffsetRange[] {
  return anchor === undefined ? aliases : [anchor, ...aliases];
}

export function withSign({ start, end }: OffsetRange): OffsetRange {
  return { start: start - 1, end };
}

/** Whether the word around an offset has a sign that begins an anchor or an alias: most words have none, and no tree is walked. */
function looksNamed(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && isNameCharacter(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && isNameCharacter(text.charAt(end))) end += 1;
  return /[&*]/.test(text.slice(start, end));
}

/** What ends an anchor's name: white space, and what brackets and separates in flow context. */
export function isNameCharacter(character: string): boolean {
  return !/[\s,[\]{}\uFEFF]/.test(character);
}

function marksIn(document: YamlDocument): Mark[] {
  const marks: Mark[] = [];
  const { text } = document;
  for (const { node, isKey } of writtenNodes(document.root)) {
    const range = rangeOf(node);
    if (node.anchor !== undefined) {
      const anchor = anchorBefore(document, node.anchor, range.start);
      if (anchor !== undefined) marks.push({ kind: 'anchor', name: node.anchor, range: anchor });
    }
    if (node.kind === 'alias' && node.name !== '')
      marks.push({ kind: 'alias', name: node.name, range: { start: range.end - node.name.length, end: range.end } });
    // A key that is an alias or a collection is a text in the tree.
    else if (isKey && node.kind === 'scalar' && node.style === 'plain') marks.push(...marksInKey(node, text));
  }
  return marks.sort((a, b) => a.range.start - b.range.start);
}

function marksInKey(node: ScalarNode, text: string): Mark[] {
  const { start, end } = rangeOf(node);
  const written = text.slice(start, end);
  if (!/[&*]/.test(written)) return [];
  const marks: Mark[] = [];
  let at = start;
  let isScalar = false;
  for (const token of new Lexer().lex(written)) {
    // The lexer puts signs of its own between what it reads; they are not in the text.
    const isOfText = token !== CST.DOCUMENT && token !== CST.FLOW_END && token !== CST.SCALAR;
    if (isOfText && !isScalar && /^[&*]./.test(token)) {
      const kind = token.startsWith('&') ? 'anchor' : 'alias';
      marks.push({ kind, name: token.slice(1), range: { start: at + 1, end: at + token.length } });
    }
    isScalar = token === CST.SCALAR;
    if (isOfText) at += token.length;
  }
  return marks;
}

/** The place of an anchor's name before what it names: only white space, comments and a tag stand between. */
function anchorBefore({ text, comments, range }: YamlDocument, name: string, start: number): OffsetRange | undefined {
  const written = `&${name}`;
  for (let at = text.lastIndexOf(written, start); at >= range.start; at = text.lastIndexOf(written, at - 1)) {
    const end = at + written.length;
    const isWhole = end === text.length || !isNameCharacter(text.charAt(end));
    const isComment = comments.some((comment) => comment.range.start <= at && at < comment.range.end);
    if (!isWhole || isComment || end > start) continue;
    if (isNothingBetween(text, end, start)) return { start: at + 1, end };
    return undefined;
  }
  return undefined;
}

function isNothingBetween(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const character = text.charAt(at);
    if (character === '#') while (at < end && !isLineEnd(text.charAt(at))) at += 1;
    else if (character === '!') while (at < end && !/\s/.test(text.charAt(at))) at += 1;
    else if (/\s/.test(character)) at += 1;
    else return false;
  }
  return true;
}
