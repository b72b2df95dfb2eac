/** Document symbols of catalogs: components with their release lines and with what is said of them and others. */
import { t } from '@vscode/l10n';
import { SymbolKind } from 'vscode-languageserver-types';
import { followed, isOtherKind } from '../../manifest/read.ts';
import { type EntryNode, rangeOf, type TreeNode, type YamlDocument } from '../../manifest/tree.ts';
import { itemsOf, mappingOf, scalarText, valueAt } from './nodes.ts';
import { entryNode, inside, type OutlineNode } from './outlineNodes.ts';
import { writtenEntries } from './writtenNodes.ts';

/** Lists of statements, with the key that names the other component. */
const STATEMENTS = new Map(
  Object.entries({
    compatibility: 'with',
    requires: 'anyOf',
    conflicts: 'with',
    carries: 'with',
  }),
);

/** The symbol of a catalog; none while it holds nothing. */
export function catalogSymbols({ root }: YamlDocument): OutlineNode[] {
  if (root?.kind !== 'mapping' || isOtherKind(root, 'catalog')) return [];
  const range = rangeOf(root);
  const name = scalarText(valueAt(mappingOf(valueAt(root, 'metadata')), 'name'));
  const components = writtenEntries(root).filter(({ key }) => key.text === 'components');
  const children = components.map((entry) => {
    const value = mappingOf(entry.value);
    const inner = value === undefined ? [] : writtenEntries(value).map(componentNode);
    return entryNode(entry, SymbolKind.Namespace, { children: inside(rangeOf(entry), inner) });
  });
  const start = { start: range.start, end: range.start };
  return [
    {
      name: name === undefined || name.trim() === '' ? t('Catalog') : name,
      kind: SymbolKind.Module,
      range,
      selection: start,
      children,
    },
  ];
}

function componentNode(entry: EntryNode): OutlineNode {
  const value = mappingOf(entry.value);
  const parts = value === undefined ? [] : writtenEntries(value);
  const children = parts.flatMap((part): OutlineNode[] => {
    if (part.key.text === 'versions') return itemsOf(valueAt(mappingOf(part.value), 'lines')).flatMap(lineNode);
    const other = STATEMENTS.get(part.key.text);
    if (other === undefined) return [];
    return itemsOf(part.value).map((item) => statementNode(item, part.key.text, other));
  });
  return entryNode(entry, SymbolKind.Package, {
    detail: scalarText(valueAt(value, 'name')),
    children: inside(rangeOf(entry), children),
  });
}

function lineNode(item: TreeNode): OutlineNode[] {
  const line = mappingOf(item);
  const name = scalarText(valueAt(line, 'line'));
  if (name === undefined) return [];
  const ends = scalarText(valueAt(line, 'supportEnds'));
  const named = valueAt(line, 'line');
  return [itemNode(item, named, name, SymbolKind.Number, ends)];
}

function statementNode(item: TreeNode, key: string, other: string): OutlineNode {
  const statement = mappingOf(item);
  const named = followed(valueAt(statement, other));
  const names = named?.kind === 'sequence' ? named.items : named === undefined ? [] : [named];
  const text = names.flatMap((one) => scalarText(one) ?? []).join(', ');
  return itemNode(
    item,
    named,
    text === '' ? key : `${key}: ${text}`,
    SymbolKind.Interface,
    scalarText(valueAt(statement, 'when')),
  );
}

function itemNode(
  item: TreeNode,
  named: TreeNode | undefined,
  name: string,
  kind: SymbolKind,
  detail: string | undefined,
): OutlineNode {
  const range = rangeOf(item);
  const at = named === undefined ? undefined : rangeOf(named);
  const isIn = at !== undefined && range.start <= at.start && at.end <= range.end;
  return { name, detail, kind, range, selection: isIn ? at : { start: range.start, end: range.start } };
}
