/** A document as a formatter sees it: its lines, and the lexemes between which white space can be set anew. */
import { lexemes } from '../../../manifest/lexemes.ts';
import { isBlank, trimmed } from './whiteSpace.ts';

/** A lexeme that is no white space. */
export interface Part {
  readonly text: string;
  /** In the text of the document, `end` exclusive. That of a comment leaves the white space behind it out. */
  readonly start: number;
  readonly end: number;
  /** The lines in which it begins and ends. */
  readonly line: number;
  readonly lastLine: number;
  readonly kind: 'scalar' | 'block' | 'comment' | 'marker' | 'header' | 'property' | 'alias' | 'indicator';
  /** Of a block: blank lines that are not longer than this are none of its content. */
  readonly blank?: number;
}

export interface Line {
  /** Behind the byte order mark, in the line that has it. */
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** What it begins with; undefined of a blank line, and of one that goes on with a text. */
  first?: number;
  /** The scalar of several lines that goes on in it: its white space belongs to that. */
  text?: Part;
}

export interface Lexed {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
}

const INDICATORS = new Set(['-', '?', ':', ',', '[', ']', '{', '}']);

/** What the lexer puts in front of a scalar, and elsewhere, that is not in the text. */
const SCALAR = '\u001f';
const CONTROLS = new Set(['\u0002', '\u0018']);

/**
 * Splits the text of a document.
 * @returns undefined where white space cannot be told from the rest for sure: single carriage returns, byte order marks in the middle, and what is no proper YAML
 */
export function readLexed(text: string): Lexed | undefined {
  if (/\r(?!\n)|(?!^)\ufeff/.test(text)) return undefined;
  const lines = linesOf(text);
  const parts: Part[] = [];
  let offset = 0;
  let line = 0;
  let isScalar = false;
  for (const lexeme of lexemes(text, false)) {
    if (offset >= text.length && lexeme !== '') break;
    if (lexeme.startsWith('\0')) return undefined;
    if (lexeme === SCALAR && !isScalar) {
      isScalar = true;
      continue;
    }
    const kind = isScalar ? scalarKind(parts.at(-1), lexeme) : kindOf(lexeme);
    isScalar = false;
    if (CONTROLS.has(lexeme)) continue;
    const start = offset;
    offset += lexeme.length;
    if ((isBlank(lexeme) || lexeme === '\ufeff') && kind !== 'block') continue;
    while ((lines[line + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) line += 1;
    const blank = kind === 'block' ? blankLength(lexeme, parts) : undefined;
    const end = blank === undefined ? start + trimmed(lexeme).length : blockEnd(text, start, lexeme, blank);
    // A block that says nothing has no place.
    if (end === start) continue;
    let lastLine = line;
    while ((lines[lastLine + 1]?.start ?? Number.POSITIVE_INFINITY) < end) lastLine += 1;
    const part: Part = { text: lexeme, start, end, line, lastLine, kind, ...(blank === undefined ? {} : { blank }) };
    // A block begins with its line; anything else goes on in the lines below.
    for (const held of lines.slice(kind === 'block' ? line : line + 1, lastLine + 1)) held.text = part;
    const own = lines[line];
    if (own !== undefined && own.text === undefined) own.first ??= parts.length;
    parts.push(part);
  }
  return { text, lines, parts };
}

/** The lines of a text; behind its last line break there is none. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const { index, 0: written } of text.matchAll(/\r?\n/g)) {
    lines.push({ start, end: index });
    start = index + written.length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}

function kindOf(lexeme: string): Part['kind'] {
  if (INDICATORS.has(lexeme)) return 'indicator';
  switch (lexeme.charAt(0)) {
    case '#':
      return 'comment';
    case '&':
    case '!':
      return 'property';
    case '*':
      return 'alias';
    case '|':
    case '>':
      return 'header';
    case '"':
    case "'":
      return 'scalar';
    default:
      return 'marker';
  }
}

/** A text behind its header is a block. There may be a comment between them. */
function scalarKind(before: Part | undefined, lexeme: string): Part['kind'] {
  return before !== undefined && (before.kind === 'header' || lexeme.endsWith('\n')) ? 'block' : 'scalar';
}

/**
 * How long a blank line may be that is none of a block scalar's content (YAML 1.2.2, section 8.1.1). Negative where every line
 * counts: the block keeps the blank lines below it.
 */
function blankLength(source: string, parts: readonly Part[]): number {
  const header = parts.findLast(({ kind }) => kind === 'header')?.text ?? '+';
  const indentation = /^(?: *\r?\n)*( *)[^ \r\n]/.exec(source)?.[1]?.length;
  if (header.includes('+') || indentation === undefined) return -1;
  // Where the indentation is written the first line may be deeper.
  return /\d/.test(header) ? 0 : indentation;
}

/** Behind what belongs to a block scalar: without the blank lines at its end, unless they are its content. */
function blockEnd(text: string, start: number, source: string, blank: number): number {
  const end = Math.min(start + source.length, text.length);
  if (blank < 0) return end;
  // What the lexer leaves out of it may be longer than its indentation.
  const below = /(?:[ \t]*\r?\n)*/y;
  below.lastIndex = end;
  const whole = text.slice(start, end + (below.exec(text)?.[0].length ?? 0));
  let kept = 0;
  for (const { index, 0: line } of whole.matchAll(/[^\r\n]+/g)) {
    if (line.length > blank || !isBlank(line)) kept = index + line.length;
  }
  return start + kept;
}
