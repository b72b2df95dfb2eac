/** Which block collections a document has, by its lines: what is indented together moves together. */
import type { Lexed, Line, Part } from './lexed.ts';
import { type Collection, OpenCollections } from './openCollections.ts';

export type { Collection } from './openCollections.ts';

/** What the indentation of a line follows. */
export interface Placement {
  /** Undefined at the outermost level. */
  readonly within: Collection | undefined;
  /**
   * - `entry`: it begins an entry or an item of the collection.
   * - `value`: it is what the last entry or item holds.
   * - `flow`: it is between brackets that stand in the collection.
   */
  readonly as: 'entry' | 'value' | 'flow';
  /** Of `flow`. */
  readonly brackets?: {
    /** Lines in which brackets open that are open here; one that closes at the beginning of the line is not. */
    readonly levels: number;
    /** The line in which the outermost opens. */
    readonly opened: number;
  };
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

/**
 * Reads the structure of a document.
 * @param lexed of a document without problems
 * @returns undefined where it is written in a way that is left alone: keys behind `?`, and tabs before content
 */
export function blockTree(lexed: Lexed): BlockTree | undefined {
  if (lexed.parts.some((part) => isIndicator(part, '?'))) return undefined;
  const reader = new Reader(lexed);
  return lexed.lines.every((line, number) => reader.read(line, number)) ? reader.finish() : undefined;
}

/** A comment that waits for the line below it. */
interface Waiting {
  readonly line: number;
  readonly column: number;
  readonly above: Placement;
}

class Reader {
  readonly #text: string;
  readonly #parts: readonly Part[];
  readonly #open = new OpenCollections();
  readonly #placements = new Map<number, Placement>();
  readonly #owners = new Map<number, Collection>();
  readonly #inline = new Map<number, Collection>();
  readonly #waiting: Waiting[] = [];
  /** The lines in which the brackets open that are open now. */
  readonly #brackets: number[] = [];
  #next = 0;
  /** What was read last, without comments. */
  #last: Part | undefined;

  constructor({ text, parts }: Lexed) {
    this.#text = text;
    this.#parts = parts;
  }

  /** @returns whether the line is one that can be formatted */
  read({ start, first, text: held }: Line, number: number): boolean {
    const part = held === undefined && first !== undefined ? this.#parts[first] : undefined;
    if (first !== undefined && part !== undefined) {
      if (this.#text.slice(start, part.start).includes('\t')) return false;
      if (!this.#place(part, first, start, number)) return false;
    }
    if (held !== undefined) this.#own(number, this.#owners.get(held.line) ?? this.#open.innermost);
    if (held !== undefined || (part !== undefined && part.kind !== 'comment')) this.#open.lastLine = number;
    for (let one = this.#parts[this.#next]; one?.line === number; one = this.#parts[this.#next]) {
      this.#next += 1;
      if (isIndicator(one, '[{')) this.#brackets.push(number);
      else if (isIndicator(one, ']}')) this.#brackets.pop();
      if (one.kind !== 'comment') this.#last = one;
    }
    return true;
  }

  finish(): BlockTree {
    this.#settle(undefined, 0);
    this.#open.closeAll();
    return {
      collections: this.#open.all,
      placements: this.#placements,
      owners: this.#owners,
      inline: this.#inline,
    };
  }

  #own(line: number, owner: Collection | undefined): void {
    if (owner !== undefined) this.#owners.set(line, owner);
  }

  #place(part: Part, first: number, start: number, number: number): boolean {
    const column = part.start - start;
    const [opened] = this.#brackets;
    if (opened !== undefined) {
      const kept = this.#brackets.slice(0, Math.max(0, this.#brackets.length - this.#closing(first, number)));
      const within = this.#owners.get(opened);
      this.#placements.set(number, { within, as: 'flow', brackets: { levels: new Set(kept).size, opened } });
      this.#own(number, within);
    } else if (part.kind === 'comment') {
      this.#waiting.push({ line: number, column, above: this.#above(column) });
    } else if (part.kind === 'marker') {
      this.#settle(undefined, 0);
      this.#open.closeAll();
    } else {
      const placement = this.#begun(first, start, number);
      if (placement === undefined) return false;
      this.#settle(placement, column);
      this.#placements.set(number, placement);
      this.#own(number, this.#open.innermost);
    }
    return true;
  }

  /** Opens what begins in a line: lists by their dashes, and a mapping by its key. */
  #begun(first: number, start: number, line: number): Placement | undefined {
    let placement: Placement | undefined;
    const begin = (kind: Collection['kind'], index: number, column: number): void => {
      const isFirst = placement === undefined;
      const within = isFirst ? this.#open.at(kind, column, line) : this.#open.begin(kind, column, line);
      if (!isFirst) this.#inline.set(index, within);
      placement ??= { within, as: 'entry' };
    };
    let index = first;
    let part = this.#parts[index];
    while (part?.line === line && isIndicator(part, '-')) {
      begin('list', index, part.start - start);
      index += 1;
      part = this.#parts[index];
    }
    if (part?.line === line) {
      // A value whose key stands behind `?`.
      if (isIndicator(part, ':')) return undefined;
      if (this.#isKey(index, line)) begin('mapping', index, part.start - start);
    }
    if (placement !== undefined) return placement;
    this.#open.closeFrom((this.#parts[first]?.start ?? start) - start);
    return { within: this.#open.innermost, as: 'value' };
  }

  /** Where a comment belongs by what stands above it. */
  #above(column: number): Placement {
    const within = this.#open.upTo(column);
    const isOpen = this.#last !== undefined && (isIndicator(this.#last, ':-') || this.#last.kind === 'property');
    const isHeld = isOpen && within === this.#open.innermost && within !== undefined && column > within.column;
    return { within, as: isHeld ? 'value' : 'entry' };
  }

  /** Places the comments above a line. In its column, or in none that is open, they are about that line. */
  #settle(placement: Placement | undefined, column: number): void {
    for (const { line, column: own, above } of this.#waiting.splice(0)) {
      const deepest = above.within?.column ?? -1;
      const isBelow = placement !== undefined && (column === own || (column > deepest && own > deepest));
      this.#placements.set(line, isBelow ? placement : above);
    }
  }

  /** Whether a key begins at a part: a colon follows in the line, outside of brackets. */
  #isKey(first: number, line: number): boolean {
    let level = 0;
    for (let index = first; this.#parts[index]?.line === line; index += 1) {
      const part = this.#parts[index];
      if (part === undefined) break;
      if (isIndicator(part, ':') && level === 0) return true;
      if (isIndicator(part, '[{')) level += 1;
      else if (isIndicator(part, ']}')) level -= 1;
    }
    return false;
  }

  /** Brackets that close at the beginning of a line. */
  #closing(first: number, line: number): number {
    let index = first;
    for (let part = this.#parts[index]; part?.line === line && isIndicator(part, ']}'); part = this.#parts[index])
      index += 1;
    return index - first;
  }
}

/** Whether a part is one of some indicators. */
function isIndicator({ kind, text }: Part, some: string): boolean {
  return kind === 'indicator' && some.includes(text);
}
