/** Puts the documents of a text together from its blocks. */
import type { Block } from './blockList.ts';
import { isIgnoring } from './ignoreComments.ts';
import { mergedEntries, noteDuplicate } from './merging.ts';
import { movedBy, ordered } from './parseBlock.ts';
import type { Text } from './pieces.ts';
import {
  type EntryNode,
  type MappingNode,
  rangeOf,
  type Segment,
  type SyntaxProblem,
  type YamlDocument,
} from './tree.ts';

/** A document, and what helps to put it together again after an edit. */
export interface Assembled {
  readonly document: YamlDocument;
  /** The keys of each mapping whose entries are blocks, in order, by its path; of those without a key that is written twice. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts documents together.
 * @param before what came of the text before an edit, if anything
 */
export function assemble(text: Text, blocks: readonly Block[], before: readonly Assembled[]): Assembled[] {
  const starts: number[] = [];
  for (let index = 0; index < blocks.length; index += 1) if (blocks[index]?.opensDocument === true) starts.push(index);
  return starts.map((first, index) => {
    const end = starts[index + 1];
    const own = first === 0 && end === undefined ? blocks : blocks.slice(first, end);
    const range = {
      start: own[0]?.segment.offset ?? 0,
      end: end === undefined ? text.length : (blocks[end]?.segment.offset ?? text.length),
    };
    return assembleDocument(text, index, range, own, before[index]?.keys ?? new Map());
  });
}

function assembleDocument(
  text: Text,
  index: number,
  range: YamlDocument['range'],
  blocks: readonly Block[],
  knownKeys: Assembled['keys'],
): Assembled {
  const remarks = remarksOf(text, blocks);
  const only = onlyBlock(blocks);
  if (only !== undefined && !holdsEntry(only)) {
    const { alone } = only.parsed;
    const own = [...alone.problems, ...alone.rootDuplicates].map((problem) => movedBy(problem, only.segment.offset));
    const others = blocks.filter((block) => block !== only).flatMap((block) => problemsOf(block, []));
    const parts = { index, range, root: alone.root, problems: ordered([...others, ...own]) };
    return { document: documentOf(text, parts, remarks), keys: new Map() };
  }
  const joined = new Joiner({ offset: range.start }, knownKeys);
  for (const block of blocks) joined.add(block);
  const root = joined.finish();
  const problems = joined.problems.length === 0 ? [] : ordered(joined.problems);
  return { document: documentOf(text, { index, range, root, problems }, remarks), keys: joined.keys };
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
}

function remarksOf(text: Text, blocks: readonly Block[]): Remarks {
  return {
    all: lazily(() => commentsOf(text, blocks)),
    ignoring: lazily(() => {
      const some = blocks.filter(({ plain, parsed }) => plain === undefined && parsed.ignores);
      return commentsOf(text, some).filter((comment) => isIgnoring(comment.text));
    }),
  };
}

function documentOf(
  text: Text,
  parts: Omit<YamlDocument, 'text' | 'comments' | 'ignoring'>,
  { all, ignoring }: Remarks,
): YamlDocument {
  return {
    ...parts,
    // Joined when somebody asks for it.
    get text() {
      return text.toString();
    },
    get comments() {
      return all();
    },
    get ignoring() {
      return ignoring();
    },
  };
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
  readonly keys = new Map<string, readonly string[]>();
  readonly #known: Assembled['keys'];
  /** Those around the innermost one. */
  readonly #around: Open[] = [];
  /** The innermost one. */
  #last: Open;

  constructor(segment: Segment, known: Assembled['keys']) {
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
    around.written.push({ ...closed.header, value, to: Math.max(closed.header.to, value.to) });
    this.#last = around;
  }

  #mapping({ path, segment, written, merges }: Open): MappingNode {
    const at = JSON.stringify(path);
    const known = this.#known.get(at);
    const isKnown = known?.length === written.length && written.every(({ key }, index) => key.text === known[index]);
    const seen = isKnown && merges.length === 0 ? undefined : new Map<string, EntryNode>();
    let areDifferent = true;
    if (seen !== undefined) {
      for (const entry of written) {
        const duplicate = noteDuplicate(entry, seen, path);
        if (duplicate === undefined) continue;
        areDifferent = false;
        this.problems.push(duplicate);
      }
    }
    if (areDifferent) this.keys.set(at, isKnown ? known : written.map(({ key }) => key.text));
    const entries = merges.length === 0 || seen === undefined ? written : [...written, ...mergedEntries(merges, seen)];
    const from = Math.min(...[...written.slice(0, 1), ...merges.slice(0, 1)].map((entry) => rangeOf(entry).start));
    const to = Math.max(...[...written.slice(-1), ...merges.slice(-1)].map((entry) => rangeOf(entry).end));
    const place = Number.isFinite(from) ? { from: from - segment.offset, to: to - segment.offset } : { from: 0, to: 0 };
    return { kind: 'mapping', flow: false, entries, segment, ...place, ...(merges.length === 0 ? {} : { merges }) };
  }
}
