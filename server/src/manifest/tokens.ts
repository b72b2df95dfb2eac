/** From text to concrete syntax, with a bound on depth and with comments gathered. */
import { CST, Parser } from 'yaml';
import { LOST_QUOTE, lexemes, MISSING_COLON, MISSING_SPACE, STRAY_BRACKET } from './lexemes.ts';
import type { Mended } from './mend.ts';
import { lineEnd } from './textRanges.ts';
import type { OffsetRange } from './tree.ts';

/**
 * Levels of collections that are read. The composer behind this calls itself for each level, and so do we; hand-written
 * manifests stay far below.
 */
export const MOST_LEVELS = 200;

/** Quotes without a closing one that are looked for: each makes the text before it be read once more. */
const MOST_OPEN_QUOTES = 4;

export interface TokenStream {
  readonly tokens: readonly CST.Token[];
  /** Where comments stand, from their `#` on. */
  readonly comments: readonly OffsetRange[];
  readonly mended: readonly Mended[];
  /** Where quotes open that have no closing one and would take the lines below them. */
  readonly openQuotes: readonly number[];
  /** Where nesting went too deep; nothing from here on is in `tokens`. */
  readonly cut: number | undefined;
}

/**
 * Splits a text into the concrete syntax of its documents. Never throws; linear in the length of the text.
 * @param source readable text: no control characters, line ends `\n` or `\r\n`
 */
export function readTokens(source: string): TokenStream {
  const openQuotes: number[] = [];
  let readAs = source;
  for (;;) {
    const read = readOnce(readAs, openQuotes.length < MOST_OPEN_QUOTES);
    if (typeof read !== 'number') return { ...read, openQuotes };
    openQuotes.push(read);
    // Without its quote the text is a plain one, which ends with its line unless the next one can belong to it.
    readAs = `${readAs.slice(0, read)}x${readAs.slice(read + 1)}`;
  }
}

/** @returns where a quote opens that has no closing one, if there is one and they are looked for */
function readOnce(source: string, findsOpenQuotes: boolean): Omit<TokenStream, 'openQuotes'> | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: OffsetRange[] = [];
  const mended: Mended[] = [];
  let cut: number | undefined;
  let key = { offset: 0, text: '' };
  let scalarFollows = false;
  for (const lexeme of lexemes(source, findsOpenQuotes)) {
    const { offset } = parser;
    if (lexeme === LOST_QUOTE) return offset;
    if (scalarFollows || /^["']/.test(lexeme)) key = { offset, text: lexeme };
    else if (lexeme.startsWith('#') && offset < source.length)
      comments.push({ start: offset, end: offset + lexeme.length });
    scalarFollows = lexeme === CST.SCALAR;
    for (const token of parser.next(writtenAs(lexeme))) tokens.push(token);
    if (lexeme === MISSING_COLON) {
      // The colon is not in the text: what follows stands where it stood.
      parser.offset = offset;
      mended.push({ reason: 'MISSING_COLON', offset: key.offset, key: key.text });
    } else if (lexeme === MISSING_SPACE) {
      const value = source.slice(offset + 1, lineEnd(source, offset));
      mended.push({ reason: 'MISSING_SPACE', offset: key.offset, key: key.text, value });
    } else if (lexeme.startsWith(STRAY_BRACKET)) {
      mended.push({ reason: 'STRAY_BRACKET', offset, bracket: lexeme.slice(STRAY_BRACKET.length) });
    }
    if (parser.stack.length <= MOST_LEVELS) continue;
    cut = Math.min(offset, source.length);
    break;
  }
  for (const token of parser.end()) tokens.push(token);
  // What is put behind the text begins a document of its own where none was open.
  const isOfText = (token: CST.Token, index: number): boolean =>
    token.type !== 'document' || token.offset < source.length || index === first;
  const first = tokens.findIndex(({ type }) => type === 'document');
  return { tokens: tokens.filter(isOfText), comments, mended, cut };
}

/** What the parser is given for a lexeme that stands for something else. */
function writtenAs(lexeme: string): string {
  if (lexeme.startsWith(STRAY_BRACKET)) return ' ';
  return lexeme === MISSING_COLON || lexeme === MISSING_SPACE ? ':' : lexeme;
}
