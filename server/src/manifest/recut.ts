/** Cutting a text into blocks, from the beginning or again after an edit. */
import type { Block, Uncut } from './blockList.ts';
import { type Beginning, type Cut, cutBlock, DOCUMENT, isSameBeginning } from './blocks.ts';
import type { ChangedRange } from './changedRange.ts';
import { pieceAt, type Text } from './pieces.ts';

/** Cuts a text. */
export function cutAll(text: string): Cut[] {
  const cuts: Cut[] = [];
  let beginning: Beginning | undefined = DOCUMENT;
  for (let at = 0; beginning !== undefined; ) {
    const cut: Cut = cutBlock(text, at, beginning, true);
    cuts.push(cut);
    at = cut.end;
    beginning = cut.next;
  }
  return cuts;
}

/** What an edit does to a list of blocks: some of them make room for others. */
export interface Recut {
  readonly from: number;
  readonly removed: number;
  /** What is there now: new extents, and blocks that came out as they were. */
  readonly cuts: readonly Uncut[];
}

/**
 * Cuts a text again after an edit. Blocks behind the edit are moved to where they are now; they and those before it stay.
 * @param blocks of the text before, in order
 * @param before that text
 */
export function cutAgain(blocks: readonly Block[], before: Text, text: Text, changed: ChangedRange): Recut {
  // The first line of a block tells where the one before it ends.
  const from = Math.max(blockAt(blocks, changed.start) - 1, 0);
  const begin = startOf(blocks, from);
  // Mostly the blocks around the edit are all that has to be looked at.
  for (let ahead = FIRST_LOOK; ; ahead *= 8) {
    const last = pieceAt(text.starts, Math.min(changed.newEnd + ahead, text.length));
    const end = text.starts[last + 1] ?? text.length;
    const window: Window = { text: text.slice(begin, end), begin, isLast: end === text.length };
    const recut = cutWindow(blocks, before, from, window, changed);
    if (recut !== undefined) return recut;
  }
}

/** Text behind an edit that is looked at first, in UTF-16 units. */
const FIRST_LOOK = 2048;

/** Whole lines of a text. */
interface Window {
  readonly text: string;
  readonly begin: number;
  readonly isLast: boolean;
}

/** @returns undefined when the window ends before it is clear how the text goes on */
function cutWindow(
  blocks: readonly Block[],
  textBefore: Text,
  from: number,
  { text, begin, isLast }: Window,
  changed: ChangedRange,
): Recut | undefined {
  const cuts: Uncut[] = [];
  const by = changed.newEnd - changed.oldEnd;
  const same = unchanged(blocks, textBefore, from, changed.oldEnd);
  let known = from;
  let at = begin;
  let beginning: Beginning | undefined = blocks[from]?.beginning;
  while (beginning !== undefined) {
    if (at >= changed.newEnd) {
      // Behind the edit: where a block begins as one began before, all that follows is as it was.
      while (startOf(blocks, known) < Math.max(at - by, changed.oldEnd)) known += 1;
      const next = blocks[known];
      if (next !== undefined && startOf(blocks, known) + by === at && isSameBeginning(next.beginning, beginning)) {
        move(blocks, known, by);
        same.move();
        return { from, removed: known - from, cuts };
      }
    }
    const own: Cut = cutBlock(text, at - begin, beginning, begin === 0);
    if (own.end === text.length && !isLast) return undefined;
    const cut: Cut = { ...own, start: at, end: own.end + begin };
    cuts.push(same.find(cut, text.slice(cut.start - begin, own.end)) ?? cut);
    at = cut.end;
    beginning = cut.next;
  }
  same.move();
  return { from, removed: blocks.length - from, cuts };
}

/** Blocks that are looked through for one that came out as it was: so many may have gone between two that stayed. */
const LOOK_AHEAD = 8;

/**
 * Finds blocks that came out as they were: several edits can be far from each other, and what lies between them is in the
 * changed range. Each is found once, and they are found in their order.
 * @param from index of the first one
 * @param end of the range that changed: those behind it are not looked at here
 */
function unchanged(blocks: readonly Block[], text: Text, from: number, end: number) {
  const found: (readonly [Block, number])[] = [];
  let next = from;
  return {
    find(cut: Cut, written: string): Block | undefined {
      for (let index = next; index < Math.min(next + LOOK_AHEAD, blocks.length); index += 1) {
        const block = blocks[index];
        if (block === undefined || block.segment.offset >= end) return undefined;
        if (!isSameCut(block, cut)) continue;
        const { offset } = block.segment;
        if (text.slice(offset, offset + block.length) !== written) continue;
        next = index + 1;
        found.push([block, cut.start]);
        return block;
      }
      return undefined;
    },
    /** Moves them to where they are now. */
    move(): void {
      for (const [{ segment }, offset] of found) segment.offset = offset;
    },
  };
}

function move(blocks: readonly Block[], from: number, by: number): void {
  if (by === 0) return;
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block !== undefined) block.segment.offset += by;
  }
}

function isSameCut(block: Block, { start, end, kind, beginning, next, opensDocument }: Cut): boolean {
  if (block.length !== end - start || block.kind !== kind || block.opensDocument !== opensDocument) return false;
  // A byte order mark is one at the beginning of the file alone.
  if ((block.segment.offset === 0) !== (start === 0)) return false;
  return isSameBeginning(block.beginning, beginning) && isSameBeginning(block.next, next);
}

function startOf(blocks: readonly Block[], index: number): number {
  return blocks[index]?.segment.offset ?? Number.POSITIVE_INFINITY;
}

/** Index of the block that holds an offset. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(blocks, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
