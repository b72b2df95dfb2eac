/** Rows of tables in which the servers stand beside each other. */
import type { Figures } from '../figures.ts';
import { quantile } from '../figures.ts';
import { OURS } from '../servers.ts';
import { NOTHING, shown, shownRatio } from './table.ts';

/** Whose figures stand beside each other. */
export interface Columns {
  readonly figures: Figures;
  readonly names: readonly string[];
  /** The server that ours is compared with. */
  readonly reference: string;
}

/** How the values of one figure are shown. */
export type Show = (values: readonly number[]) => string;

export const median: Show = (values) => shown(quantile(values, 0.5));

/** The median, and what 95 of 100 do not exceed. */
export const spread: Show = (values) =>
  values.length === 0 ? NOTHING : `${median(values)} (${shown(quantile(values, 0.95))})`;

export const percent: Show = (values) =>
  values.length === 0 ? NOTHING : `${Math.round(100 * (quantile(values, 0.5) ?? 0))} %`;

/** The heads of the columns. */
export function headOf({ names, reference }: Columns, first: string): readonly string[] {
  return [first, ...names, ...(names.includes(reference) ? [`${OURS} / ${reference}`] : [])];
}

/** One figure of all servers, and the ratio of ours to the reference. */
export function rowOf(columns: Columns, title: string, what: string, lines: number, show: Show = median): string[] {
  const { figures, names, reference } = columns;
  const cells = names.map((of) => show(figures.values({ of, what, lines })));
  const ratio = shownRatio(figures.median({ of: OURS, what, lines }), figures.median({ of: reference, what, lines }));
  return [title, ...cells, ...(names.includes(reference) ? [ratio] : [])];
}

/** The length of a document in words. */
export function linesOf(lines: number): string {
  return `${lines.toLocaleString('en')} lines`;
}
