/** What a text means to YAML, without where and how it is written. */
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import type { TreeNode } from '../../../server/src/manifest/tree.ts';

/** The values of all documents, to be compared; undefined where something is wrong with one. */
export function valuesOf(text: string): string | undefined {
  const { documents } = parseYaml(text);
  if (documents.some(({ problems }) => problems.length > 0)) return undefined;
  return JSON.stringify(documents.map(({ root }) => (root === undefined ? null : meaningOf(root))));
}

function meaningOf(node: TreeNode): unknown {
  switch (node.kind) {
    case 'alias':
      return { alias: node.name };
    case 'scalar':
      return [node.tag ?? '', node.anchor ?? '', node.text, node.value];
    case 'sequence':
      return [node.tag ?? '', node.anchor ?? '', node.items.map(meaningOf)];
    case 'mapping':
      return node.entries.map(({ key, value }) => [key.text, value === undefined ? null : meaningOf(value)]);
  }
}
