/** Writes pins over those that a file inherits. Nothing else of the text changes. */
import { inserting, lineBreak } from '../../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../../analysis/finding.ts';
import { isFirstOfLine } from '../../manifest/ignoreComments.ts';
import type { StackManifest } from '../../manifest/stack.ts';
import { lineEnd, lineStart } from '../../manifest/textRanges.ts';
import { type EntryNode, type MappingNode, rangeOf, type TreeNode } from '../../manifest/tree.ts';

/**
 * More entries at the end of `components`, of the file or of one of its environments. Where the file has none, the key with its
 * first entries at the end of the document.
 * @param environment null for those of the file
 * @param entries each as it is written: "istio: 1.28.4"
 * @returns undefined where there is no good place: an alias, an environment that the file does not write, broken text
 */
export function insertPins(
  manifest: StackManifest,
  environment: string | null,
  entries: readonly string[],
): TextChange | undefined {
  const { root, text, problems } = manifest.document;
  // In broken text nobody knows what a line belongs to.
  if (problems.length > 0 || root?.kind !== 'mapping' || root.flow || root.merges !== undefined) return undefined;
  const path = environment === null ? ['components'] : ['environments', environment, 'components'];
  const key = entryAt(root, path);
  if (key !== undefined) return atEndOf(key, text, entries);
  return environment === null && manifest.componentsEntry === undefined ? atEndOfFile(root, text, entries) : undefined;
}

/** The entry at a path of keys, through mappings that stand where they are. */
function entryAt(node: TreeNode | undefined, [first, ...rest]: readonly string[]): EntryNode | undefined {
  if (node?.kind !== 'mapping') return undefined;
  const entry = node.entries.findLast(({ key }) => key.text === first);
  return entry === undefined || rest.length === 0 ? entry : entryAt(entry.value, rest);
}

function atEndOf(key: EntryNode, text: string, entries: readonly string[]): TextChange | undefined {
  const { value } = key;
  if (value === undefined || (value.kind === 'scalar' && value.value === null && value.text === '')) {
    const { start, end } = rangeOf(key);
    if (value?.anchor !== undefined || !isFirstOfLine(text, start)) return undefined;
    const before = `${lineBreak(text, end)}${indentationAt(text, start)}  `;
    return inserting(lineEnd(text, end), lines(before, entries));
  }
  if (value.kind !== 'mapping') return undefined;
  const written = writtenIn(value);
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) {
    return value.flow ? inserting(rangeOf(value).start + 1, entries.join(', ')) : undefined;
  }
  const { end } = rangeOf(last);
  if (value.flow) return inserting(end, entries.map((entry) => `, ${entry}`).join(''));
  const { start } = rangeOf(first);
  if (!isFirstOfLine(text, start)) return undefined;
  return inserting(lineEnd(text, end), lines(`${lineBreak(text, end)}${indentationAt(text, start)}`, entries));
}

function atEndOfFile({ entries: keys }: MappingNode, text: string, entries: readonly string[]): TextChange | undefined {
  const [first] = keys;
  if (first === undefined || !isFirstOfLine(text, rangeOf(first).start)) return undefined;
  const indentation = indentationAt(text, rangeOf(first).start);
  const end = Math.max(...keys.map((one) => rangeOf(one).end));
  const eol = lineBreak(text, end);
  return inserting(lineEnd(text, end), `${eol}${indentation}components:${lines(`${eol}${indentation}  `, entries)}`);
}

/** The entries that stand in a mapping itself, its merge keys among them, in their order. */
function writtenIn({ entries, merges = [], ...node }: MappingNode): readonly EntryNode[] {
  const { start, end } = rangeOf(node);
  const isInside = (entry: EntryNode) => rangeOf(entry).start >= start && rangeOf(entry).end <= end;
  return [...entries.filter(isInside), ...merges].sort((a, b) => rangeOf(a).start - rangeOf(b).start);
}

function lines(before: string, entries: readonly string[]): string {
  return entries.map((entry) => `${before}${entry}`).join('');
}

function indentationAt(text: string, start: number): string {
  return text.slice(lineStart(text, start), start).replace('\uFEFF', '');
}
