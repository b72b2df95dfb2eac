/** Cutting a text into blocks, from the beginning or again after an edit. */
import type { Block, Uncut } from './blockList.ts';
import { type Beginning, type Cut, cutBlock, DOCUMENT, isSameBeginning } from './blocks.ts';
import type { ChangedRange } from './changedRange.ts';

/** Cuts a text. */
export function cutAll(text: string): Cut[] {
  const cuts: Cut[] = [];
  let beginning: Beginning | undefined = DOCUMENT;
  for (let at = 0; beginning !== undefined; ) {
    const cut: Cut = cutBlock(text, at, beginning);
    cuts.push(cut);
    at = cut.end;
    beginning = cut.next;
  }
  return cuts;
}

/**
 * Cuts a text again after an edit. Blocks that it does not touch are the same ones, moved to where they are now.
 * @param blocks of the text before, in order
 */
export function cutAgain(blocks: readonly Block[], text: string, changed: ChangedRange): Uncut[] {
  // The first line of a block tells where the one before it ends.
  let known = Math.max(blockAt(blocks, changed.start) - 1, 0);
  const result: Uncut[] = blocks.slice(0, known);
  const by = changed.newEnd - changed.oldEnd;
  let at = startOf(blocks, known);
  let beginning: Beginning | undefined = blocks[known]?.beginning;
  while (beginning !== undefined) {
    if (at >= changed.newEnd) {
      // Behind the edit: where a block begins as one began before, all that follows is as it was.
      while (startOf(blocks, known) < Math.max(at - by, changed.oldEnd)) known += 1;
      const same = blocks[known];
      if (same !== undefined && startOf(blocks, known) + by === at && isSameBeginning(same.beginning, beginning)) {
        for (const block of blocks.slice(known)) {
          block.segment.offset += by;
          result.push(block);
        }
        return result;
      }
    }
    const cut: Cut = cutBlock(text, at, beginning);
    const before = blocks[result.length];
    result.push(before !== undefined && cut.end <= changed.start && isSameCut(before, cut) ? before : cut);
    at = cut.end;
    beginning = cut.next;
  }
  return result;
}

function isSameCut(block: Block, { start, end, kind, beginning, next }: Cut): boolean {
  if (block.segment.offset !== start || block.length !== end - start || block.kind !== kind) return false;
  return isSameBeginning(block.beginning, beginning) && isSameBeginning(block.next, next);
}
function startOf(blocks: readonly Block[], index: number): number {
  return blocks[index]?.segment.offset ?? Number.POSITIVE_INFINITY;
}

/** Index of the block that holds an offset. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(blocks, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
