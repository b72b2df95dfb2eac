/** What is looked at before a text is parsed: bytes that are no text, and nesting that no manifest has. */
import { Lexer } from 'yaml';
import type { OffsetRange, SyntaxProblem, YamlDocument } from './tree.ts';

/** Levels of brackets, or of indentation on one line. Parsers recurse, and hostile depth would exhaust the stack. */
const DEEPEST = 100;

/** Control characters of the lexer that stand for no text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** The problem of a text that holds control characters, which no YAML text may (YAML 1.2.2, section 5.1). */
export function binaryProblem(text: string): SyntaxProblem | undefined {
  const at = text.search(NOT_TEXT);
  if (at < 0) return undefined;
  return {
    kind: 'encoding',
    reason: 'NOT_TEXT',
    message: 'This is no text file: it holds control characters that YAML does not allow. Save the manifest as UTF-8 text.',
    range: { start: at, end: at + 1 },
  };
}

/** The problem of bytes that were not UTF-8 and were replaced when the file was read. */
export function replacementProblem(text: string): SyntaxProblem | undefined {
  const at = text.indexOf('\ufffd');
  if (at < 0) return undefined;
  return {
    kind: 'encoding',
    reason: 'NOT_UTF8',
    message: 'Some bytes here are not UTF-8. Save the file with UTF-8 encoding.',
    range: { start: at, end: at + 1 },
  };
}

export interface Scan {
  readonly comments: YamlDocument['comments'];
  /** Where the nesting becomes deeper than any manifest's; nothing is parsed then. */
  readonly tooDeep: OffsetRange | undefined;
}

/** Reads the tokens of a text once. Linear. */
export function scan(text: string): Scan {
  const comments: { range: OffsetRange; text: string }[] = [];
  let tooDeep: OffsetRange | undefined;
  let offset = 0;
  let flow = 0;
  let indicators = 0;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    const first = token[0];
    if (first === '#') comments.push({ range: { start: offset, end: offset + token.length }, text: token.slice(1) });
    else if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?') indicators += 1;
    else if (first === '\n' || first === '\r') indicators = 0;
    if (flow + indicators > DEEPEST && tooDeep === undefined) tooDeep = { start: offset, end: offset + token.length };
    offset += token.length;
  }
  return { comments, tooDeep: tooDeep ?? deepIndentation(text) };
}

/** Blocks nest by one column at least, so a line this far in may be this deep. */
function deepIndentation(text: string): OffsetRange | undefined {
  const found = /^ {1000,}\S/m.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
