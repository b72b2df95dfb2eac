/** How much of a stack a page shows, so that it stays small enough to be opened. What is left out is said there. */
import { t } from '@vscode/l10n';
import { type Html, html } from './html.ts';

/** Pins that the matrix holds: more would be neither readable nor small. */
export const MOST_IN_MATRIX = 150;
/** Pairs whose evidence is listed. */
export const MOST_PAIRS = 2000;
/** Rows of the table of pins, and of the timeline. */
export const MOST_ROWS = 1000;
/** Findings in one list. */
export const MOST_FINDINGS = 500;
/** Pins that are named in a sentence. */
export const MOST_NAMED = 30;

/** The first of a list, and a note where these are not all. */
export function bounded<T>(items: readonly T[], most: number): { readonly shown: readonly T[]; readonly note?: Html } {
  if (items.length <= most) return { shown: items };
  const words = t('Only the first {0} of {1} are shown.', most, items.length);
  return { shown: items.slice(0, most), note: html`<p class="note">${words}</p>\n` };
}
