/** What is written in a catalog, for colours: ids, capabilities, ranges and versions. */
import { followed } from '../../manifest/read.ts';
import { rangeOf, type ScalarNode, type TreeNode } from '../../manifest/tree.ts';
import type { CheckedCatalog } from '../catalogFile/checkedCatalog.ts';
import { meaningAt } from '../catalogFile/meaning.ts';
import { ownEntries } from './ownEntries.ts';
import { rangeTokens, type Source, scalarToken, type Token } from './token.ts';
import type { PlacedToken } from './tokenData.ts';

/**
 * The tokens of a catalog, in order of position.
 * @param isCancelled is asked for each component; after a cancellation the answer is incomplete
 */
export function catalogTokens({ reading: { document } }: CheckedCatalog, isCancelled: () => boolean): PlacedToken[] {
  const { root, source } = document;
  const tokens: Token[] = [];
  const walk = (node: TreeNode | undefined, path: readonly string[]): void => {
    if (node?.kind === 'mapping') for (const { key, value } of ownEntries(node)) walk(value, [...path, key.text]);
    else if (node?.kind === 'sequence')
      for (const [index, item] of node.items.entries()) walk(item, [...path, String(index)]);
    else if (node?.kind === 'scalar') tokens.push(...meant(node, path, root, source));
  };
  const top = followed(root);
  const components =
    top?.kind === 'mapping' ? followed(top.entries.find(({ key }) => key.text === 'components')?.value) : undefined;
  for (const { key, value } of components?.kind === 'mapping' ? ownEntries(components) : []) {
    if (isCancelled()) return [];
    tokens.push(...scalarToken(key, 'class', source));
    walk(value, ['components', key.text]);
  }
  return tokens.map((token) => ({ type: token.type, ...rangeOf(token), deprecated: false }));
}

function meant(node: ScalarNode, path: readonly string[], root: TreeNode | undefined, source: Source): Token[] {
  switch (meaningAt(path, root)?.kind) {
    case 'component':
    case 'requirement':
      return scalarToken(node, 'class', source);
    case 'capability':
      return scalarToken(node, 'interface', source);
    case 'range':
      return rangeTokens(node, source);
    case 'version':
      return scalarToken(node, 'number', source);
    default:
      return [];
  }
}
