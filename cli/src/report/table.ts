/** Columns of text. */
import { padded, printable, widthOf, wordsOf, wrapped } from './columns.ts';

const GAP = '  ';
/** The narrowest that the last column is broken for. */
const LEAST_ROOM = 12;

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
}

/**
 * Writes rows in columns under their titles; the last column is broken over lines where the terminal ends.
 * @param rows cells as they are written; what must not reach a terminal is shown by its number
 * @param width of the terminal; undefined leaves the last column on one line
 * @param indent stands before every line
 * @returns one text a row, the titles first
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
  indent = '',
): { readonly head: string; readonly rows: readonly string[] } {
  const texts = rows.map((row) => row.map(printable));
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...texts.map((row) => widthOf(row[index] ?? ''))),
  );
  const last = columns.length - 1;
  const line = (cells: readonly string[]): string => {
    const before = cells.slice(0, last).map((cell, index) => aligned(cell, widths[index] ?? 0, columns[index]?.right));
    const lead = [indent + before.join(GAP), ''].join(before.length === 0 ? '' : GAP);
    const cell = cells[last] ?? '';
    if (columns[last]?.right === true) return (lead + aligned(cell, widths[last] ?? 0, true)).trimEnd();
    const room = width === undefined ? undefined : Math.max(width - widthOf(lead), LEAST_ROOM);
    return (
      lead +
      wrapped(wordsOf(cell), room, '')
        .split('\n')
        .join(`\n${' '.repeat(widthOf(lead))}`)
    ).trimEnd();
  };
  return { head: line(columns.map(({ title }) => title)), rows: texts.map(line) };
}

function aligned(text: string, width: number, right = false): string {
  return right ? ' '.repeat(Math.max(width - widthOf(text), 0)) + text : padded(text, width);
}
