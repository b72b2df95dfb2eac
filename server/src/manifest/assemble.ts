/** Puts the documents of a text together from its blocks. */
import type { Block } from './blockList.ts';
import { mergedEntries, noteDuplicate } from './merging.ts';
import { movedBy, ordered } from './parseBlock.ts';
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
export function assemble(text: string, blocks: readonly Block[], before: readonly Assembled[]): Assembled[] {
  const starts = blocks.flatMap(({ opensDocument }, index) => (opensDocument ? [index] : []));
  return starts.map((first, index) => {
    const end = starts[index + 1];
    const own = blocks.slice(first, end);
    const range = {
      start: own[0]?.segment.offset ?? 0,
      end: end === undefined ? text.length : (blocks[end]?.segment.offset ?? text.length),
    };
    return assembleDocument(text, index, range, own, before[index]?.keys ?? new Map());
  });
}

function assembleDocument(
  text: string,
  index: number,
  range: YamlDocument['range'],
  blocks: readonly Block[],
  knownKeys: Assembled['keys'],
): Assembled {
  const entries = blocks.filter(({ frame }) => frame !== undefined);
  const [only, ...others] = entries.length === 0 ? blocks.slice(0, 1) : entries;
  const comments = lazily(() => commentsOf(text, blocks));
  if (only !== undefined && others.length === 0 && !holdsEntry(only)) {
    const { alone } = only.parsed;
    const own = [...alone.problems, ...alone.rootDuplicates].map((problem) => movedBy(problem, only.segment.offset));
    const problems = ordered([
      ...blocks.filter((block) => block !== only).flatMap((block) => problemsOf(block, [])),
      ...own,
    ]);
    return { document: documentOf({ index, text, range, root: alone.root, problems }, comments), keys: new Map() };
  }
  const joined = new Joiner({ offset: range.start }, knownKeys);
  for (const block of blocks) joined.add(block);
  const root = joined.finish();
  const problems = joined.problems.length === 0 ? [] : ordered(joined.problems);
  return { document: documentOf({ index, text, range, root, problems }, comments), keys: joined.keys };
}

/** Whether a block is an entry of a block mapping by itself. */
function holdsEntry({ frame, parsed: { alone } }: Block): boolean {
  return frame !== undefined && alone.root?.kind === 'mapping' && !alone.root.flow;
}

function documentOf(parts: Omit<YamlDocument, 'comments'>, comments: () => YamlDocument['comments']): YamlDocument {
  return {
    ...parts,
    get comments() {
      return comments();
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

function commentsOf(text: string, blocks: readonly Block[]): YamlDocument['comments'] {
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
  readonly #open: Open[];

  constructor(segment: Segment, known: Assembled['keys']) {
    this.#known = known;
    this.#open = [{ depth: 0, path: [], segment, header: undefined, written: [], merges: [] }];
  }

  add(block: Block): void {
    const { frame, kind, parsed, segment } = block;
    while (frame !== undefined && frame.depth < this.#top().depth) this.#close();
    const open = this.#top();
    if (parsed.problems.length > 0) this.problems.push(...problemsOf(block, open.path));
    if (frame === undefined) return;
    open.merges.push(...parsed.merges);
    const [header] = parsed.written;
    if (kind === 'header' && header !== undefined) {
      const path = [...open.path, header.key.text];
      this.#open.push({ depth: frame.depth + 1, path, segment, header, written: [], merges: [] });
      return;
    }
    for (const entry of parsed.written) open.written.push(entry);
  }

  /** The whole mapping. */
  finish(): MappingNode {
    while (this.#open.length > 1) this.#close();
    return this.#mapping(this.#top());
  }

  #top(): Open {
    const top = this.#open.at(-1);
    if (top === undefined) throw new Error('The root is never closed.');
    return top;
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed?.header === undefined) return;
    const value = this.#mapping(closed);
    this.#top().written.push({ ...closed.header, value, to: Math.max(closed.header.to, value.to) });
  }

  #mapping({ path, segment, written, merges }: Open): MappingNode {
    const list = written.map(({ key }) => key.text);
    const at = JSON.stringify(path);
    const known = this.#known.get(at);
    const isKnown =
      known !== undefined && known.length === list.length && known.every((key, index) => key === list[index]);
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
    if (areDifferent) this.keys.set(at, list);
    const entries = merges.length === 0 || seen === undefined ? written : [...written, ...mergedEntries(merges, seen)];
    const from = Math.min(...[...written.slice(0, 1), ...merges.slice(0, 1)].map((entry) => rangeOf(entry).start));
    const to = Math.max(...[...written.slice(-1), ...merges.slice(-1)].map((entry) => rangeOf(entry).end));
    const place = Number.isFinite(from) ? { from: from - segment.offset, to: to - segment.offset } : { from: 0, to: 0 };
    return { kind: 'mapping', flow: false, entries, segment, ...place, ...(merges.length === 0 ? {} : { merges }) };
  }
}
