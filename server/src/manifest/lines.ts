/** Offsets and positions: where the lines of a text begin. */

/** Zero-based, characters in UTF-16 units, as in LSP. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** An offset beyond the text counts as its end, one between CR and LF as the end of its line: LSP knows no place there. */
  positionAt(offset: number): LinePosition;
  /** A position beyond its line counts as the line's end, before its line break. */
  offsetAt(position: LinePosition): number;
  /** The text of a line, without its line break; empty beyond the last. */
  lineAt(line: number): string;
}

/** Indexes a text once; lines end with LF, CRLF or CR, as LSP says. */
export function lineIndex(text: string): LineIndex {
  const starts = startsOf(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineAt = (line: number): string =>
    line < starts.length ? text.slice(startOf(line), startOf(line + 1)).replace(/(?:\r\n|\n|\r)$/, '') : '';
  return {
    lineCount: starts.length,
    lineAt,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      const isInBreak = text.startsWith('\r\n', bounded - 1);
      return { line: low, character: bounded - startOf(low) - Number(isInBreak && bounded > 0) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      return line >= starts.length
        ? text.length
        : startOf(line) + Math.max(0, Math.min(character, lineAt(line).length));
    },
  };
}

/** Looking for one character is several times faster than a pattern, and every edit indexes a piece of the text anew. */
function startsOf(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
