/** The block collections that are open at a line, judged by the columns in which their entries begin. */

/** A block mapping or list. */
export interface Collection {
  readonly kind: 'mapping' | 'list';
  readonly parent: Collection | undefined;
  /** Where its keys or dashes stand, in characters from the beginning of the line. */
  readonly column: number;
  /** Its lines, first and last. */
  readonly first: number;
  last: number;
}

export class OpenCollections {
  /** All that were ever open; a parent stands before what is in it. */
  readonly all: Collection[] = [];
  /** The last line that held something. */
  lastLine = 0;
  readonly #open: Collection[] = [];

  get innermost(): Collection | undefined {
    return this.#open.at(-1);
  }

  /** The innermost whose column is not behind another one. */
  upTo(column: number): Collection | undefined {
    return this.#open.findLast((one) => one.column <= column);
  }

  /** Begins one inside of the innermost. */
  begin(kind: Collection['kind'], column: number, line: number): Collection {
    const made = { kind, parent: this.#open.at(-1), column, first: line, last: line };
    this.all.push(made);
    this.#open.push(made);
    return made;
  }

  /** The collection of which an entry begins at the beginning of a line: an open one, or a new one. */
  at(kind: Collection['kind'], column: number, line: number): Collection {
    const isOwn = (one: Collection | undefined) => one?.column === column && one.kind === kind;
    const kept = this.#open.findLastIndex((one) => one.column < column || isOwn(one));
    const around = this.#open.findLastIndex((one) => one.column <= column);
    const found = this.#open[kept];
    // A list may stand in the column of the key that it belongs to.
    const isHeld = kind === 'list' && !isOwn(found) && this.#open[around]?.column === column;
    this.#close((isHeld ? around : kept) + 1);
    return found !== undefined && isOwn(found) ? found : this.begin(kind, column, line);
  }

  /** Closes those that something in a column does not belong to. */
  closeFrom(column: number): void {
    this.#close(this.#open.findLastIndex((one) => one.column < column) + 1);
  }

  closeAll(): void {
    this.#close(0);
  }

  #close(kept: number): void {
    for (const collection of this.#open.splice(kept)) collection.last = this.lastLine;
  }
}
