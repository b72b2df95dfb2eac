/**
 * Characters that no YAML text may hold (yaml.org/spec/1.2.2, section 5.1). They show that a file is not text, or that its
 * bytes are not UTF-8: a decoder puts U+FFFD where bytes make no character.
 */
import { t } from '@vscode/l10n';
import type { SyntaxProblem } from './tree.ts';

// The characters looked for are control characters: that is the point.
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u0084\u0086-\u009f\ufffd-\uffff]|\p{Surrogate}/gu;

/** A file with more of them than this is no text with a slip in it. */
const MOST_IN_A_TEXT = 16;

export interface Readable {
  /** The text with every unreadable character and every lone carriage return replaced by one that the parser can take. Same length. */
  readonly source: string;
  /** How many characters are unreadable. */
  readonly count: number;
  /** Whether it is better not to read the text at all. */
  readonly binary: boolean;
  /** One for the whole text, at the first unreadable character. */
  readonly problem: SyntaxProblem | undefined;
}

/** Looks for characters that cannot be in a YAML text. Never throws; linear. */
export function readable(text: string): Readable {
  let first: number | undefined;
  let count = 0;
  const cleaned = text.replace(UNREADABLE, (_, offset: number) => {
    first ??= offset;
    count += 1;
    return '\ufffd';
  });
  // A carriage return by itself ends a line too (section 5.4); the parser knows only the other two line ends.
  const source = cleaned.replace(/\r(?!\n)/g, '\n');
  if (first === undefined) return { source, count, binary: false, problem: undefined };
  const binary = isBinary(count, text.includes('\0'));
  return { source, count, binary, problem: problemAt(text, first, binary) };
}

/**
 * Whether a text is better not read at all.
 * @param count unreadable characters in it
 * @param isPartBinary whether that is so of a part of it, or it holds a NUL
 */
export function isBinary(count: number, isPartBinary: boolean): boolean {
  return isPartBinary || count > MOST_IN_A_TEXT;
}

function problemAt(text: string, offset: number, binary: boolean): SyntaxProblem {
  const range = { start: offset, end: offset + 1 };
  if (binary) {
    const message = t('This file is not text. Open a manifest that is saved as UTF-8.');
    return { kind: 'encoding', reason: 'BINARY', message, range };
  }
  if (text[offset] === '\ufffd') {
    const message = t('Bytes here are not UTF-8. Save the file with the encoding UTF-8 and write this place again.');
    return { kind: 'encoding', reason: 'NOT_UTF8', message, range };
  }
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = t('The character U+{0} cannot be in a YAML file. Remove it.', code);
  return { kind: 'encoding', reason: 'CONTROL_CHARACTER', message, range };
}
