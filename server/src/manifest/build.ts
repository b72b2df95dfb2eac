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
import { Anchors, type AnchorsBefore, type Links, NOTHING, ONE_NODE, type Size, withChild } from './anchors.ts';
import { coreValue } from './coreSchema.ts';
import { mergedEntries, noteDuplicate } from './merging.ts';
import { isLineEnd, isSpace } from './textRanges.ts';
import type {
  AliasNode,
  EntryNode,
  MappingNode,
  ScalarNode,
  Segment,
  SequenceNode,
  SyntaxProblem,
  TreeNode,
} from './tree.ts';
import { rangeOf } from './tree.ts';

/** The tree of a piece of text, without what the text around it says. Problems have places relative to the segment. */
export interface BuiltTree {
  readonly root: TreeNode | undefined;
  /** When the root is a block mapping: its entries as written, without what merge keys bring in. */
  readonly written: readonly EntryNode[];
  readonly merges: readonly EntryNode[];
  /** Without duplicate keys of the root itself. */
  readonly problems: readonly SyntaxProblem[];
  readonly rootDuplicates: readonly SyntaxProblem[];
  readonly links: Links | undefined;
}

/** What the tree of a piece of text is made from. */
export interface TreeInput {
  /** What the composer made of it. */
  readonly contents: Node | null;
  /** The text that positions in `contents` count in, as the user has it. */
  readonly text: string;
  /** Of the piece; its offset is where the piece begins in `text`. */
  readonly segment: Segment;
  /** Where quoted scalars begin that lack their closing quote. */
  readonly unclosed: ReadonlySet<number>;
  readonly before: AnchorsBefore;
}

/** Builds the tree of one piece of text. */
export function buildTree({ contents, text, segment, unclosed, before }: TreeInput): BuiltTree {
  const builder = new TreeBuilder(text, unclosed, new Anchors(before), contents);
  const root = contents === null ? undefined : builder.build(contents, segment, []);
  return {
    root: root === undefined || isNothing(root) ? undefined : root,
    ...builder.entriesOf(root),
    problems: builder.problems(),
    rootDuplicates: builder.rootDuplicates,
    links: builder.links(),
  };
}

/** Carries what one walk over a document gathers. */
class TreeBuilder {
  readonly rootDuplicates: SyntaxProblem[] = [];
  readonly #duplicates: SyntaxProblem[] = [];
  readonly #anchors: Anchors;
  readonly #text: string;
  readonly #unclosed: ReadonlySet<number>;
  readonly #root: Node | null;
  /** Of the mapping built last, which is the root in the end. */
  #written: readonly EntryNode[] = [];
  /** Of the node built last. */
  #size: Size = NOTHING;

  constructor(text: string, unclosed: ReadonlySet<number>, anchors: Anchors, root: Node | null) {
    this.#text = text;
    this.#unclosed = unclosed;
    this.#anchors = anchors;
    this.#root = root;
  }

  problems(): SyntaxProblem[] {
    return [...this.#duplicates, ...this.#anchors.problems];
  }

  links(): Links | undefined {
    return this.#anchors.links();
  }

  entriesOf(root: TreeNode | undefined): Pick<BuiltTree, 'written' | 'merges'> {
    if (root?.kind !== 'mapping') return { written: [], merges: [] };
    return { written: this.#written, merges: root.merges ?? [] };
  }

  build(node: Node, segment: Segment, path: readonly string[]): TreeNode {
    if (isAlias(node)) return this.#alias(node, segment);
    const name = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    const close = name === undefined ? undefined : this.#anchors.open(name);
    const built = isMap(node)
      ? this.#mapping(node, segment, path)
      : isSeq(node)
        ? this.#sequence(node, segment, path)
        : this.#scalar(node, segment);
    close?.(built, this.#size);
    return built;
  }

  #mapping(node: YAMLMap, segment: Segment, path: readonly string[]): MappingNode {
    const flow = node.flow === true;
    const written: EntryNode[] = [];
    const merges: EntryNode[] = [];
    const seen = new Map<string, EntryNode>();
    let size: Size = { nodes: 1, levels: 1 };
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const entry = this.#entry(pair, segment, path);
      size = withChild(size, this.#size);
      if (entry.key.text === '<<' && entry.key.style === 'plain') {
        merges.push(entry);
        continue;
      }
      written.push(entry);
      const duplicate = noteDuplicate(entry, seen, path);
      if (duplicate !== undefined) (node === this.#root ? this.rootDuplicates : this.#duplicates).push(duplicate);
    }
    this.#written = written;
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
    this.#size = NOTHING;
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
    this.#size = ONE_NODE;
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
    const alias: AliasNode = { kind: 'alias', name, ...placed(segment, start, end) };
    // A lone "*" is told by the composer.
    const target = name === '' ? undefined : this.#anchors.follow(name, { start, end });
    this.#size = target?.size ?? ONE_NODE;
    return target === undefined ? alias : { ...alias, target: target.node };
  }

  #rangeOf(node: Node): readonly [number, number] {
    const [start, end] = node.range ?? [0, 0];
    const { length } = this.#text;
    const from = Math.min(start, length);
    const to = Math.min(Math.max(start, end), length);
    // What is open without an end, and text in blocks, goes on over the white space behind it.
    return [from, this.#contentEnd(from, to)];
  }

  #contentEnd(start: number, end: number): number {
    let at = end;
    while (at > start && isWhiteSpace(this.#text.charAt(at - 1))) at -= 1;
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

function isWhiteSpace(character: string): boolean {
  return isSpace(character) || isLineEnd(character);
}

function placed(segment: Segment, start: number, end: number): { segment: Segment; from: number; to: number } {
  return { segment, from: start - segment.offset, to: end - segment.offset };
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
