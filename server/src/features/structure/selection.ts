/** Selection ranges: from what the cursor is in, step by step, to the whole file. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import {
  type OffsetRange,
  rangeOf,
  type ScalarNode,
  type TreeNode,
  type YamlDocument,
  type YamlFile,
} from '../../manifest/tree.ts';
import { toRange } from '../document.ts';
import { ownEntries } from './ownEntries.ts';

/**
 * One answer a position, as LSP asks for: the text between quotes, the scalar, its pair, its mapping or list, and so on out; the document,
 * and the file where it has several. Each range is larger than the one before it.
 */
export function selectionRanges(file: YamlFile, positions: readonly Position[]): SelectionRange[] {
  const { source, documents } = file;
  return positions.map((position) => {
    const offset = source.offsetAt(position);
    const document = documents.find(({ range }) => offset < range.end) ?? documents.at(-1);
    const around: OffsetRange[] = [{ start: 0, end: source.length }];
    if (document !== undefined) around.push(...documentRanges(document, offset));
    const { chain } = around.reduce<{ chain: SelectionRange | undefined; range: OffsetRange | undefined }>(
      (outer, range) => {
        if (outer.range !== undefined && !isInside(range, outer.range)) return outer;
        const parent = outer.chain === undefined ? {} : { parent: outer.chain };
        return { chain: { range: toRange(source, range), ...parent }, range };
      },
      { chain: undefined, range: undefined },
    );
    return chain ?? { range: { start: position, end: position } };
  });
}

/** Whether a range is in another, and smaller. */
function isInside({ start, end }: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= start && end <= outer.end && (outer.start < start || end < outer.end);
}

/** What an offset is in, from the outside in. */
function documentRanges(document: YamlDocument, offset: number): OffsetRange[] {
  const nodes = nodeRanges(document.root, offset);
  const comment = document.comments.find(({ range }) => range.start <= offset && offset <= range.end);
  if (comment === undefined) return [document.range, ...nodes];
  const { range, text } = comment;
  const start = range.start + 1 + (text.length - text.trimStart().length);
  const around = nodes.filter((node) => isInside(range, node));
  const inner = { start, end: Math.max(start, range.start + 1 + text.trimEnd().length) };
  return [document.range, ...around, range, ...(touches(inner, offset) ? [inner] : [])];
}

function nodeRanges(root: TreeNode | undefined, offset: number): OffsetRange[] {
  const found: OffsetRange[] = [];
  let node = root;
  while (node !== undefined && touches(rangeOf(node), offset)) {
    const range = rangeOf(node);
    found.push(range);
    if (node.kind === 'mapping') {
      const entry = ownEntries(node).find((one) => touches(rangeOf(one), offset));
      if (entry !== undefined) found.push(rangeOf(entry));
      node = entry !== undefined && touches(rangeOf(entry.key), offset) ? entry.key : entry?.value;
    } else if (node.kind === 'sequence') {
      node = node.items.find((item) => touches(rangeOf(item), offset));
    } else {
      const inner = node.kind === 'scalar' ? betweenQuotes(node, range) : undefined;
      if (inner !== undefined && touches(inner, offset)) found.push(inner);
      break;
    }
  }
  return found;
}

/** What stands between the quotes of a scalar; the closing one may be missing. */
function betweenQuotes({ style }: ScalarNode, { start, end }: OffsetRange): OffsetRange | undefined {
  if ((style !== 'single' && style !== 'double') || end - start < 2) return undefined;
  return { start: start + 1, end: end - 1 };
}

/** The end counts as inside, since a cursor stands between characters. */
function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
