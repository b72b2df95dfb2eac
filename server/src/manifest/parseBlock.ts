/** Parses one block: its concrete syntax, what is wrong with it, and its tree, all by places relative to its beginning. */
import { Composer, type Document, type YAMLParseError } from 'yaml';
import type { AnchorsBefore, Links } from './anchors.ts';
import { type BuiltTree, buildTree } from './build.ts';
import { problemOf } from './composerMessages.ts';
import { type Readable, readable } from './encoding.ts';
import { halfWrittenKey } from './halfWrittenKey.ts';
import { isIgnoring } from './ignoreComments.ts';
import { type Inspection, inspect, type Unclosed } from './inspect.ts';
import { lineIndex } from './lines.ts';
import type { Mended } from './mend.ts';
import { simpleBlock } from './simpleBlock.ts';
import { depthProblem, mendedProblem, tabProblem, unclosedProblem } from './syntaxMessages.ts';
import { lineStart, restOfLine } from './textRanges.ts';
import { MOST_LEVELS, readTokens } from './tokens.ts';
import type { EntryNode, OffsetRange, Segment, SyntaxProblem, TreeNode } from './tree.ts';

/** Problems told of one document or block. A text that is no YAML has one on every line, and nobody reads them all. */
export const MOST_PROBLEMS = 100;

/** One reading of a block. Problems and comments have places relative to it. */
interface Reading {
  readonly root: TreeNode | undefined;
  readonly written: readonly EntryNode[];
  readonly merges: readonly EntryNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Keys written twice in the root itself. */
  readonly rootDuplicates: readonly SyntaxProblem[];
  readonly links: Links | undefined;
}

export interface ParsedBlock extends Omit<Reading, 'root'> {
  readonly comments: readonly OffsetRange[];
  /** Whether one of them accepts findings, or is meant to. */
  readonly ignores: boolean;
  readonly unreadable: Pick<Readable, 'binary' | 'count'>;
  /** What the block is when nothing else is in the document. Its other readings are those of an entry among others. */
  readonly alone: Reading;
}

/**
 * Parses a block. Never throws; linear in its length.
 * @param text of the block alone
 * @param segment of the block; its offset is left as it was
 * @param isEntry whether it is an entry of a block mapping, also when it does not look like one yet
 * @param before what anchors the text before it leaves behind
 */
export function parseBlock(text: string, segment: Segment, isEntry: boolean, before: AnchorsBefore): ParsedBlock {
  const known = isEntry ? (wholeEntry(text, segment) ?? begunEntry(text, segment)) : undefined;
  return known ?? parseAnyBlock(text, segment, isEntry, before);
}

/** An entry that is written simply. */
function wholeEntry(text: string, segment: Segment): ParsedBlock | undefined {
  const simple = simpleBlock(text, segment);
  if (simple === undefined) return undefined;
  const { root, problems } = simple;
  const written = root.entries;
  const alone: Reading = { ...NOTHING_TOLD, root, written, problems };
  return blockOf(alone, written, alone, NONE, false, ALL_READABLE);
}

/** An entry that is a key without its colon. */
function begunEntry(text: string, segment: Segment): ParsedBlock | undefined {
  const begun = halfWrittenKey(text, segment);
  if (begun === undefined) return undefined;
  const alone: Reading = { ...NOTHING_TOLD, root: begun.alone, written: NONE };
  const written = [begun.entry];
  return blockOf({ ...alone, problems: [begun.problem] }, written, alone, NONE, false, ALL_READABLE);
}

const NONE: readonly never[] = [];
const NOTHING_TOLD = { merges: NONE, problems: NONE, rootDuplicates: NONE, links: undefined };
const ALL_READABLE: ParsedBlock['unreadable'] = { binary: false, count: 0 };

/** The same, by the YAML parser whatever the block is. */
export function parseAnyBlock(text: string, segment: Segment, isEntry: boolean, before: AnchorsBefore): ParsedBlock {
  const { source, binary, count } = readable(text);
  const piece: Piece = { text, source, lead: 0, segment, before };
  const { comments, ...alone } = readPiece(piece);
  const unreadable = { binary, count };
  const ignores = comments.some(({ start, end }) => isIgnoring(text.slice(start + 1, end)));
  if (!isEntry || alone.root === undefined || (alone.root.kind === 'mapping' && !alone.root.flow)) {
    return blockOf(alone, alone.written, alone, comments, ignores, unreadable);
  }
  // Behind an entry that is complete, what is written here can only be a key.
  const lead = `${/^[\ufeff]?([ \t]*)/.exec(source.slice(contentLine(source)))?.[1] ?? ''}_:\n`;
  const among = readPiece({ ...piece, text: lead + text, source: lead + source, lead: lead.length });
  return blockOf(among, among.written.slice(1), alone, comments, ignores, unreadable);
}

function blockOf(
  { merges, problems, rootDuplicates, links }: Reading,
  written: readonly EntryNode[],
  alone: Reading,
  comments: readonly OffsetRange[],
  ignores: boolean,
  unreadable: ParsedBlock['unreadable'],
): ParsedBlock {
  return { written, merges, problems, rootDuplicates, links, comments, ignores, unreadable, alone };
}

/** Where the first line with content begins. */
function contentLine(source: string): number {
  const match = /^[\ufeff]?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(source);
  return match?.[0].length ?? 0;
}

/** A text to be read, with a line put before it that is not in the file. */
interface Piece {
  readonly text: string;
  readonly source: string;
  /** Length of what was put before. */
  readonly lead: number;
  readonly segment: Segment;
  readonly before: AnchorsBefore;
}

interface PieceReading extends Reading {
  readonly comments: readonly OffsetRange[];
}

/** Blank lines with tabs: the composer takes them for lines of the text above them that lack its indentation. */
const BLANK_WITH_TABS = /^(?=[ \t]*\t)[ \t]+$/gm;

function readPiece(piece: Piece): PieceReading {
  let asWritten = readSource(piece);
  if (asWritten.reading.problems.length > 0) {
    const source = piece.source.replace(BLANK_WITH_TABS, (blank) => ' '.repeat(blank.length));
    if (source !== piece.source) asWritten = readSource({ ...piece, source });
  }
  return (asWritten.tabs ? readTabbed(piece) : undefined) ?? asWritten.reading;
}

/**
 * Reads a text that is indented by tabs as if each were a space, so that the nesting comes out as it was meant and
 * places stay as they are; each such line is told.
 * @returns undefined when no line is indented by tabs, so that they stand elsewhere
 */
function readTabbed(piece: Piece): PieceReading | undefined {
  const { text, lead } = piece;
  const spaced = piece.source.replace(/^[ \t]*\t[ \t]*/gm, (indentation) => ' '.repeat(indentation.length));
  const { reading, lineStarts } = readSource({ ...piece, source: spaced });
  const tabbed: SyntaxProblem[] = [];
  for (const start of lineStarts) {
    const line = lineStart(text, start);
    const indentation = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? '';
    const tab = indentation.indexOf('\t');
    if (line < lead || tab < 0 || indentation.length < start - line || tabbed.length >= MOST_PROBLEMS) continue;
    const from = line - lead;
    tabbed.push(tabProblem({ start: from + tab, end: from + indentation.lastIndexOf('\t') + 1 }));
  }
  if (tabbed.length === 0) return undefined;
  return { ...reading, problems: withProblems(reading.problems, tabbed, text.slice(lead)) };
}

/** Adds problems. What the composer stumbled over on the same line gives way to them. */
export function withProblems(
  problems: readonly SyntaxProblem[],
  added: readonly SyntaxProblem[],
  text: string,
): SyntaxProblem[] {
  const lineOf = lineCounter(text);
  const lines = new Set(added.map(({ range }) => lineOf(range.start)));
  const others = problems.filter(({ kind, range }) => kind !== 'yaml' || !lines.has(lineOf(range.start)));
  return ordered([...others, ...added]);
}

/** Problems in order of position, as many as are told. */
export function ordered(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return [...problems]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .slice(0, MOST_PROBLEMS);
}

/** A problem at another place. */
export function movedBy(problem: SyntaxProblem, by: number): SyntaxProblem {
  if (by === 0) return problem;
  const move = ({ start, end }: OffsetRange): OffsetRange => ({
    start: Math.max(start + by, 0),
    end: Math.max(end + by, 0),
  });
  const { range, first } = problem;
  return { ...problem, range: move(range), ...(first === undefined ? {} : { first: move(first) }) };
}

interface SourceReading {
  readonly reading: PieceReading;
  /** Whether the composer met a tab where only spaces can be. */
  readonly tabs: boolean;
  readonly lineStarts: readonly number[];
}

function readSource({ text, source, lead, segment, before }: Piece): SourceReading {
  const stream = readTokens(source);
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
  });
  const composed: Document.Parsed[] = [];
  const inspections: Inspection[] = [];
  for (const token of stream.tokens) {
    if (token.type === 'document') inspections.push(inspect(token));
    composed.push(...composer.next(token));
  }
  composed.push(...composer.end(true, text.length));
  const unclosed = [
    ...stream.openQuotes.map((offset) => openQuote(text, offset)),
    ...inspections.flatMap((inspection) => inspection.unclosed),
  ];
  const quotes = unclosed.filter(({ reason }) => reason === 'MISSING_QUOTE').map(({ offset }) => offset);
  // A text that is broken badly may come out as several documents. The first holds what can be made of it.
  const contents = composed.find((document) => document.contents !== null)?.contents ?? null;
  const { offset } = segment;
  segment.offset = lead;
  const tree: BuiltTree = buildTree({ contents, text, segment, unclosed: new Set(quotes), before });
  segment.offset = offset;
  const errors = composed.flatMap((document) => document.errors);
  const mended = [...stream.mended, ...inspections.flatMap((inspection) => inspection.mended)];
  const syntax =
    stream.cut === undefined
      ? syntaxProblems(errors, unclosed, mended, text)
      : [depthProblem(text, stream.cut, MOST_LEVELS)];
  const back = (problem: SyntaxProblem): SyntaxProblem => movedBy(problem, -lead);
  return {
    reading: {
      ...tree,
      problems: ordered([...syntax, ...tree.problems]).map(back),
      rootDuplicates: tree.rootDuplicates.map(back),
      comments: stream.comments.map(({ start, end }) => ({ start: start - lead, end: end - lead })),
    },
    tabs: errors.some(({ code }) => code === 'TAB_AS_INDENT'),
    lineStarts: inspections.flatMap((inspection) => inspection.lineStarts),
  };
}

function openQuote(text: string, offset: number): Unclosed {
  return { reason: 'MISSING_QUOTE', offset, end: restOfLine(text, offset).end, quote: text.charAt(offset) };
}

/** One problem a line: what is wrong once makes the composer stumble several times. What opens and is not closed comes first. */
function syntaxProblems(
  errors: readonly YAMLParseError[],
  unclosed: readonly Unclosed[],
  mended: readonly Mended[],
  text: string,
): SyntaxProblem[] {
  if (errors.length + unclosed.length + mended.length === 0) return [];
  const lineOf = lineCounter(text);
  const quotes = unclosed.filter(({ reason }) => reason === 'MISSING_QUOTE');
  const brackets = unclosed.filter(({ reason }) => reason !== 'MISSING_QUOTE');
  const lines = new Set<number>();
  const kept: SyntaxProblem[] = [];
  const keep = (problem: SyntaxProblem | undefined): void => {
    if (problem === undefined || kept.length >= MOST_PROBLEMS) return;
    const line = lineOf(problem.range.start);
    if (lines.has(line)) return;
    lines.add(line);
    kept.push(problem);
  };
  for (const one of [...quotes, ...brackets]) keep(unclosedProblem(one));
  for (const one of mended) keep(mendedProblem(one, text));
  for (const error of errors) {
    if (kept.length >= MOST_PROBLEMS) break;
    if (!lines.has(lineOf(error.pos[0]))) keep(problemOf(error, text));
  }
  return kept;
}

/** Numbers the line of an offset. A text can be one long line, so that looking back for its start each time would be slow. */
function lineCounter(text: string): (offset: number) => number {
  const index = lineIndex(text);
  return (offset) => index.positionAt(offset).line;
}
