/** Completion lists hold what goes on from what is typed: writing and reading hundreds of items takes longer than finding them. */
import { type CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import type { Text } from '../manifest/pieces.ts';

/** Lists that are no longer than this are cheap: they stay whole, and clients filter them by themselves. */
const SHORT = 50;

/**
 * The items whose text has the typed characters in it, in their order: what clients keep when they filter by themselves. A list
 * from which something was left out says that it is incomplete, so that it is asked for again when a character is typed or taken
 * back (LSP 3.17, CompletionList.isIncomplete). Where nothing matches, all stay: clients that forgive what is mistyped choose.
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
