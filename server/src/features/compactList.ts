/**
 * Says once what the items of a list share, for clients that understand that: writing and reading hundreds of items takes
 * longer than finding them.
 */
import { type CompletionItem, CompletionList, Range, TextEdit } from 'vscode-languageserver-types';
import { sharedData } from './itemData.ts';

/**
 * The same list in fewer words. What is left out follows from the list's defaults, or from the label (LSP 3.17,
 * CompletionList.itemDefaults).
 * @param defaults the properties that the client takes from the list
 */
export function compactList(list: CompletionList, defaults: readonly string[]): CompletionList {
  const [first] = list.items;
  if (first === undefined || !defaults.includes('editRange')) return list;
  const { range } = TextEdit.is(first.textEdit) ? first.textEdit : {};
  const isSameRange = list.items.every(
    ({ textEdit }) => range && TextEdit.is(textEdit) && isSame(textEdit.range, range),
  );
  if (range === undefined || !isSameRange) return list;
  const data = defaults.includes('data') ? sharedData(list.items) : undefined;
  const items = list.items.map((item) => compactItem(item, data !== undefined));
  const compact = CompletionList.create(items, list.isIncomplete);
  compact.itemDefaults = { editRange: range, ...(data === undefined ? {} : { data }) };
  return compact;
}

function compactItem(item: CompletionItem, isDataShared: boolean): CompletionItem {
  const { label, textEdit, filterText, detail, data, ...rest } = item;
  const compact: CompletionItem = { label, ...rest };
  if (textEdit !== undefined && textEdit.newText !== label) compact.textEditText = textEdit.newText;
  if (filterText !== undefined && filterText !== label) compact.filterText = filterText;
  // Shown in the list already.
  if (detail !== undefined && detail !== item.labelDetails?.description) compact.detail = detail;
  if (data !== undefined && !isDataShared) compact.data = data;
  return compact;
}

function isSame(one: Range, two: Range): boolean {
  // Most often the very object.
  if (one === two) return true;
  const { start, end } = one;
  return (
    Range.is(two) &&
    start.line === two.start.line &&
    start.character === two.start.character &&
    end.line === two.end.line &&
    end.character === two.end.character
  );
}
