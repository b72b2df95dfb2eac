/** Hover: what a component, a version or a key is, at a place in the text. */
import { t } from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, EffectiveStack } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { keyInfo } from '../manifest/schema.ts';
import { rangeOf } from '../manifest/tree.ts';
import { pinCard } from './componentCard.ts';
import { coverageWords } from './coverageWords.ts';
import { type CheckedDocument, type ContentFormat, toRange } from './document.ts';
import { effectiveBlocks, environmentBlocks } from './effectiveWords.ts';
import { whyBlocks } from './explanationBlocks.ts';
import { type PinAt, pinAt, touches } from './pinAt.ts';
import { stackDeadlines, supportSpans } from './plan/supportSummary.ts';
import { type Block, inRow, paragraph, render } from './prose.ts';
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
    const { part, range } = found;
    const blocks = part === 'name' ? nameBlocks(analysis, found) : pinBlocks(analysis, found);
    return { contents: render(blocks, format), range: toRange(lines, range) };
  }
  const document = analysis.file.documents.find((one) => touches(one.range, offset));
  const key = document?.root === undefined ? undefined : scalarAt(document.root, offset);
  if (document === undefined || key === undefined || !key.isKey) return undefined;
  const blocks = keyBlocks(key.path);
  // Right below the title: it is about this file, the rest is about all.
  blocks.splice(1, 0, ...aboutStacks(key.path, document.index, analysis));
  return blocks.length === 0
    ? undefined
    : { contents: render(blocks, format), range: toRange(lines, rangeOf(key.node)) };
}

function nameBlocks(analysis: Analysis, { pin, stacks, context }: PinAt): Block[] {
  return pinCard(pin, context, stacks, besides(analysis, stacks));
}

function pinBlocks(analysis: Analysis, found: PinAt): Block[] {
  const { pin, stacks, context } = found;
  const effective = effectiveBlocks(pin, besides(analysis, stacks));
  return versionCard(pin, stacks, context, { why: whyBlocks(analysis, found), effective });
}

/** All stacks of the document that some are of. */
function besides({ stacks: all }: Analysis, [first]: readonly EffectiveStack[]): readonly EffectiveStack[] {
  return first === undefined ? [] : all.filter((stack) => stack.manifest === first.manifest);
}

/** What a key has to say of the stacks: `components` of all or of its environment, and the name of an environment of what it changes. */
function aboutStacks(path: readonly string[], document: number, analysis: Analysis): Block[] {
  const [section, environment, key, ...more] = path;
  const own = analysis.stacks.filter((stack) => stack.document === document);
  if (section === 'components' && environment === undefined) return stackBlocks(own, analysis, document);
  if (section !== 'environments' || environment === undefined || more.length > 0) return [];
  const stack = own.find((one) => one.environment === environment);
  if (stack === undefined) return [];
  if (key === 'components') return stackBlocks([stack], analysis, document);
  const base = own.find((one) => one.environment === null);
  return key === undefined ? environmentBlocks(stack, base) : [];
}

function keyBlocks(path: readonly string[]): Block[] {
  const info = keyInfo(path);
  if (info === undefined || (info.title === '' && info.description === '')) return [];
  return schemaBlocks(info);
}

/** Pins of a document whose support is told: it is looked up for each pin of each stack. */
const MOST_PINS = 20_000;

/** Of each stack how much upstream speaks about, since what is not known is not good, and until when it is in support. */
function stackBlocks(stacks: readonly EffectiveStack[], { context }: Analysis, document: number): Block[] {
  const own = contextOf(context, document);
  let left = MOST_PINS;
  return stacks.map((stack) => {
    left -= stack.pins.length;
    const support = left < 0 ? [] : (supportSpans(stackDeadlines(stack, own)) ?? []);
    const coverage = coverageWords(stack.coverage);
    const words = stack.environment === null ? coverage : t('In {0}: {1}', stack.environment, coverage);
    return paragraph(...inRow([words], support));
  });
}
