/** The blocks of a text, each cut and parsed. */
import { type AnchorsBefore, behind, holdsAfter, NO_ANCHORS } from './anchors.ts';
import type { Cut } from './blocks.ts';
import { withChanged } from './changedPart.ts';
import { type ParsedBlock, parseBlock } from './parseBlock.ts';
import type { Text } from './pieces.ts';
import type { Recut } from './recut.ts';
import type { EntryNode, Segment } from './tree.ts';

/** A block of a text. */
export interface Block extends Omit<Cut, 'start' | 'end'> {
  /** Where it begins now. */
  readonly segment: Segment;
  /** In UTF-16 units. */
  readonly length: number;
  readonly parsed: ParsedBlock;
  /** The entry, of a block that is one entry and nothing else worth a look: no problems, anchors, aliases, merge keys, or comments that accept. */
  readonly plain: EntryNode | undefined;
}

/** A block that was there before an edit and was not touched, or the extent of one that has to be parsed. */
export type Uncut = Block | Cut;

/** How many blocks need a look whenever another one changes. */
interface BlockCounts {
  /** Those that open a document. */
  readonly opening: number;
  /** Those with anchors or aliases. */
  readonly linked: number;
  /** Those with characters that are not text. */
  readonly unreadable: number;
  /** Those with comments that accept findings. */
  readonly ignoring: number;
}

/** All blocks of a text. */
export interface BlockList extends BlockCounts {
  readonly blocks: readonly Block[];
  /** How many were parsed to make this list. */
  readonly parsed: number;
}

/** Parses all blocks of a text. */
export function blockList(text: Text, cuts: readonly Cut[]): BlockList {
  let before = NO_ANCHORS;
  const blocks = cuts.map((cut) => {
    if (cut.opensDocument) before = NO_ANCHORS;
    const block = parsedAt(text, cut, before);
    if (block.parsed.links !== undefined) before = behind(before, block.parsed.links);
    return block;
  });
  return { blocks, ...counted(blocks), parsed: blocks.length };
}

/**
 * Parses what an edit touched, and blocks whose aliases stand for something else now. Takes the list before apart: it is of no
 * more use.
 */
export function blockListAfter(list: BlockList, text: Text, { from, removed, cuts }: Recut): BlockList {
  let parsed = 0;
  const fresh = cuts.map((cut) => {
    if ('parsed' in cut) return cut;
    parsed += 1;
    return parsedAt(text, cut, NO_ANCHORS);
  });
  const [gone, added] = [counted(list.blocks.slice(from, from + removed)), counted(fresh)];
  const endBefore = from + removed;
  const blocks = withChanged(list.blocks, { start: from, endBefore, endAfter: from + fresh.length }, fresh);
  const count = (name: keyof BlockCounts): number => list[name] - gone[name] + added[name];
  const counts: BlockCounts = {
    opening: count('opening'),
    linked: count('linked'),
    unreadable: count('unreadable'),
    ignoring: count('ignoring'),
  };
  if (counts.linked === 0) return { blocks, ...counts, parsed };
  const followed = linkedAgain(text, blocks);
  // What was parsed as if nothing stood before it may have to be parsed once more; it counts once.
  const again = followed.filter(
    (block, index) => block !== blocks[index] && !fresh.includes(block) && !isIn(fresh, blocks[index]),
  );
  return { blocks: followed, ...counts, parsed: parsed + again.length };
}

function isIn(blocks: readonly Block[], block: Block | undefined): boolean {
  return block !== undefined && blocks.includes(block);
}

/** The blocks, those parsed again whose aliases stand for something else than when they were parsed. */
function linkedAgain(text: Text, blocks: readonly Block[]): Block[] {
  let before = NO_ANCHORS;
  return blocks.map((block) => {
    if (block.opensDocument) before = NO_ANCHORS;
    if (block.parsed.links === undefined) return block;
    const { offset } = block.segment;
    const cut: Cut = { ...block, start: offset, end: offset + block.length };
    const kept = holdsAfter(block.parsed.links, before) ? block : parsedAt(text, cut, before);
    if (kept.parsed.links !== undefined) before = behind(before, kept.parsed.links);
    return kept;
  });
}

function counted(blocks: readonly Block[]): BlockCounts {
  const counts = { opening: 0, linked: 0, unreadable: 0, ignoring: 0 };
  for (const { opensDocument, parsed } of blocks) {
    if (opensDocument) counts.opening += 1;
    if (parsed.links !== undefined) counts.linked += 1;
    if (parsed.unreadable.count > 0) counts.unreadable += 1;
    if (parsed.ignores) counts.ignoring += 1;
  }
  return counts;
}

function parsedAt(text: Text, cut: Cut, before: AnchorsBefore): Block {
  const { start, end, beginning, opensDocument, kind, frame, next } = cut;
  const segment: Segment = { offset: start };
  const isEntry = kind === 'entry' || kind === 'header';
  const parsed = parseBlock(text.slice(start, end), segment, isEntry, before);
  const plain = kind === 'entry' ? plainEntry(parsed) : undefined;
  return { segment, length: end - start, beginning, opensDocument, kind, frame, next, parsed, plain };
}

function plainEntry({ written, merges, problems, links, unreadable, ignores }: ParsedBlock): EntryNode | undefined {
  const isPlain = merges.length + problems.length + unreadable.count === 0 && links === undefined && !ignores;
  return isPlain && written.length === 1 ? written[0] : undefined;
}
