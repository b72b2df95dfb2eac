/** Which block collections a document has, by its lines: what is indented together moves together. */
import type { Lexed, Part } from './lexed.ts';

/** A block mapping or list. */
export interface Collection {
  readonly kind: 'mapping' | 'list';
  readonly parent: Collection | undefined;
  /** It begins behind the dash of its parent, in the same line. */
  readonly inline: boolean;
  /** Where its keys or dashes stand, in characters from the beginning of the line. */
  readonly column: number;
  /** Its lines, first and last. */
  readonly first: number;
  last: number;
}

/** What the indentation of a line follows. */
export interface Placement {
  /** Undefined at the outermost level. */
  readonly within: Collection | undefined;
  /**
   * - `entry`: it begins an entry or an item of the collection.
   * - `value`: it is what the last entry or item holds.
   * - `flow`: it is between brackets that stand in the collection; `levels` of them count, from `opened` on.
   */
  readonly as: 'entry' | 'value' | 'flow';
  readonly levels?: number;
  /** The line in which the outermost bracket opens. */
  readonly opened?: number;
  /** It begins with a bracket that closes the outermost one. */
  readonly closes?: boolean;
}

export interface BlockTree {
  /** A parent stands before what is in it. */
  readonly collections: readonly Collection[];
  /** By line; lines that are absent keep their indentation. */
  readonly placements: ReadonlyMap<number, Placement>;
  /** The innermost collection that each line is in, behind its dashes and key. */
  readonly owners: ReadonlyMap<number, Collection>;
  /** Collections that begin behind a dash, by the index of the part that they begin with. */
  readonly inline: ReadonlyMap<number, Collection>;
}

/** A comment that waits for the line below it. */
interface Waiting {
  readonly line: number;
  readonly column: number;
  readonly above: Placement;
}

/**
 * Reads the structure of a document.
 * @param lexed of a document without problems
 * @returns undefined where it is written in a way that is left alone: keys behind `?`, and tabs before content
 */
export function blockTree({ text, lines, parts }: Lexed): BlockTree | undefined {
  const collections: Collection[] = [];
  const placements = new Map<number, Placement>();
  const owners = new Map<number, Collection>();
  const inline = new Map<number, Collection>();
  const waiting: Waiting[] = [];
  /** The lines in which the brackets open that are open now. */
  const brackets: number[] = [];
  let open: Collection[] = [];
  let lastLine = 0;
  let lastPart: Part | undefined;

  const close = (count: number): void => {
    for (const collection of open.splice(count)) collection.last = lastLine;
  };
  const begin = (kind: Collection['kind'], column: number, line: number, isInline: boolean): Collection => {
    const made = { kind, parent: open.at(-1), inline: isInline, column, first: line, last: line };
    collections.push(made);
    open.push(made);
    return made;
  };
  /** The collection whose entry begins at the beginning of a line. */
  const at = (kind: Collection['kind'], column: number, line: number): Collection => {
    const kept = open.findLastIndex((one) => one.column < column || (one.column === column && one.kind === kind));
    const below = open[kept];
    const around = open.findLastIndex((one) => one.column <= column);
    // A list may stand in the column of the key that it belongs to.
    const isHeld = kind === 'list' && below?.column !== column && open[around]?.column === column;
    close((isHeld ? around : kept) + 1);
    return below?.column === column && below.kind === kind ? below : begin(kind, column, line, false);
  };
  const settle = (placement: Placement | undefined, column: number): void => {
    for (const one of waiting.splice(0)) {
      const { above } = one;
      const deepest = above.within?.column ?? -1;
      // In the column of the line below it, or in none that is open: it is about that line.
      const isBelow = placement !== undefined && (column === one.column || (column > deepest && one.column > deepest));
      placements.set(one.line, isBelow ? placement : above);
    }
  };
  /** Where a comment belongs by what stands above it. */
  const aboveOf = (column: number): Placement => {
    const within = open.findLast((one) => one.column <= column);
    const isOpen =
      lastPart !== undefined && (lastPart.text === ':' || lastPart.text === '-' || lastPart.kind === 'property');
    const isValue = isOpen && within !== undefined && within === open.at(-1) && column > within.column;
    return { within, as: isValue ? 'value' : 'entry' };
  };

  for (const [number, { start, first, text: goesOn }] of lines.entries()) {
    const part = first === undefined ? undefined : parts[first];
    if (first !== undefined && part !== undefined && goesOn === undefined) {
      const column = part.start - start;
      if (text.slice(start, part.start).includes('\t')) return undefined;
      if (brackets.length > 0) {
        const opened = brackets[0] ?? number;
        const left = closers(parts, first, number);
        const remaining = brackets.slice(0, Math.max(0, brackets.length - left));
        const owner = owners.get(opened);
        const levels = new Set(remaining).size;
        placements.set(number, { within: owner, as: 'flow', levels, opened, closes: remaining.length === 0 });
        if (owner !== undefined) owners.set(number, owner);
      } else if (part.kind === 'comment') {
        waiting.push({ line: number, column, above: aboveOf(column) });
      } else if (part.kind === 'marker') {
        settle(undefined, 0);
        close(0);
        open = [];
      } else {
        let index = first;
        let next: Part | undefined = part;
        let placement: Placement | undefined;
        while (next !== undefined && next.line === number && isDash(next)) {
          const place = next.start - start;
          const list: Collection =
            placement === undefined ? at('list', place, number) : begin('list', place, number, true);
          if (placement !== undefined) inline.set(index, list);
          placement ??= { within: list, as: 'entry' };
          index += 1;
          next = parts[index];
        }
        if (next !== undefined && next.line === number && next.kind === 'indicator' && '?:'.includes(next.text))
          return undefined;
        if (next !== undefined && next.line === number && isKey(parts, index, number)) {
          const place = next.start - start;
          const map: Collection =
            placement === undefined ? at('mapping', place, number) : begin('mapping', place, number, true);
          if (placement !== undefined) inline.set(index, map);
          placement ??= { within: map, as: 'entry' };
        }
        if (placement === undefined) {
          close(open.findLastIndex((one) => one.column < column) + 1);
          placement = { within: open.at(-1), as: 'value' };
        }
        settle(placement, column);
        placements.set(number, placement);
        const owner = open.at(-1);
        if (owner !== undefined) owners.set(number, owner);
      }
    }
    // Behind a text that goes on into this line there may be more.
    for (let index = first ?? indexAfter(parts, goesOn); index < parts.length; index += 1) {
      const one = parts[index];
      if (one === undefined || one.line !== number) break;
      if (one.kind === 'indicator' && '[{'.includes(one.text)) brackets.push(number);
      if (one.kind === 'indicator' && ']}'.includes(one.text)) brackets.pop();
      if (one.kind === 'indicator' && one.text === '?') return undefined;
      if (one.kind !== 'comment') lastPart = one;
    }
    if (goesOn !== undefined) {
      const owner = owners.get(goesOn.line) ?? (goesOn.kind === 'block' ? open.at(-1) : undefined);
      if (owner !== undefined) owners.set(number, owner);
    }
    if (goesOn !== undefined || (part !== undefined && part.kind !== 'comment')) lastLine = number;
  }
  settle(undefined, 0);
  close(0);
  return { collections, placements, owners, inline };
}

function isDash({ kind, text }: Part): boolean {
  return kind === 'indicator' && text === '-';
}

/** Whether a key begins at a part: a colon follows in the line, outside of brackets. */
function isKey(parts: readonly Part[], first: number, line: number): boolean {
  let level = 0;
  for (let index = first; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part.line !== line) return false;
    if (part.kind !== 'indicator') continue;
    if (part.text === ':' && level === 0) return true;
    if ('[{'.includes(part.text)) level += 1;
    else if (']}'.includes(part.text)) level -= 1;
  }
  return false;
}

/** Brackets that close at the beginning of a line. */
function closers(parts: readonly Part[], first: number, line: number): number {
  let count = 0;
  for (let index = first; index < parts.length; index += 1, count += 1) {
    const part = parts[index];
    if (part === undefined || part.line !== line || part.kind !== 'indicator' || !']}'.includes(part.text)) break;
  }
  return count;
}

/** The part behind a text that goes on over lines. */
function indexAfter(parts: readonly Part[], text: Part | undefined): number {
  if (text === undefined) return parts.length;
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= text.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
