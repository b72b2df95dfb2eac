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

/** Stands for a colon that is not written: the scalar before it is a key all the same. */
export const MISSING_COLON = '\0:';
/** Stands for a colon that is written without a space behind it. */
export const MISSING_SPACE = '\0: ';
/** Begins what stands for a closing bracket where none is open; the bracket follows. */
export const STRAY_BRACKET = '\0!';

/**
 * Splits a text into lexemes, control characters of the lexer included. Linear in the length of the text.
 *
 * YAML lets a plain scalar go on over indented lines, so that a half-written line and the entry below it become one key
 * of two lines, which no block mapping can have. Such a key is split into its lines: a person who is typing means several entries.
 * @param source readable text: no control characters, line ends `\n` or `\r\n`
 */
export function* lexemes(source: string): Generator<string, void> {
  const gap = source === '' || source.endsWith('\n') ? '' : '\n';
  const lexer = new Lexer().lex(source + gap + TAIL);
  let flowLevel = 0;
  let atLineStart = true;
  for (let next = lexer.next(); !next.done; next = lexer.next()) {
    const lexeme = next.value;
    if (lexeme !== CST.SCALAR) {
      const closes = lexeme === ']' || lexeme === '}';
      if (closes && flowLevel === 0) {
        yield STRAY_BRACKET + lexeme;
        continue;
      }
      if (lexeme === '[' || lexeme === '{') flowLevel += 1;
      else if (closes) flowLevel -= 1;
      else if (lexeme === CST.FLOW_END) flowLevel = 0;
      if (lexeme.endsWith('\n')) atLineStart = true;
      else if (lexeme.trim() !== '' && lexeme !== '-' && lexeme !== '?') atLineStart = false;
      yield lexeme;
      continue;
    }
    const scalar = String(lexer.next().value ?? '');
    if (flowLevel > 0 || !scalar.includes('\n')) {
      yield* [CST.SCALAR, scalar];
      atLineStart = scalar.endsWith('\n');
      continue;
    }
    const behind = lexemesBehind(lexer);
    yield* behind.at(-1) === ':' ? splitKey(scalar, atLineStart) : [CST.SCALAR, scalar];
    yield* behind;
    atLineStart = scalar.endsWith('\n') && behind.length === 0;
  }
}

/** The next lexeme, and the one behind it when the first is white space. */
function lexemesBehind(lexer: Generator<string, void>): string[] {
  const first = lexer.next();
  if (first.done) return [];
  if (!/^[ \t]+$/.test(first.value)) return [first.value];
  const second = lexer.next();
  return second.done ? [first.value] : [first.value, second.value];
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
