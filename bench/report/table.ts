/** Tables of figures, for a terminal and for the documentation. */

export interface Table {
  readonly title: string;
  /** What the figures are, in a sentence or two. */
  readonly note?: string;
  /** The heads of the columns; the first stands over the names of the rows. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands where nothing was measured. */
export const NOTHING = '–';

/** A number with about three digits that count. */
export function shown(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** How large one value is beside another: "1/20", or "1.5 times". */
export function shownRatio(value: number | undefined, other: number | undefined): string {
  if (value === undefined || other === undefined || value === 0 || other === 0) return NOTHING;
  const ratio = value / other;
  const digits = (of: number): number => (of >= 10 ? 0 : of >= 2 ? 1 : 2);
  return ratio < 1 ? `1/${(1 / ratio).toFixed(digits(1 / ratio))}` : `${ratio.toFixed(digits(ratio))} times`;
}

function widths({ head, rows }: Table): readonly number[] {
  return head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)));
}

/** The first column to the left, the others to the right. */
function padded(row: readonly string[], width: readonly number[]): readonly string[] {
  return row.map((text, column) =>
    column === 0 ? text.padEnd(width[column] ?? 0) : text.padStart(width[column] ?? 0),
  );
}

/** A table as lines of text. */
export function asText(table: Table): string {
  const width = widths(table);
  const lines = [table.head, ...table.rows].map((row) => padded(row, width).join('  ').trimEnd());
  return [table.title, ...(table.note === undefined ? [] : [table.note]), '', ...lines, ''].join('\n');
}

/** A table as Markdown, under a heading. */
export function asMarkdown(table: Table): string {
  const width = widths(table);
  const row = (cells: readonly string[]): string => `| ${padded(cells, width).join(' | ')} |`;
  const rule = width.map((size, column) => (column === 0 ? '-'.repeat(size) : `${'-'.repeat(Math.max(1, size - 1))}:`));
  const lines = [row(table.head), `| ${rule.join(' | ')} |`, ...table.rows.map(row)];
  return [`### ${table.title}`, '', ...(table.note === undefined ? [] : [table.note, '']), ...lines, ''].join('\n');
}
