/** Hover: what a component, a version or a key is, at a place in the text. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, EffectiveStack } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { keyInfo } from '../manifest/schema.ts';
import { rangeOf } from '../manifest/tree.ts';
import { pinCard } from './componentCard.ts';
import { type CheckedDocument, type ContentFormat, toRange } from './document.ts';
import { whyBlocks } from './explanationBlocks.ts';
import { pinAt, touches } from './pinAt.ts';
import { stackDeadlines, supportSpans } from './plan/supportSummary.ts';
import { type Block, paragraph, render } from './prose.ts';
import { scalarAt } from './scalarAt.ts';
import { schemaBlocks } from './schemaCard.ts';
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
    const { pin, part, range, stacks, context } = found;
    const blocks =
      part === 'name' ? pinCard(pin, context) : versionCard(pin, stacks, context, whyBlocks(analysis, found));
    return { contents: render(blocks, format), range: toRange(lines, range) };
  }
  const document = analysis.file.documents.find((one) => touches(one.range, offset));
  const key = document?.root === undefined ? undefined : scalarAt(document.root, offset);
  if (document === undefined || key === undefined || !key.isKey) return undefined;
  const blocks = keyBlocks(key.path);
  if (key.path.length === 1 && key.path[0] === 'components') {
    // Right below the title: it is about this file, the rest is about all.
    blocks.splice(1, 0, ...stackBlocks(analysis, document.index));
  }
  return blocks.length === 0
    ? undefined
    : { contents: render(blocks, format), range: toRange(lines, rangeOf(key.node)) };
}

function keyBlocks(path: readonly string[]): Block[] {
  const info = keyInfo(path);
  if (info === undefined || (info.title === '' && info.description === '')) return [];
  return schemaBlocks(info);
}

/** Pins of a document whose support is told: it is looked up for each pin of each stack. */
const MOST_PINS = 20_000;

/** Of each stack how much upstream speaks about, since what is not known is not good, and until when it is in support. */
function stackBlocks({ stacks, context }: Analysis, document: number): Block[] {
  const own = contextOf(context, document);
  let left = MOST_PINS;
  return stacks
    .filter((stack) => stack.document === document)
    .map((stack) => {
      const where = stack.environment === null ? '' : `In ${stack.environment}: `;
      left -= stack.pins.length;
      const support = left < 0 ? [] : (supportSpans(stackDeadlines(stack, own)) ?? []);
      return paragraph(`${where}${coverageOf(stack)}`, ...(support.length === 0 ? [] : [' ', ...support]));
    });
}

function coverageOf({ coverage: { pins, pairs, pairsKnown } }: EffectiveStack): string {
  const verb = pairsKnown === 1 ? 'has' : 'have';
  const known = pairs === 0 ? 'no pair to check' : `${pairsKnown} of ${pairs} pairs ${verb} a statement`;
  return `${known} (${pins} ${pins === 1 ? 'component' : 'components'}).`;
}
