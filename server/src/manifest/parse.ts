/**
 * Text to syntax tree. Parsing never fails: whatever the text is, there is a tree, however small, and a list of problems.
 * A text is parsed block by block (blocks.ts); after an edit only the blocks that it touches are parsed again.
 */
import { t } from '@vscode/l10n';
import { type Assembled, assemble } from './assemble.ts';
import { type BlockList, blockList, blockListAfter } from './blockList.ts';
import { changedRanges } from './changedRange.ts';
import { isBinary, readable } from './encoding.ts';
import { withProblems } from './parseBlock.ts';
import { type Text, textOf } from './pieces.ts';
import { cutAgain, cutAll } from './recut.ts';
import { contentFrom } from './textRanges.ts';
import type { SyntaxProblem, YamlDocument, YamlFile } from './tree.ts';

/** What a file was made of, for as long as no other was made from it. */
const made = new WeakMap<YamlFile, { readonly list: BlockList; readonly documents: readonly Assembled[] }>();

/**
 * Parses a YAML stream. Never throws; linear in the length of the text.
 * @param text of a file, with or without a byte order mark, with any line ends
 * @returns at least one document; the documents' ranges cover the text
 */
export function parseYaml(text: string | Text): YamlFile {
  const source = typeof text === 'string' ? textOf(text) : text;
  return parseAnew(source).file;
}

/**
 * Characters (UTF-16 units) of a text that is read. The largest manifests that people write have some thousand lines; this is more
 * than a hundred times as much.
 */
const MOST_CHARACTERS = 16_000_000;

function parseAnew(source: Text): Reparsed {
  if (source.length > MOST_CHARACTERS) return { file: unread(source), parsedBlocks: 0 };
  return fileOf(source, blockList(source, cutAll(source.toString())), []);
}

/** A file, and how many blocks were parsed to make it. */
export interface Reparsed {
  readonly file: YamlFile;
  readonly parsedBlocks: number;
}

/**
 * Parses a text that is another by an edit. The result is that of `parseYaml`. Of a block that was not touched, the entries
 * and all below them are the same objects as before, moved to where they are now: places in the file before are no longer
 * right, and a file can be parsed again once.
 * @param previous what was parsed last of the same document
 */
export function reparse(previous: YamlFile, text: string | Text): Reparsed {
  const source = typeof text === 'string' ? textOf(text) : text;
  const known = made.get(previous);
  if (known === undefined || source.length > MOST_CHARACTERS) return parseAnew(source);
  const ranges = changedRanges(previous.source, source);
  if (ranges.length === 0) return { file: previous, parsedBlocks: 0 };
  made.delete(previous);
  let { list } = known;
  let now = previous.source;
  let parsedBlocks = 0;
  for (const [index, changed] of ranges.entries()) {
    const { start, oldEnd, newEnd } = changed;
    const isLast = index === ranges.length - 1;
    const next = isLast ? source : now.replaced(start, oldEnd, source.slice(start, newEnd));
    list = blockListAfter(list, next, cutAgain(list.blocks, now, next, changed));
    parsedBlocks += list.parsed;
    now = next;
  }
  return { file: fileOf(source, list, known.documents).file, parsedBlocks };
}

function fileOf(source: Text, list: BlockList, before: readonly Assembled[]): Reparsed {
  const documents = assemble(source, list, before);
  const file = new ParsedFile(source, readableDocuments(source, list, documents));
  made.set(file, { list, documents });
  return { file, parsedBlocks: list.parsed };
}

class ParsedFile implements YamlFile {
  readonly source: Text;
  readonly documents: readonly YamlDocument[];

  constructor(source: Text, documents: readonly YamlDocument[]) {
    this.source = source;
    this.documents = documents;
  }

  get text(): string {
    return this.source.toString();
  }
}

/** The documents of a text; of one that is no text at all, nothing but that. */
function readableDocuments(source: Text, list: BlockList, documents: readonly Assembled[]): YamlDocument[] {
  const found = documents.map(({ document }) => document);
  if (list.unreadable === 0) return found;
  const text = source.toString();
  const unreadable = list.blocks.map(({ parsed }) => parsed.unreadable);
  const count = unreadable.reduce((sum, one) => sum + one.count, 0);
  const isAnyBinary = unreadable.some(({ binary }) => binary);
  const { problem } = readable(text);
  if (isBinary(count, isAnyBinary)) return [emptyDocument(source, problem)];
  return found.map((document) => {
    const isHere = problem !== undefined && problem.range.start >= document.range.start && isBefore(problem, document);
    return isHere ? document.withProblems(withProblems(document.problems, [problem], text)) : document;
  });
}

function isBefore({ range: { start } }: SyntaxProblem, { range: { end }, source }: YamlDocument): boolean {
  return start < end || end === source.length;
}

/** A text that is too large: nothing of it but that. */
function unread(source: Text): YamlFile {
  const message = t(
    'This file is longer than {0} characters, so it is not read. Split it: several stacks can extend what they share.',
    MOST_CHARACTERS.toLocaleString('en'),
  );
  const range = contentFrom(source.slice(0, LONGEST_MARKED), 0);
  const problem: SyntaxProblem = { kind: 'expansion-limit', reason: 'TOO_LARGE', range, message };
  return new ParsedFile(source, [emptyDocument(source, problem)]);
}

/** Characters among which the first line of a text that is too large is looked for. */
const LONGEST_MARKED = 200;

function emptyDocument(source: Text, problem: SyntaxProblem | undefined): YamlDocument {
  const problems = problem === undefined ? [] : [problem];
  return {
    index: 0,
    source,
    text: source.toString(),
    range: { start: 0, end: source.length },
    root: undefined,
    problems,
    comments: [],
    commentAt: () => undefined,
    ignoring: [],
  };
}
