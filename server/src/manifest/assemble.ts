/** Puts the documents of a text together from its blocks. */
import type { Block, BlockList } from './blockList.ts';
import { type ChangedPart, changedPart } from './changedPart.ts';
import { isIgnoring } from './ignoreComments.ts';
import { mergedEntries, noteDuplicate } from './merging.ts';
import { movedBy, ordered } from './parseBlock.ts';
import type { Text } from './pieces.ts';
import { blockAt } from './recut.ts';
import {
  type Comment,
  type EntryNode,
  type MappingNode,
  type OffsetRange,
  rangeOf,
  type Segment,
  type SyntaxProblem,
  type TreeNode,
  type YamlDocument,
} from './tree.ts';

/** A document, and what helps to put it together again after an edit. */
export interface Assembled {
  readonly document: AssembledDocument;
  readonly mappings: ReadonlyMap<string, KnownMapping>;
}

/** A mapping whose entries are blocks, found by its path. */
interface KnownMapping {
  /** The entries written in it. */
  readonly written: readonly EntryNode[];
  /** With those that merge keys bring in. */
  readonly entries: readonly EntryNode[];
  /** The keys, while none is written twice. Belongs to whoever puts the mapping together next. */
  readonly keys: Set<string> | undefined;
}

/**
 * Puts documents together.
 * @param before what came of the text before an edit, if anything
 */
export function assemble(
  text: Text,
  { blocks, opening, ignoring }: BlockList,
  before: readonly Assembled[],
): Assembled[] {
  // The first block always opens one.
  const starts = opening === 1 ? [0] : blocks.flatMap(({ opensDocument }, index) => (opensDocument ? [index] : []));
  return starts.map((first, index) => {
    const end = starts[index + 1];
    const own = first === 0 && end === undefined ? blocks : blocks.slice(first, end);
    const range = {
      start: own[0]?.segment.offset ?? 0,
      end: end === undefined ? text.length : (blocks[end]?.segment.offset ?? text.length),
    };
    const remarks = remarksOf(text, own, ignoring > 0);
    return assembleDocument(text, { index, range }, own, remarks, before[index]?.mappings ?? new Map());
  });
}

function assembleDocument(
  text: Text,
  place: Pick<YamlDocument, 'index' | 'range'>,
  blocks: readonly Block[],
  remarks: Remarks,
  known: Assembled['mappings'],
): Assembled {
  const only = onlyBlock(blocks);
  if (only !== undefined && !holdsEntry(only)) {
    const { alone } = only.parsed;
    const own = [...alone.problems, ...alone.rootDuplicates].map((problem) => movedBy(problem, only.segment.offset));
    const others = blocks.filter((block) => block !== only).flatMap((block) => problemsOf(block, []));
    const problems = ordered([...others, ...own]);
    return { document: new AssembledDocument(text, place, alone.root, problems, remarks), mappings: new Map() };
  }
  const joined = new Joiner({ offset: place.range.start }, known);
  for (const block of blocks) joined.add(block);
  const root = joined.finish();
  const problems = joined.problems.length === 0 ? [] : ordered(joined.problems);
  return { document: new AssembledDocument(text, place, root, problems, remarks), mappings: joined.mappings };
}

/** The block that holds all there is in a document, if one does. */
function onlyBlock(blocks: readonly Block[]): Block | undefined {
  const [first, second] = blocks;
  if (blocks.length === 1) return first;
  return blocks.length === 2 && first?.frame === undefined ? second : undefined;
}

/** Whether a block is an entry of a block mapping by itself. */
function holdsEntry({ frame, parsed: { alone } }: Block): boolean {
  return frame !== undefined && alone.root?.kind === 'mapping' && !alone.root.flow;
}

/** The comments of a document. There can be thousands that nobody asks for. */
interface Remarks {
  readonly all: () => YamlDocument['comments'];
  readonly ignoring: () => YamlDocument['ignoring'];
  readonly at: YamlDocument['commentAt'];
}

function remarksOf(text: Text, blocks: readonly Block[], isAnyIgnoring: boolean): Remarks {
  return {
    all: lazily(() => commentsOf(text, blocks)),
    at: (offset) => {
      // A comment that an offset is behind the beginning of is in the block of the character before it.
      const block = blocks[blockAt(blocks, offset - 1)];
      const found = block === undefined ? [] : commentsOf(text, [block]);
      return found.find(({ range }) => range.start < offset && offset <= range.end);
    },
    ignoring: lazily(() => {
      const some = isAnyIgnoring ? blocks.filter(({ parsed }) => parsed.ignores) : [];
      return commentsOf(text, some).filter((comment) => isIgnoring(comment.text));
    }),
  };
}

/** A class, as objects whose properties are worked out when they are asked for are slow to make one by one. */
class AssembledDocument implements YamlDocument {
  readonly index: number;
  readonly range: OffsetRange;
  readonly root: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly source: Text;
  readonly #remarks: Remarks;

  constructor(
    source: Text,
    { index, range }: Pick<YamlDocument, 'index' | 'range'>,
    root: TreeNode | undefined,
    problems: readonly SyntaxProblem[],
    remarks: Remarks,
  ) {
    this.index = index;
    this.range = range;
    this.root = root;
    this.problems = problems;
    this.source = source;
    this.#remarks = remarks;
  }

  /** Joined when somebody asks for it. */
  get text(): string {
    return this.source.toString();
  }

  get comments(): readonly Comment[] {
    return this.#remarks.all();
  }

  get ignoring(): readonly Comment[] {
    return this.#remarks.ignoring();
  }

  commentAt(offset: number): Comment | undefined {
    return this.#remarks.at(offset);
  }

  /** The same document with other problems. */
  withProblems(problems: readonly SyntaxProblem[]): AssembledDocument {
    return new AssembledDocument(this.source, this, this.root, problems, this.#remarks);
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function commentsOf(text: Text, blocks: readonly Block[]): YamlDocument['comments'] {
  return blocks.flatMap(({ segment: { offset }, parsed }) =>
    parsed.comments.map(({ start, end }) => ({
      range: { start: start + offset, end: end + offset },
      text: text.slice(start + offset + 1, end + offset),
    })),
  );
}

/** The problems of a block, without keys of the mapping around it that are written twice. */
function problemsOf({ segment, parsed }: Block, path: readonly string[]): SyntaxProblem[] {
  return parsed.problems.map((problem) => {
    const moved = movedBy(problem, segment.offset);
    return moved.path === undefined ? moved : { ...moved, path: [...path, ...moved.path] };
  });
}

/** A mapping while its entries are gathered. */
interface Open {
  readonly depth: number;
  readonly path: readonly string[];
  readonly segment: Segment;
  /** The entry that it is the value of. */
  readonly header: EntryNode | undefined;
  readonly written: EntryNode[];
  readonly merges: EntryNode[];
}

/** Joins blocks to the mappings that they are entries of. */
class Joiner {
  readonly problems: SyntaxProblem[] = [];
  readonly mappings = new Map<string, KnownMapping>();
  readonly #known: Assembled['mappings'];
  /** Those around the innermost one. */
  readonly #around: Open[] = [];
  /** The innermost one. */
  #last: Open;

  constructor(segment: Segment, known: Assembled['mappings']) {
    this.#known = known;
    this.#last = { depth: 0, path: [], segment, header: undefined, written: [], merges: [] };
  }

  add(block: Block): void {
    const { frame, kind, parsed, segment, plain } = block;
    if (plain !== undefined && frame?.depth === this.#last.depth) {
      this.#last.written.push(plain);
      return;
    }
    while (frame !== undefined && frame.depth < this.#last.depth) this.#close();
    const open = this.#last;
    if (parsed.problems.length > 0) this.problems.push(...problemsOf(block, open.path));
    if (frame === undefined) return;
    open.merges.push(...parsed.merges);
    const [header] = parsed.written;
    if (kind === 'header' && header !== undefined) {
      const path = [...open.path, header.key.text];
      this.#around.push(open);
      this.#last = { depth: frame.depth + 1, path, segment, header, written: [], merges: [] };
      return;
    }
    for (const entry of parsed.written) open.written.push(entry);
  }

  /** The whole mapping. */
  finish(): MappingNode {
    while (this.#around.length > 0) this.#close();
    return this.#mapping(this.#last);
  }

  #close(): void {
    const closed = this.#last;
    const around = this.#around.pop();
    if (around === undefined || closed.header === undefined) return;
    const value = this.#mapping(closed);
    const { segment, key, from, to } = closed.header;
    around.written.push({ segment, key, value, from, to: Math.max(to, value.to) });
    this.#last = around;
  }

  #mapping({ path, segment, written, merges }: Open): MappingNode {
    const at = JSON.stringify(path);
    // Where a key is written twice, two mappings have one path: the second is put together as if it were new.
    const before = this.mappings.has(at) ? undefined : this.#known.get(at);
    const part = before && changedPart(before.written, written);
    let keys = before?.keys && part && patched(before.keys, before.written, written, part);
    let entries: readonly EntryNode[] = written;
    if (keys === undefined || merges.length > 0) {
      const seen = new Map<string, EntryNode>();
      const duplicates = written.flatMap((entry) => noteDuplicate(entry, seen, path) ?? []);
      this.problems.push(...duplicates);
      keys = duplicates.length === 0 ? new Set(seen.keys()) : undefined;
      if (merges.length > 0) entries = [...written, ...mergedEntries(merges, seen)];
    }
    this.mappings.set(at, { written, entries, keys });
    const isOnlyWritten = entries === written && before?.entries === before?.written;
    const whole = isOnlyWritten ? part : before && changedPart(before.entries, entries);
    return {
      kind: 'mapping',
      flow: false,
      entries,
      segment,
      ...extent(segment, written, merges),
      ...(merges.length === 0 ? {} : { merges }),
      ...(before && whole && { since: { entries: before.entries, part: whole } }),
    };
  }
}

/** Keys that were all different, with those that went and came; undefined when one is there twice now. */
function patched(
  keys: Set<string>,
  before: readonly EntryNode[],
  after: readonly EntryNode[],
  { start, endBefore, endAfter }: ChangedPart,
): Set<string> | undefined {
  for (const { key } of before.slice(start, endBefore)) keys.delete(key.text);
  for (const { key } of after.slice(start, endAfter)) {
    if (keys.has(key.text)) return undefined;
    keys.add(key.text);
  }
  return keys;
}

function extent(
  { offset }: Segment,
  written: readonly EntryNode[],
  merges: readonly EntryNode[],
): { readonly from: number; readonly to: number } {
  const from = Math.min(...[...written.slice(0, 1), ...merges.slice(0, 1)].map((entry) => rangeOf(entry).start));
  const to = Math.max(...[...written.slice(-1), ...merges.slice(-1)].map((entry) => rangeOf(entry).end));
  return Number.isFinite(from) ? { from: from - offset, to: to - offset } : { from: 0, to: 0 };
}
