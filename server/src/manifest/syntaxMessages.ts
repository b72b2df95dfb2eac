/** Syntax problems that are found here, in our words: what is wrong, where exactly, and what to do. */
import { t } from '@vscode/l10n';
import type { Unclosed } from './inspect.ts';
import type { Mended } from './mend.ts';
import { contentFrom } from './textRanges.ts';
import type { OffsetRange, SyntaxProblem } from './tree.ts';

/** Longest piece of the text that is quoted in a message. */
const MOST_QUOTED = 40;

export interface Wording {
  readonly range: OffsetRange;
  readonly message: string;
}

/** A key without its colon. */
export function missingColon(text: string, range: OffsetRange): Wording {
  const key = quoted(text, range).replace(/^(["'])(.*)\1$/, '$2');
  return { range, message: t('"{0}" has no colon. Write a colon and a value behind it, or remove it.', key) };
}

/** The problem that a mended line stands for. */
export function mendedProblem(mended: Mended, text: string): SyntaxProblem {
  const { reason, offset } = mended;
  if (reason === 'STRAY_BRACKET') {
    const message = t('This "{0}" closes nothing. Remove it.', mended.bracket);
    return { kind: 'yaml', reason, range: { start: offset, end: offset + 1 }, message };
  }
  if (reason === 'UNQUOTED_VALUE') {
    const { value } = mended;
    const message = t(
      'A value that begins with "{0}" has to be in quotes. Write "{1}" with them.',
      value.charAt(0),
      shortened(value),
    );
    return { kind: 'yaml', reason, range: { start: offset, end: offset + value.length }, message };
  }
  const { key } = mended;
  if (reason === 'MISSING_COLON') {
    return { kind: 'yaml', reason, ...missingColon(text, { start: offset, end: offset + key.length }) };
  }
  const range = { start: offset, end: offset + key.length + 1 };
  const message = t('A colon needs a space behind it. Write "{0}".', shortened(`${key}: ${mended.value}`));
  return { kind: 'yaml', reason, range, message };
}

/** The problem of a quote or a bracket without its other half. */
export function unclosedProblem(unclosed: Unclosed): SyntaxProblem {
  const { reason, offset } = unclosed;
  if (reason === 'MISSING_QUOTE') {
    const { quote, end } = unclosed;
    const message =
      quote === '"'
        ? t('This text begins with a double quote and does not end with one. Add {0} at its end.', quote)
        : t('This text begins with a single quote and does not end with one. Add {0} at its end.', quote);
    return { kind: 'yaml', reason, range: { start: offset, end }, message };
  }
  const range = { start: offset, end: offset + 1 };
  const { open } = unclosed;
  const closing = open === '{' ? '}' : ']';
  if (reason === 'WRONG_BRACKET') {
    return {
      kind: 'yaml',
      reason,
      range,
      message: t('"{0}" is closed by "{1}" here. Write "{2}".', open, unclosed.close, closing),
    };
  }
  const message = t('"{0}" is not closed. Add "{1}", or indent the lines that belong between them.', open, closing);
  return { kind: 'yaml', reason, range, message };
}

/** The problem of a line that is indented by tabs. */
export function tabProblem(range: OffsetRange): SyntaxProblem {
  const message = t('YAML is indented by spaces. Replace the tab by spaces.');
  return { kind: 'yaml', reason: 'TAB_AS_INDENT', range, message };
}

/** The problem of collections in collections without end. */
export function depthProblem(text: string, offset: number, levels: number): SyntaxProblem {
  const message = t('This is nested deeper than {0} levels. Nothing from here on is read; flatten it.', levels);
  return { kind: 'expansion-limit', reason: 'TOO_DEEP', range: contentFrom(text, offset), message };
}

/** A piece of the text as a message quotes it. */
export function quoted(text: string, { start, end }: OffsetRange): string {
  return shortened(text.slice(start, end));
}

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1)}…` : text;
}
