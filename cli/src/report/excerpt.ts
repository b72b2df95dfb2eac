/** The line of a source text that a finding is about, with the range underlined. */
import { type Cell, cellsOf } from './columns.ts';

const CUT = '...';

/** A line and the marks under it, both as printed. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/**
 * Makes the excerpt of one line; a line that is too wide is cut around the range.
 * @param start of the range in the line, in UTF-16 units
 * @param end exclusive; beyond the line's end it marks up to the end
 * @param columns the most that the line may take
 */
export function excerpt(text: string, start: number, end: number, columns: number): Excerpt {
  // Of a line of megabytes only the neighbourhood of the range is looked at: no character takes more units than 32.
  const reach = columns * 32;
  const from = boundary(text, start > reach ? start - reach : 0);
  const to = boundary(text, Math.min(text.length, start + reach));
  const cells = cellsOf(
    text
      .slice(from, to)
      .trimEnd()
      .padEnd(Math.min(end, to) - from),
  );
  const marked = cells.filter(({ offset }) => from + offset >= start && from + offset < end);
  const before = cells.filter(({ offset }) => from + offset < start);
  const lead = totalWidth(before);
  const marks = Math.max(1, totalWidth(marked));
  const total = totalWidth(cells);
  if (from === 0 && to === text.length && total <= columns) {
    return { line: shown(cells).trimEnd(), marks: `${' '.repeat(lead)}${'^'.repeat(marks)}` };
  }
  return cutAround(cells, lead, marks, columns, from > 0, to < text.length);
}

function cutAround(
  cells: readonly Cell[],
  lead: number,
  marks: number,
  columns: number,
  moreBefore: boolean,
  moreAfter: boolean,
): Excerpt {
  // A third of the room is for what leads to the range.
  const room = Math.max(1, columns - 2 * CUT.length);
  const total = totalWidth(cells);
  const latest = Math.max(0, total - room);
  const wanted = Math.max(0, Math.min(lead - Math.floor(room / 3), latest));
  const window: Cell[] = [];
  let column = 0;
  let windowStart: number | undefined;
  let taken = 0;
  for (const cell of cells) {
    if (column >= wanted && taken + cell.width <= room) {
      windowStart ??= column;
      window.push(cell);
      taken += cell.width;
    } else if (windowStart !== undefined) break;
    column += cell.width;
  }
  const begin = windowStart ?? 0;
  const cutBefore = moreBefore || begin > 0 ? CUT : '';
  const cutAfter = moreAfter || begin + taken < total ? CUT : '';
  const markStart = Math.max(0, lead - begin);
  const markWidth = Math.max(1, Math.min(marks, taken - markStart));
  return {
    line: `${cutBefore}${shown(window)}${cutAfter}`,
    marks: `${' '.repeat(cutBefore.length + markStart)}${'^'.repeat(markWidth)}`,
  };
}

/** Keeps a cut from splitting a surrogate pair. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

function shown(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.shown).join('');
}

function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
