/** Syntax problems that are found here, in our words: what is wrong, where exactly, and what to do. */
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
  return { range, message: `"${key}" has no colon. Write a colon and a value behind it, or remove it.` };
}

/** The problem that a mended line stands for. */
export function mendedProblem(mended: Mended, text: string): SyntaxProblem {
  const { reason, offset } = mended;
  if (reason === 'STRAY_BRACKET') {
    const message = `This "${mended.bracket}" closes nothing. Remove it.`;
    return { kind: 'yaml', reason, range: { start: offset, end: offset + 1 }, message };
  }
  if (reason === 'UNQUOTED_VALUE') {
    const { value } = mended;
    const message = `A value that begins with "${value.charAt(0)}" has to be in quotes. Write "${shortened(value)}" with them.`;
    return { kind: 'yaml', reason, range: { start: offset, end: offset + value.length }, message };
  }
  const { key } = mended;
  if (reason === 'MISSING_COLON') {
    return { kind: 'yaml', reason, ...missingColon(text, { start: offset, end: offset + key.length }) };
  }
  const range = { start: offset, end: offset + key.length + 1 };
  const message = `A colon needs a space behind it. Write "${shortened(`${key}: ${mended.value}`)}".`;
  return { kind: 'yaml', reason, range, message };
}

/** The problem of a quote or a bracket without its other half. */
export function unclosedProblem(unclosed: Unclosed): SyntaxProblem {
  const { reason, offset } = unclosed;
  if (reason === 'MISSING_QUOTE') {
    const { quote, end } = unclosed;
    const name = quote === '"' ? 'double' : 'single';
    const message = `This text begins with a ${name} quote and does not end with one. Add ${quote} at its end.`;
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
      message: `"${open}" is closed by "${unclosed.close}" here. Write "${closing}".`,
    };
  }
  const message = `"${open}" is not closed. Add "${closing}", or indent the lines that belong between them.`;
  return { kind: 'yaml', reason, range, message };
}

/** The problem of a line that is indented by tabs. */
export function tabProblem(range: OffsetRange): SyntaxProblem {
  const message = 'YAML is indented by spaces. Replace the tab by spaces.';
  return { kind: 'yaml', reason: 'TAB_AS_INDENT', range, message };
}

/** The problem of collections in collections without end. */
export function depthProblem(text: string, offset: number, levels: number): SyntaxProblem {
  const message = `This is nested deeper than ${levels} levels. Nothing from here on is read; flatten it.`;
  return { kind: 'expansion-limit', reason: 'TOO_DEEP', range: contentFrom(text, offset), message };
}

/** A piece of the text as a message quotes it. */
export function quoted(text: string, { start, end }: OffsetRange): string {
  return shortened(text.slice(start, end));
}

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1)}…` : text;
}
