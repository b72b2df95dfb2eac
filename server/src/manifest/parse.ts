/** Text to syntax tree. Parsing never fails: whatever the text is, there is a tree, however small, and a list of problems. */
import { Composer, type CST, type Document, type YAMLParseError } from 'yaml';
import { buildTree } from './build.ts';
import { problemOf } from './composerMessages.ts';
import { type Readable, readable } from './encoding.ts';
import { type Inspection, inspect, type Unclosed } from './inspect.ts';
import { lineIndex } from './lines.ts';
import type { Mended } from './mend.ts';
import { depthProblem, mendedProblem, tabProblem, unclosedProblem } from './syntaxMessages.ts';
import { lineStart, restOfLine } from './textRanges.ts';
import { MOST_LEVELS, readTokens } from './tokens.ts';
import type { SyntaxProblem, YamlDocument, YamlFile } from './tree.ts';

/** Problems told of one document. A text that is no YAML has one on every line, and nobody reads them all. */
const MOST_PROBLEMS = 100;

/**
 * Parses a YAML stream. Never throws; linear in the length of the text.
 * @param text of a file, with or without a byte order mark, with any line ends
 * @returns at least one document; the documents' ranges cover the text
 */
export function parseYaml(text: string): YamlFile {
  const input = readable(text);
  if (input.binary) return { text, documents: [emptyDocument(text, input)] };
  const asWritten = readStream(text, input.source);
  const stream = asWritten.tabs ? (readTabbed(text, input.source) ?? asWritten) : asWritten;
  if (input.problem === undefined) return { text, documents: stream.documents };
  return { text, documents: withProblems(stream.documents, [input.problem], text) };
}

interface Stream {
  readonly documents: readonly YamlDocument[];
  /** Whether the composer met a tab where only spaces can be. */
  readonly tabs: boolean;
  readonly lineStarts: readonly number[];
}

/**
 * Reads a text that is indented by tabs as if each were a space, so that the nesting comes out as it was meant and
 * places stay as they are; each such line is told.
 * @returns undefined when no line is indented by tabs, so that they stand elsewhere
 */
function readTabbed(text: string, source: string): Stream | undefined {
  const spaced = source.replace(/^[ \t]*\t[ \t]*/gm, (indentation) => ' '.repeat(indentation.length));
  const stream = readStream(text, spaced);
  const tabbed: SyntaxProblem[] = [];
  for (const start of stream.lineStarts) {
    const line = lineStart(text, start);
    const indentation = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? '';
    const tab = indentation.indexOf('\t');
    if (tab < 0 || indentation.length < start - line || tabbed.length >= MOST_PROBLEMS) continue;
    tabbed.push(tabProblem({ start: line + tab, end: line + indentation.lastIndexOf('\t') + 1 }));
  }
  if (tabbed.length === 0) return undefined;
  return { ...stream, documents: withProblems(stream.documents, tabbed, text) };
}

function readStream(text: string, source: string): Stream {
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
  const bounds = documentStarts(stream.tokens, composed.length);
  const tabs = composed.some(({ errors }) => errors.some(({ code }) => code === 'TAB_AS_INDENT'));
  const lineStarts = inspections.flatMap((inspection) => inspection.lineStarts);
  const ends = composed.map((_, index) => bounds[index + 1] ?? Number.POSITIVE_INFINITY);
  const comments = distribute(stream.comments, ({ start }) => start, ends);
  const mended = distribute(stream.mended, ({ offset }) => offset, ends);
  const openQuotes = distribute(stream.openQuotes, (offset) => offset, ends);
  const documents = composed.map((document, index): YamlDocument => {
    const range = { start: bounds[index] ?? 0, end: bounds[index + 1] ?? text.length };
    const inspection = inspections[index];
    const unclosed = [
      ...(openQuotes[index] ?? []).map((offset) => openQuote(text, offset)),
      ...(inspection?.unclosed ?? []),
    ];
    const quotes = unclosed.filter(({ reason }) => reason === 'MISSING_QUOTE').map(({ offset }) => offset);
    const { root, problems } = buildTree(document.contents, text, range.start, new Set(quotes));
    const cut = index === composed.length - 1 ? stream.cut : undefined;
    const allMended = [...(mended[index] ?? []), ...(inspection?.mended ?? [])];
    const syntax =
      cut === undefined
        ? syntaxProblems(document.errors, unclosed, allMended, text)
        : [depthProblem(text, cut, MOST_LEVELS)];
    return {
      index,
      text,
      range,
      root,
      problems: ordered([...syntax, ...problems]),
      comments: (comments[index] ?? []).map((comment) => ({
        range: comment,
        text: text.slice(comment.start + 1, comment.end),
      })),
    };
  });
  return { documents, tabs, lineStarts };
}

function openQuote(text: string, offset: number): Unclosed {
  return { reason: 'MISSING_QUOTE', offset, end: restOfLine(text, offset).end, quote: text.charAt(offset) };
}

/** Deals out what stands in a stream, in order of position, to documents that end at `ends`. */
function distribute<T>(items: readonly T[], placeOf: (item: T) => number, ends: readonly number[]): T[][] {
  let next = 0;
  return ends.map((end) => {
    const first = next;
    for (let item = items[next]; item !== undefined && placeOf(item) < end; item = items[next]) next += 1;
    return items.slice(first, next);
  });
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

/** Where each document begins: with the first directive that belongs to it, or with its own first character. */
function documentStarts(tokens: readonly CST.Token[], count: number): number[] {
  const starts: number[] = [];
  let directive: number | undefined;
  for (const token of tokens) {
    if (token.type === 'directive') directive ??= token.offset;
    if (token.type !== 'document') continue;
    starts.push(starts.length === 0 ? 0 : (directive ?? token.offset));
    directive = undefined;
  }
  while (starts.length < count) starts.push(0);
  return starts;
}

function ordered(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return [...problems]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .slice(0, MOST_PROBLEMS);
}

/** Adds problems to the documents they stand in. What the composer stumbled over on the same line gives way to them. */
function withProblems(
  documents: readonly YamlDocument[],
  added: readonly SyntaxProblem[],
  text: string,
): YamlDocument[] {
  const lineOf = lineCounter(text);
  const lines = new Set(added.map(({ range }) => lineOf(range.start)));
  const ends = documents.map(({ range }, index) =>
    index === documents.length - 1 ? Number.POSITIVE_INFINITY : range.end,
  );
  const dealt = distribute(added, ({ range }) => range.start, ends);
  return documents.map((document, index) => {
    const others = document.problems.filter(({ kind, range }) => kind !== 'yaml' || !lines.has(lineOf(range.start)));
    return { ...document, problems: ordered([...others, ...(dealt[index] ?? [])]) };
  });
}

/** Numbers the line of an offset. A text can be one long line, so that looking back for its start each time would be slow. */
function lineCounter(text: string): (offset: number) => number {
  const index = lineIndex(text);
  return (offset) => index.positionAt(offset).line;
}

function emptyDocument(text: string, { problem }: Readable): YamlDocument {
  const problems = problem === undefined ? [] : [problem];
  return { index: 0, text, range: { start: 0, end: text.length }, root: undefined, problems, comments: [] };
}
