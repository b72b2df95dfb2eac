/** The lexemes of a text, by the `yaml` package's lexer, with one repair. */
import { CST, Lexer } from 'yaml';

/**
 * What is put behind every text. The lexer looks for the end of a quoted scalar through the whole rest of the text, and
 * takes all of it when there is none; a quote of each kind at the end makes it stop where the indentation ends instead.
 * The document end marker keeps the comment out of the last document.
 */
const TAIL = '...\n#"\'';

/** Pieces of a plain scalar of several lines: line break, spaces, tabs, content of a line without the space behind it. */
const PIECES = /\r?\n| +|\t[ \t]*|[^\r\n]*[^ \t\r\n]/g;

/** A key and a value with a colon between them and nothing else. */
export const GLUED_COLON = /^([^:\s]+):(?!\/)(\S[^\n]*)$/;

/** Characters that the lexer puts between lexemes and that are not in the text. */
const CONTROLS = new Set<string>([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Stands for a colon that is not written: the scalar before it is a key all the same. */
export const MISSING_COLON = '\0:';
/** Stands for a colon that is written without a space behind it. */
export const MISSING_SPACE = '\0: ';
/** Begins what stands for a closing bracket where none is open; the bracket follows. */
export const STRAY_BRACKET = '\0!';

/**
 * Stands for a quoted scalar that goes on over lines and, by all signs, is not meant to: its closing quote is missing. The same
 * holds for one that takes the colon of its own line.
 */
export const LOST_QUOTE = '\0"';

/**
 * Splits a text into lexemes, control characters of the lexer included. Linear in the length of the text.
 *
 * YAML lets a plain scalar go on over indented lines, so that a half-written line and the entry below it become one key
 * of two lines, which no block mapping can have. Such a key is split into its lines: a person who is typing means several entries.
 * @param source readable text: no control characters, line ends `\n` or `\r\n`
 * @param findsOpenQuotes whether `LOST_QUOTE` is told, which ends the lexemes; otherwise such a scalar takes its lines
 */
export function* lexemes(source: string, findsOpenQuotes: boolean): Generator<string, void> {
  const gap = source === '' || source.endsWith('\n') ? '' : '\n';
  const input = withLookahead(new Lexer().lex(source + gap + TAIL));
  let flowLevel = 0;
  let atLineStart = true;
  let offset = 0;
  let lineStart = 0;
  for (let lexeme = input.next(); lexeme !== undefined; lexeme = input.next()) {
    if (lexeme === CST.SCALAR) {
      const scalar = input.next() ?? '';
      const isSplit = flowLevel === 0 && scalar.includes('\n') && isKey(input);
      yield* isSplit ? splitKey(scalar, atLineStart) : [CST.SCALAR, scalar];
      offset += scalar.length;
      // A block of text ends with its last line break.
      atLineStart = scalar.endsWith('\n');
      if (atLineStart) lineStart = offset;
      continue;
    }
    const column = offset - lineStart;
    if (!CONTROLS.has(lexeme)) offset += lexeme.length;
    const closes = lexeme === ']' || lexeme === '}';
    if (closes && flowLevel === 0) {
      yield STRAY_BRACKET + lexeme;
      continue;
    }
    const isQuoted = /^["']/.test(lexeme);
    const isKeyLine = atLineStart && flowLevel === 0 && /:(?:\s|$)/.test(lexeme);
    const isOpen = lexeme.includes('\n')
      ? !endsAsQuoted(lexeme, input, flowLevel)
      : isKeyLine && !isClosedQuote(lexeme);
    if (isQuoted && findsOpenQuotes && isOpen) {
      yield LOST_QUOTE;
      return;
    }
    yield lexeme;
    if (isQuoted && atLineStart && flowLevel === 0 && lineFollows(source, offset, column)) yield MISSING_COLON;
    if (lexeme === '[' || lexeme === '{') flowLevel += 1;
    else if (closes) flowLevel -= 1;
    else if (lexeme === CST.FLOW_END) flowLevel = 0;
    if (lexeme.endsWith('\n')) {
      atLineStart = true;
      lineStart = offset;
    } else if (lexeme.trim() !== '' && lexeme !== '-' && lexeme !== '?') atLineStart = false;
  }
}

interface Lookahead {
  next(): string | undefined;
  /** The lexeme after as many others. */
  peek(skipped: number): string | undefined;
}

function withLookahead(lexer: Generator<string, void>): Lookahead {
  const ahead: string[] = [];
  const read = (): string | undefined => {
    const { value } = lexer.next();
    return value ?? undefined;
  };
  return {
    next: () => (ahead.length === 0 ? read() : ahead.shift()),
    peek(skipped) {
      while (ahead.length <= skipped) {
        const lexeme = read();
        if (lexeme === undefined) return undefined;
        ahead.push(lexeme);
      }
      return ahead[skipped];
    },
  };
}

/** Whether a colon follows the scalar that was read last. */
function isKey(input: Lookahead): boolean {
  const next = input.peek(0);
  return next === ':' || (next !== undefined && /^[ \t]+$/.test(next) && input.peek(1) === ':');
}

/** Whether a quoted scalar of several lines has its closing quote, and something behind it that can stand there. */
function endsAsQuoted(lexeme: string, input: Lookahead, flowLevel: number): boolean {
  if (!isClosedQuote(lexeme)) return false;
  const first = input.peek(0) ?? '';
  const next = /^[ \t]+$/.test(first) ? (input.peek(1) ?? '') : first;
  return next === '' || /^[\r\n#]/.test(next) || (flowLevel > 0 && ',]}:'.includes(next));
}

/** Whether a quoted scalar's source ends with its own quote: one that is neither escaped nor half of a doubled one. */
export function isClosedQuote(source: string): boolean {
  const quote = source.charAt(0);
  if (source.length < 2 || !source.endsWith(quote)) return false;
  const escaping = quote === '"' ? '\\' : quote;
  let escapes = 0;
  while (source.length - 2 - escapes > 0 && source.charAt(source.length - 2 - escapes) === escaping) escapes += 1;
  return escapes % 2 === 0;
}

/**
 * Whether a quoted scalar that ends at an offset is followed by a line that begins in its column or deeper. YAML has no use
 * for such a line behind a value: the scalar is meant to be a key.
 */
function lineFollows(source: string, offset: number, column: number): boolean {
  const next = /(?:[ \t]*(?:#[^\n]*|\r?)\n)+( *)[^\s#-]/y;
  next.lastIndex = offset;
  const [, indentation] = next.exec(source) ?? [];
  return indentation !== undefined && indentation.length >= column;
}

/**
 * Splits a key of several lines. Behind a colon the lines before the last are that entry's value; at the beginning of a
 * line each is a key of its own, whose colon is missing or has no space behind it.
 */
function* splitKey(scalar: string, atLineStart: boolean): Generator<string, void> {
  const pieces = scalar.match(PIECES) ?? [];
  const last = pieces.length - 1;
  const before = atLineStart ? -1 : pieces.findLastIndex((piece, index) => index < last && piece.trim() !== '');
  if (!atLineStart) yield* [CST.SCALAR, pieces.slice(0, before + 1).join('')];
  for (const piece of pieces.slice(before + 1, last)) {
    if (piece.trim() === '') yield piece;
    else yield* halfWritten(piece);
  }
  yield* [CST.SCALAR, pieces[last] ?? ''];
}

/** A line without a colon, or with one that nothing separates from what follows: `kubernetes:1.34.2`, but not `https://...`. */
function halfWritten(line: string): string[] {
  const [, key, value] = GLUED_COLON.exec(line) ?? [];
  if (key === undefined || value === undefined) return [CST.SCALAR, line, MISSING_COLON];
  return [CST.SCALAR, key, MISSING_SPACE, CST.SCALAR, value];
}
