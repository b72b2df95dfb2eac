/** Makes the syntax tree from composed YAML nodes: source text kept, places relative to segments, aliases followed within bounds. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { coreValue } from './coreSchema.ts';
import { beginsSegments } from './segments.ts';
import { isLineEnd, isSpace } from './textRanges.ts';
import type {
  AliasNode,
  EntryNode,
  MappingNode,
  OffsetRange,
  ScalarNode,
  Segment,
  SequenceNode,
  SyntaxProblem,
  TreeNode,
} from './tree.ts';
import { rangeOf } from './tree.ts';

/** Nodes that aliases may add to a document. Ten levels of ten aliases each would add ten thousand million. */
export const MOST_EXPANDED = 200_000;

/** Levels of collections below an alias, those behind further aliases counted. */
const MOST_ALIASED_LEVELS = 100;

export interface BuiltTree {
  readonly root: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Builds the tree of one document.
 * @param contents what the composer made of it
 * @param text the whole text of the file, as the user has it
 * @param offset where the document begins
 * @param unclosed where quoted scalars begin that lack their closing quote
 */
export function buildTree(
  contents: Node | null,
  text: string,
  offset: number,
  unclosed: ReadonlySet<number>,
): BuiltTree {
  const builder = new TreeBuilder(text, unclosed);
  const root = contents === null ? undefined : builder.build(contents, { offset }, []);
  return { root: root === undefined || isNothing(root) ? undefined : root, problems: builder.problems };
}

/** How much a node is when its aliases are followed. */
interface Size {
  readonly nodes: number;
  readonly levels: number;
}

interface Anchor {
  node?: TreeNode;
  size: Size;
}

/** Carries what one walk over a document gathers. */
class TreeBuilder {
  readonly problems: SyntaxProblem[] = [];
  readonly #anchors = new Map<string, Anchor>();
  readonly #text: string;
  readonly #unclosed: ReadonlySet<number>;
  /** Of the node built last. */
  #size: Size = { nodes: 0, levels: 0 };
  #expanded = 0;
  #limitTold = false;

  constructor(text: string, unclosed: ReadonlySet<number>) {
    this.#text = text;
    this.#unclosed = unclosed;
  }

  build(node: Node, segment: Segment, path: readonly string[]): TreeNode {
    if (isAlias(node)) return this.#alias(node, segment);
    const anchor = this.#openAnchor(node);
    const built = isMap(node)
      ? this.#mapping(node, segment, path)
      : isSeq(node)
        ? this.#sequence(node, segment, path)
        : this.#scalar(node, segment);
    if (anchor !== undefined) {
      anchor.node = built;
      anchor.size = this.#size;
    }
    return built;
  }

  #openAnchor(node: Node): Anchor | undefined {
    const name = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (name === undefined) return undefined;
    const anchor: Anchor = { size: { nodes: 0, levels: 0 } };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  #mapping(node: YAMLMap, segment: Segment, path: readonly string[]): MappingNode {
    const flow = node.flow === true;
    const segmented = !flow && beginsSegments(path);
    const written: EntryNode[] = [];
    const merges: EntryNode[] = [];
    const seen = new Map<string, EntryNode>();
    let size: Size = { nodes: 1, levels: 1 };
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const own = segmented ? { offset: pair.key.range?.[0] ?? segment.offset } : segment;
      const entry = this.#entry(pair, own, path);
      size = withChild(size, this.#size);
      if (entry.key.text === '<<' && entry.key.style === 'plain') {
        merges.push(entry);
        continue;
      }
      written.push(entry);
      this.#noteDuplicate(entry, seen, path);
    }
    const [start, end] = this.#rangeOf(node);
    // The composer counts the white space behind the last entry in.
    const ends = [...written.slice(-1), ...merges.slice(-1)].map((entry) => rangeOf(entry).end);
    const to = flow || ends.length === 0 ? end : Math.max(...ends);
    this.#size = size;
    const entries = [...written, ...mergedEntries(merges, seen)];
    const marks = { ...(merges.length === 0 ? {} : { merges }), ...this.#propertiesOf(node) };
    return { kind: 'mapping', flow, entries, ...placed(segment, start, to), ...marks };
  }

  #entry(pair: Pair<Node, Node | null>, segment: Segment, path: readonly string[]): EntryNode {
    const key = this.#key(pair.key, segment);
    const keySize = this.#size;
    this.#size = { nodes: 0, levels: 0 };
    const built =
      pair.value === null || pair.value === undefined
        ? undefined
        : this.build(pair.value, segment, [...path, key.text]);
    this.#size = withChild(keySize, this.#size);
    const value = built === undefined || isNothing(built) ? undefined : built;
    return { segment, key, value, from: key.from, to: Math.max(value?.to ?? key.to, key.to) };
  }

  /** Keys are texts here. A key that is a collection is kept as it is written. */
  #key(node: Node, segment: Segment): ScalarNode {
    const built = this.build(node, segment, []);
    if (built.kind === 'scalar') return built;
    const [first, end] = this.#rangeOf(node);
    const start = this.#contentStart(first, end);
    const target = built.kind === 'alias' ? built.target : undefined;
    const text = target?.kind === 'scalar' ? target.text : this.#text.slice(start, end);
    return { kind: 'scalar', style: 'plain', text, value: text, ...placed(segment, start, end) };
  }

  #noteDuplicate(entry: EntryNode, seen: Map<string, EntryNode>, path: readonly string[]): void {
    const { text } = entry.key;
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, entry);
      return;
    }
    const message = `"${text}" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.`;
    const first = rangeOf(earlier.key);
    this.problems.push({
      kind: 'duplicate-key',
      reason: 'DUPLICATE_KEY',
      message,
      range: rangeOf(entry.key),
      first,
      key: text,
      path,
    });
  }

  #sequence(node: YAMLSeq, segment: Segment, path: readonly string[]): SequenceNode {
    const items: TreeNode[] = [];
    let size: Size = { nodes: 1, levels: 1 };
    for (const item of node.items as Node[]) {
      items.push(this.build(item, segment, [...path, String(items.length)]));
      size = withChild(size, this.#size);
    }
    const flow = node.flow === true;
    const [start, end] = this.#rangeOf(node);
    const last = items.at(-1);
    const to =
      flow || last === undefined ? Math.min(end, Math.max(start + 1, start)) : Math.max(rangeOf(last).end, start);
    this.#size = size;
    return { kind: 'sequence', flow, items, ...placed(segment, start, flow ? end : to), ...this.#propertiesOf(node) };
  }

  #scalar(node: Node, segment: Segment): ScalarNode {
    const scalar = node as Scalar;
    this.#size = { nodes: 1, levels: 0 };
    const [first, end] = this.#rangeOf(node);
    const isUnclosed = end > first && this.#unclosed.has(first);
    const style = isUnclosed ? quoteStyle(this.#text.charAt(first)) : styleOf(scalar);
    // In a text that is broken badly the parser may take a line with its indentation for a scalar.
    const start = style === 'plain' ? this.#contentStart(first, end) : first;
    const resolved = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
    const source = this.#text.slice(start, end);
    const isOneLine = !source.includes('\n') && !source.includes('\r');
    let text = style === 'plain' && isOneLine ? source : resolved;
    // The first character is the quote; the composer has dropped the last one as well.
    if (isUnclosed) text = isOneLine ? source.slice(1) : scalar.type === 'PLAIN' ? resolved.slice(1) : resolved;
    const value = style === 'plain' && scalar.tag === undefined ? coreValue(text) : text;
    return { kind: 'scalar', style, text, value, ...placed(segment, start, end), ...this.#propertiesOf(scalar) };
  }

  #alias(node: Alias, segment: Segment): AliasNode {
    const [start, end] = this.#rangeOf(node);
    const name = node.source;
    this.#size = { nodes: 1, levels: 0 };
    const alias: AliasNode = { kind: 'alias', name, ...placed(segment, start, end) };
    const range = { start, end };
    // A lone "*" is told by the composer.
    if (name === '') return alias;
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      const message = `There is no "&${name}" before this. Write it there, or put the value in quotes if it is no alias.`;
      this.problems.push({ kind: 'yaml', reason: 'UNKNOWN_ANCHOR', message, range });
      return alias;
    }
    if (anchor.node === undefined) {
      const message = `"*${name}" refers to the value that it is in. Write out what you mean.`;
      this.problems.push({ kind: 'expansion-limit', reason: 'SELF_REFERENCE', message, range });
      return alias;
    }
    if (this.#expanded + anchor.size.nodes > MOST_EXPANDED || anchor.size.levels > MOST_ALIASED_LEVELS) {
      this.#tellLimit(range);
      return alias;
    }
    this.#expanded += anchor.size.nodes;
    this.#size = anchor.size;
    return { ...alias, target: anchor.node };
  }

  #tellLimit(range: OffsetRange): void {
    if (this.#limitTold) return;
    this.#limitTold = true;
    const message =
      'Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.';
    this.problems.push({ kind: 'expansion-limit', reason: 'TOO_MANY_ALIASES', message, range });
  }

  #rangeOf(node: Node): readonly [number, number] {
    const [start, end] = node.range ?? [0, 0];
    const { length } = this.#text;
    const from = Math.min(start, length);
    const to = Math.min(Math.max(start, end), length);
    // What is open without an end, and text in blocks, goes on over the white space behind it.
    return [from, Math.max(from, this.#contentEnd(to))];
  }

  #contentEnd(end: number): number {
    let at = end;
    while (at > 0 && isWhiteSpace(this.#text.charAt(at - 1))) at -= 1;
    return at;
  }

  #contentStart(start: number, end: number): number {
    let at = start;
    while (at < end && isWhiteSpace(this.#text.charAt(at))) at += 1;
    return at;
  }

  #propertiesOf(node: { readonly anchor?: string | undefined; readonly tag?: string | undefined }): {
    anchor?: string;
    tag?: string;
  } {
    return {
      ...(node.anchor === undefined || node.anchor === '' ? {} : { anchor: node.anchor }),
      ...(node.tag === undefined ? {} : { tag: node.tag }),
    };
  }
}

/** What merge keys bring into a mapping that has these keys: the first that brings a key wins. */
function mergedEntries(merges: readonly EntryNode[], written: ReadonlyMap<string, EntryNode>): EntryNode[] {
  const merged = new Map<string, EntryNode>();
  const add = (node: TreeNode | undefined): void => {
    const target = node?.kind === 'alias' ? node.target : node;
    if (target?.kind === 'sequence') target.items.forEach(add);
    if (target?.kind !== 'mapping') return;
    for (const entry of target.entries) {
      if (!written.has(entry.key.text) && !merged.has(entry.key.text)) merged.set(entry.key.text, entry);
    }
  };
  for (const { value } of merges) add(value);
  return [...merged.values()];
}

function isWhiteSpace(character: string): boolean {
  return isSpace(character) || isLineEnd(character);
}

function placed(segment: Segment, start: number, end: number): { segment: Segment; from: number; to: number } {
  return { segment, from: start - segment.offset, to: end - segment.offset };
}

function withChild(size: Size, child: Size): Size {
  return { nodes: size.nodes + child.nodes, levels: Math.max(size.levels, child.levels + 1) };
}

/** An empty plain scalar without a tag or an anchor: nothing is written there. */
function isNothing(node: TreeNode): boolean {
  return (
    node.kind === 'scalar' &&
    node.style === 'plain' &&
    node.text === '' &&
    node.tag === undefined &&
    node.anchor === undefined
  );
}

/** A scalar without its closing quote may have been read as a plain one. */
function quoteStyle(quote: string): ScalarNode['style'] {
  return quote === '"' ? 'double' : 'single';
}

function styleOf(scalar: Scalar): ScalarNode['style'] {
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}
