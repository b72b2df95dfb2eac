/** The blocks of a text, each cut and parsed. */
import { type AnchorsBefore, behind, holdsAfter, NO_ANCHORS } from './anchors.ts';
import type { Cut } from './blocks.ts';
import { type ParsedBlock, parseBlock } from './parseBlock.ts';
import type { Segment } from './tree.ts';

/** A block of a text. */
export interface Block extends Omit<Cut, 'start' | 'end'> {
  /** Where it begins now. */
  readonly segment: Segment;
  /** In UTF-16 units. */
  readonly length: number;
  readonly parsed: ParsedBlock;
}

/** A block that was there before an edit and was not touched, or the extent of one that has to be parsed. */
export type Uncut = Block | Cut;

/** Whether a block is one that was there before. */
export function isBlock(one: Uncut): one is Block {
  return 'parsed' in one;
}

/**
 * Parses those blocks of a text that are not parsed yet, and those whose aliases stand for something else now.
 * @returns the blocks, and how many of them were parsed
 */
export function parsedBlocks(
  text: string,
  cuts: readonly Uncut[],
): { readonly blocks: Block[]; readonly parsed: number } {
  const blocks: Block[] = [];
  let parsed = 0;
  let before = NO_ANCHORS;
  for (const cut of cuts) {
    if (cut.opensDocument) before = NO_ANCHORS;
    const isKept = isBlock(cut) && (cut.parsed.links === undefined || holdsAfter(cut.parsed.links, before));
    const block = isKept ? cut : parsedAt(text, cut, before);
    if (!isKept) parsed += 1;
    blocks.push(block);
    const { links } = block.parsed;
    if (links !== undefined) before = behind(before, links);
  }
  return { blocks, parsed };
}

function parsedAt(text: string, cut: Uncut, before: AnchorsBefore): Block {
  const { beginning, opensDocument, kind, frame, next } = cut;
  const start = isBlock(cut) ? cut.segment.offset : cut.start;
  const length = isBlock(cut) ? cut.length : cut.end - cut.start;
  const segment: Segment = { offset: start };
  const isEntry = kind === 'entry' || kind === 'header';
  const parsed = parseBlock(text.slice(start, start + length), segment, isEntry, before);
  return { segment, length, beginning, opensDocument, kind, frame, next, parsed };
}
