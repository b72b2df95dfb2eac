/** Hover: what a component, a version or a key is, at a place in the text. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, EffectiveStack } from '../analysis/analysis.ts';
import { keyInfo } from '../manifest/schema.ts';
import { rangeOf, type ScalarNode, type TreeNode } from '../manifest/tree.ts';
import { pinCard } from './componentCard.ts';
import { type CheckedDocument, type ContentFormat, toRange } from './document.ts';
import { pinAt, touches } from './pinAt.ts';
import { type Block, bullets, paragraph, render, type Span } from './prose.ts';
import { versionCard } from './versionCard.ts';

/**
 * What is shown at a position, or undefined where there is nothing to say.
 * @param format what the client shows best
 */
export function hover(checked: CheckedDocument, position: Position, format: ContentFormat): Hover | undefined {
  const { analysis, lines } = checked;
  const offset = lines.offsetAt(position);
  const found = pinAt(analysis, offset);
  if (found !== undefined) {
    const { pin, part, range, stacks } = found;
    const blocks = part === 'name' ? pinCard(pin, analysis.context) : versionCard(pin, stacks, analysis.context);
    return { contents: render(blocks, format), range: toRange(lines, range) };
  }
  const document = analysis.file.documents.find((one) => touches(one.range, offset));
  const key = document?.root === undefined ? undefined : keyAt(document.root, offset, []);
  if (document === undefined || key === undefined) return undefined;
  const blocks = keyBlocks(key.path);
  if (key.path.length === 1 && key.path[0] === 'components') {
    blocks.push(...coverageBlocks(analysis, document.index));
  }
  return blocks.length === 0
    ? undefined
    : { contents: render(blocks, format), range: toRange(lines, rangeOf(key.node)) };
}

interface KeyAt {
  readonly node: ScalarNode;
  /** Keys from the root to this one. */
  readonly path: readonly string[];
}

/** The key that an offset is in. Sequences leave no trace in a path; aliases are not entered, for they stand elsewhere. */
function keyAt(node: TreeNode, offset: number, path: readonly string[]): KeyAt | undefined {
  if (node.kind === 'sequence') {
    const item = node.items.find((one) => touches(rangeOf(one), offset));
    return item === undefined ? undefined : keyAt(item, offset, path);
  }
  if (node.kind !== 'mapping') return undefined;
  for (const { key, value } of node.entries) {
    const inner = [...path, key.text];
    if (touches(rangeOf(key), offset)) return { node: key, path: inner };
    if (value !== undefined && touches(rangeOf(value), offset)) return keyAt(value, offset, inner);
  }
  return undefined;
}

function keyBlocks(path: readonly string[]): Block[] {
  const info = keyInfo(path);
  if (info === undefined) return [];
  const facts: Span[] = info.values.flatMap((value, index): Span[] => [
    index === 0 ? 'One of: ' : ', ',
    { code: value },
  ]);
  return [
    paragraph({ strong: info.title }),
    ...(info.description === '' ? [] : [paragraph(info.description)]),
    ...(facts.length === 0 ? [] : [paragraph(...facts, '.')]),
    ...(info.default === undefined ? [] : [paragraph('Default: ', { code: info.default }, '.')]),
  ];
}

function coverageBlocks({ stacks }: Analysis, document: number): Block[] {
  const here = stacks.filter((stack) => stack.document === document);
  return here.length === 0 ? [] : [bullets(here.map((stack) => [coverageOf(stack)]))];
}

/** How much of a stack upstream speaks about: what is not known is not good. */
function coverageOf({ environment, coverage: { pins, pairs, pairsKnown } }: EffectiveStack): string {
  const where = environment === null ? '' : `${environment}: `;
  const known = pairs === 0 ? 'no pair to check' : `${pairsKnown} of ${pairs} pairs have a statement`;
  return `${where}${known} (${pins} ${pins === 1 ? 'component' : 'components'})`;
}
