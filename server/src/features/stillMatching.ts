/** Completion lists hold what goes on from what is typed: writing and reading hundreds of items takes longer than finding them. */
import { type CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import type { Text } from '../manifest/pieces.ts';

/** Lists that are no longer than this are cheap: they stay whole, and clients filter them by themselves. */
const SHORT = 50;

/** Nobody reads on after so many; who looks for another types some of it, and is asked for again. */
const MOST = 100;

/** What is left of a list, and whether something was left out. */
export interface GoingOn<T> {
  readonly left: readonly T[];
  readonly isCut: boolean;
}

/**
 * Those whose text has the typed characters in it: what clients keep when they filter by themselves. Of too many, those that begin
 * with them first. Where nothing matches, all count: clients that forgive what is mistyped choose. Where nothing is typed all are
 * there, to be looked through. It is asked before items are made of them, as making, writing and reading hundreds takes longer than
 * everything else.
 * @param all the best first, unless `sorted` puts them so
 * @param typed what stands between the begin of what is replaced and the cursor
 * @param sorted is given those alone that are left, or all where that is none
 */
export function goingOn<T>(
  all: readonly T[],
  typed: string,
  textOf: (one: T) => string,
  sorted: (some: readonly T[]) => readonly T[] = (some) => some,
): GoingOn<T> {
  const part = typed.trimStart().toLowerCase();
  if (all.length <= SHORT || part === '') return { left: sorted(all), isCut: false };
  const matching = sorted(all.filter((one) => isSubsequence(part, textOf(one).toLowerCase())));
  if (matching.length === 0) return { left: sorted(all).slice(0, MOST), isCut: all.length > MOST };
  if (matching.length <= MOST) return { left: matching, isCut: matching.length < all.length };
  const begins = (one: T): boolean => textOf(one).toLowerCase().startsWith(part);
  const [first, others] = [matching.filter(begins), matching.filter((one) => !begins(one))];
  return { left: [...first, ...others].slice(0, MOST), isCut: true };
}

/**
 * The same of items that were made. A list from which something was left out says that it is incomplete, so that it is asked for
 * again when a character is typed or taken back (LSP 3.17, CompletionList.isIncomplete).
 * @param offset where the cursor is, in UTF-16 code units
 */
export function stillMatching(list: CompletionList, text: Text, offset: number): CompletionList {
  if (list.items.length <= SHORT) return list;
  let lastStart: unknown;
  let typed = '';
  const items = list.items.filter(({ label, filterText = label, textEdit }: CompletionItem) => {
    if (!TextEdit.is(textEdit)) return true;
    const { start } = textEdit.range;
    if (start !== lastStart) {
      lastStart = start;
      typed = text
        .slice(Math.min(text.offsetAt(start), offset), offset)
        .trimStart()
        .toLowerCase();
    }
    return isSubsequence(typed, filterText.toLowerCase());
  });
  if (items.length === list.items.length || items.length === 0) return list;
  return CompletionList.create(items, true);
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (let at = 0; at < part.length; at += 1) {
    const found = whole.indexOf(part.charAt(at), from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}
