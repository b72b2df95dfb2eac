/** Lines of a text, by offsets. */
import { isLineEnd, lineEnd, lineStart } from '../manifest/textRanges.ts';

/** What stands before an offset in its line, where that is white space alone; without the mark that begins a file. */
export function indentationAt(text: string, offset: number): string {
  const before = text.slice(lineStart(text, offset), offset).replace('\uFEFF', '');
  return /^[ \t]*/.exec(before)?.[0] ?? '';
}

/** Where the line after that of an offset begins; the end of the text behind its last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** Where the line before that of an offset begins; undefined for the first. */
export function previousLine(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  if (start === 0) return undefined;
  return lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
}

/** Whether the line that begins at an offset holds nothing but white space. */
export function isBlankLine(text: string, start: number): boolean {
  return /^[ \t]*$/.test(text.slice(start, lineEnd(text, start)));
}

/** Lines moved to another indentation. What is indented by less than is taken away loses what there is; blank lines stay. */
export function shifted(lines: string, by: number): string {
  if (by === 0) return lines;
  const indentation = ' '.repeat(Math.max(by, 0));
  return lines.replace(/(?<=^|\r\n|\n|\r(?!\n))( *)(?=[^ \r\n])/g, (spaces) =>
    by > 0 ? indentation + spaces : spaces.slice(Math.min(-by, spaces.length)),
  );
}

/** A text without the line break at its end. */
export function withoutLineBreak(text: string): string {
  return isLineEnd(text.slice(-1)) ? text.replace(/(?:\r\n|\n|\r)$/, '') : text;
}
