/** What outlines are made of, in both forms that clients take. */
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import { type EntryNode, type OffsetRange, rangeOf } from '../../manifest/tree.ts';
import { toRange } from '../document.ts';

/** One symbol; ranges are offsets. */
export interface OutlineNode {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly kind: SymbolKind;
  readonly range: OffsetRange;
  /** Inside of the range. */
  readonly selection: OffsetRange;
  /** Inside of the range too. */
  readonly children?: readonly OutlineNode[];
}

/** The symbol of an entry of a mapping. */
export function entryNode(
  { key, ...entry }: EntryNode,
  kind: SymbolKind,
  more: Pick<OutlineNode, 'detail' | 'children'> = {},
): OutlineNode {
  return { name: key.text, kind, range: rangeOf(entry), selection: rangeOf(key), ...more };
}

/** The nodes that stand inside of a range: what an alias or a merge key brings in is shown where it is written. */
export function inside(range: OffsetRange, nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.filter((node) => range.start <= node.range.start && node.range.end <= range.end);
}

/** As a tree (`hierarchicalDocumentSymbolSupport`). */
export function toDocumentSymbols(nodes: readonly OutlineNode[], lines: LineIndex): DocumentSymbol[] {
  return nodes.map(({ name, detail, kind, range, selection, children = [] }) => ({
    name: shown(name),
    ...(detail === undefined || detail === '' ? {} : { detail: oneLine(detail) }),
    kind,
    range: toRange(lines, range),
    selectionRange: toRange(lines, selection),
    ...(children.length === 0 ? {} : { children: toDocumentSymbols(children, lines) }),
  }));
}

/** As a list, each with the name of what it is in. */
export function toSymbolInformation(
  nodes: readonly OutlineNode[],
  lines: LineIndex,
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return nodes.flatMap(({ name, kind, range, children = [] }) => [
    {
      name: shown(name),
      kind,
      location: { uri, range: toRange(lines, range) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...toSymbolInformation(children, lines, uri, shown(name)),
  ]);
}

/** Symbols have to have names that are no white space alone (LSP 3.17, DocumentSymbol). */
function shown(name: string): string {
  const line = oneLine(name);
  return line === '' ? '""' : line;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
