/** From the `yaml` package's nodes to our tree: places relative to segments, source text kept, aliases followed within a bound. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { AliasNode, EntryNode, MappingNode, ScalarNode, Segment, SequenceNode, SyntaxProblem, TreeNode } from './tree.ts';

/** Nodes that one alias may stand for, nested aliases counted out: far above any manifest, far below an alias bomb. */
const MOST_EXPANDED = 10_000;

export interface Converted {
  readonly root: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** What one conversion remembers. */
interface State {
  readonly text: string;
  readonly anchors: Map<string, TreeNode>;
  /** How many nodes a tree has with its aliases expanded. */
  readonly sizes: Map<TreeNode, number>;
  readonly problems: SyntaxProblem[];
  reportedExpansion: boolean;
}

/** Converts one document. */
export function convertDocument(document: Document.Parsed, text: string): Converted {
  const state: State = { text, anchors: new Map(), sizes: new Map(), problems: [], reportedExpansion: false };
  const segment: Segment = { offset: 0 };
  const root = document.contents === null ? undefined : convert(document.contents, segment, [], state);
  return { root, problems: state.problems };
}

function convert(node: Node, segment: Segment, path: readonly string[], state: State): TreeNode | undefined {
  const tree = convertKind(node, segment, path, state);
  if (tree !== undefined && !isAlias(node) && tree.anchor !== undefined) state.anchors.set(tree.anchor, tree);
  return tree;
}

function convertKind(node: Node, segment: Segment, path: readonly string[], state: State): TreeNode | undefined {
  const [start, end] = node.range ?? [0, 0];
  const place = { segment, from: start - segment.offset, to: end - segment.offset };
  if (isAlias(node)) return aliasNode(node.source, place, state);
  const marks = {
    ...(node.anchor === undefined ? {} : { anchor: node.anchor }),
    ...(node.tag === undefined || node.tag.startsWith('tag:yaml.org') ? {} : { tag: node.tag }),
  };
  if (isScalar(node)) {
    const { value } = node;
    const plain = node.type === 'PLAIN' || node.type === undefined;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    const source = node.source ?? '';
    const scalar: ScalarNode = { kind: 'scalar', ...place, ...marks, value: known ? value : source, text: plain ? source : String(value ?? ''), style: styleOf(node.type) };
    state.sizes.set(scalar, 1);
    return scalar;
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => convert(item as Node, segment, path, state) ?? []);
    const sequence: SequenceNode = { kind: 'sequence', ...place, ...marks, flow: node.flow === true, items };
    state.sizes.set(sequence, 1 + sum(items, state));
    return sequence;
  }
  if (!isMap(node)) return undefined;
  const entries = mappingEntries(node, segment, path, state);
  const mapping: MappingNode = { kind: 'mapping', ...place, ...marks, flow: node.flow === true, entries };
  state.sizes.set(mapping, 1 + sum(entries.flatMap(({ value }) => value ?? []), state));
  return mapping;
}

function styleOf(type: string | undefined): ScalarNode['style'] {
  if (type === 'QUOTE_SINGLE') return 'single';
  if (type === 'QUOTE_DOUBLE') return 'double';
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'block' : 'plain';
}

function sum(nodes: readonly TreeNode[], state: State): number {
  return nodes.reduce((total, node) => total + (state.sizes.get(node) ?? 1), 0);
}

function aliasNode(name: string, place: Pick<AliasNode, 'segment' | 'from' | 'to'>, state: State): AliasNode {
  const alias = { kind: 'alias', ...place, name } as const;
  const target = state.anchors.get(name);
  const range = { start: place.segment.offset + place.from, end: place.segment.offset + place.to };
  if (target === undefined) {
    const message = `No anchor &${name} stands before this alias. Write &${name} before the value that it means, or the value itself.`;
    state.problems.push({ kind: 'yaml', reason: 'UNKNOWN_ANCHOR', message, range });
    return alias;
  }
  const size = state.sizes.get(target) ?? 1;
  if (size > MOST_EXPANDED) {
    const message = `The aliases in this document expand to more than ${MOST_EXPANDED} values and are not followed. Write the values out, or nest fewer aliases.`;
    if (!state.reportedExpansion) state.problems.push({ kind: 'expansion-limit', reason: 'EXPANSION_LIMIT', message, range });
    state.reportedExpansion = true;
    return alias;
  }
  const followed: AliasNode = { ...alias, target };
  state.sizes.set(followed, size);
  return followed;
}

/** Whether the entries of the mapping at this path can be parsed by themselves: the top level, and what is pinned. */
function startsSegments(path: readonly string[]): boolean {
  if (path.length === 0) return true;
  if (path[path.length - 1] !== 'components') return false;
  return path.length === 1 || (path.length === 3 && path[0] === 'environments');
}

function mappingEntries(map: YAMLMap, segment: Segment, path: readonly string[], state: State): EntryNode[] {
  const entries: EntryNode[] = [];
  const merged: EntryNode[] = [];
  const seen = new Map<string, ScalarNode>();
  const separate = map.flow !== true && startsSegments(path);
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const [start] = pair.key.range ?? [segment.offset];
    const own = separate ? { offset: start } : segment;
    const key = convertKey(pair.key, own, state);
    const written = pair.value === null || isEmpty(pair.value) ? undefined : pair.value;
    const value = written === undefined ? undefined : convert(written, own, [...path, key.text], state);
    if (key.text === '<<' && key.style === 'plain') {
      merged.push(...mergedEntries(value));
      continue;
    }
    entries.push({ segment: own, key, value, from: key.from, to: Math.max(key.to, value?.to ?? key.to) });
    const first = seen.get(key.text);
    if (first === undefined) seen.set(key.text, key);
    else state.problems.push(duplicate(key, first, path));
  }
  for (const entry of merged) {
    if (seen.has(entry.key.text)) continue;
    seen.set(entry.key.text, entry.key);
    entries.push(entry);
  }
  return entries;
}

/** Nothing is written after the colon: the parser stands an empty null in its place. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '' && node.anchor === undefined && node.tag === undefined;
}

function convertKey(node: Node, segment: Segment, state: State): ScalarNode {
  const tree = convert(node, segment, [], state);
  const resolved = tree?.kind === 'alias' ? tree.target : tree;
  if (tree?.kind === 'scalar') return tree;
  // A list or a mapping as a key: kept as its text, so that it is an unknown key like any other.
  const [start, end] = node.range ?? [segment.offset, segment.offset];
  const text = resolved?.kind === 'scalar' ? resolved.text : state.text.slice(start, end).trim();
  return { kind: 'scalar', segment, from: start - segment.offset, to: end - segment.offset, value: text, text, style: 'plain' };
}

/** The entries that `<<` brings in: of one mapping, or of a list of mappings, the earlier ones winning (yaml.org/type/merge). */
function mergedEntries(value: TreeNode | undefined): readonly EntryNode[] {
  const target = value?.kind === 'alias' ? value.target : value;
  if (target?.kind === 'mapping') return target.entries;
  return target?.kind === 'sequence' ? target.items.flatMap(mergedEntries) : [];
}

function duplicate(key: ScalarNode, first: ScalarNode, path: readonly string[]): SyntaxProblem {
  const placeOf = (node: ScalarNode) => ({ start: node.segment.offset + node.from, end: node.segment.offset + node.to });
  return {
    kind: 'duplicate-key',
    reason: 'DUPLICATE_KEY',
    message: `"${key.text}" is written twice in this mapping. Remove one of them.`,
    range: placeOf(key),
    first: placeOf(first),
    key: key.text,
    path,
  };
}
