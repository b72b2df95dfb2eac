/** Folding ranges: what has a beginning, and goes on over lines. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type EntryNode, rangeOf, type TreeNode, type YamlDocument, type YamlFile } from '../../manifest/tree.ts';
import { ownEntries } from './ownEntries.ts';

/** What a client can fold. */
export interface FoldingTraits {
  /** It folds whole lines, whatever stands in them. */
  readonly lineFoldingOnly: boolean;
  /** As many ranges as it takes. */
  readonly rangeLimit: number | undefined;
}

/** A range, and how many others it is in. */
interface Fold extends FoldingRange {
  readonly depth: number;
}

/**
 * The folding ranges of a file, in order of position: entries, list items, collections between brackets, texts, comments, regions, and
 * documents where there are several. At most one begins in a line. Of more than the client takes those that are
 * deepest inside are left out.
 * @param isCancelled is asked for each document; after a cancellation the answer is incomplete
 */
export function foldingRanges(
  file: YamlFile,
  { lineFoldingOnly, rangeLimit }: FoldingTraits,
  isCancelled: () => boolean,
): FoldingRange[] {
  const folds = new Folds(file, lineFoldingOnly);
  for (const document of file.documents) {
    if (isCancelled()) return [];
    folds.add(document);
  }
  return folds.limited(rangeLimit).map(({ depth, ...range }) => range);
}

class Folds {
  readonly #file: YamlFile;
  readonly #lineFoldingOnly: boolean;
  readonly #byLine = new Map<number, Fold>();

  constructor(file: YamlFile, lineFoldingOnly: boolean) {
    this.#file = file;
    this.#lineFoldingOnly = lineFoldingOnly;
  }

  add(document: YamlDocument): void {
    // The outer of two that begin in one line is added first.
    this.#node(document.root, 1);
    this.#comments(document);
    if (this.#file.documents.length > 1) this.#document(document);
  }

  limited(most: number | undefined): Fold[] {
    let folds = [...this.#byLine.values()];
    if (most !== undefined && folds.length > most)
      folds = folds.sort((a, b) => a.depth - b.depth || a.startLine - b.startLine).slice(0, Math.max(most, 0));
    return folds.sort((a, b) => a.startLine - b.startLine);
  }

  #node(node: TreeNode | undefined, depth: number): void {
    if (node?.kind === 'mapping') {
      if (node.flow) this.#brackets(node, depth);
      for (const entry of ownEntries(node)) this.#entry(entry, depth, node.flow);
    } else if (node?.kind === 'sequence') {
      if (node.flow) this.#brackets(node, depth);
      for (const item of node.items) {
        if (!node.flow) this.#lines(item, depth);
        this.#node(item, depth + 1);
      }
    }
  }

  #entry(entry: EntryNode, depth: number, flow: boolean): void {
    const { value } = entry;
    // What is on one line is most of all: nothing below it is looked at.
    if (value === undefined || !this.#isLong(entry)) return;
    const isBracket = (value.kind === 'mapping' || value.kind === 'sequence') && value.flow;
    if (isBracket) {
      this.#node(value, depth);
      return;
    }
    if (!flow) this.#lines(entry, depth);
    this.#node(value, depth + 1);
  }

  #isLong(part: EntryNode | TreeNode): boolean {
    const { start, end } = rangeOf(part);
    return this.#lineOf(end) > this.#lineOf(start);
  }

  /** From the line of a key or an item to the last that belongs to it. */
  #lines(part: EntryNode | TreeNode, depth: number): void {
    const { start, end } = rangeOf(part);
    const { line, character } = this.#file.source.positionAt(start);
    const last = this.#lineOf(end);
    if (last > line) this.#fold({ startLine: line, endLine: this.#withComments(last, character), depth });
  }

  /** Comments below the last line that are deeper than what is folded belong to it. */
  #withComments(last: number, column: number): number {
    const { source } = this.#file;
    let found = last;
    for (let line = last + 1; line < source.lineCount; line += 1) {
      const [, blanks = '', content] = /^([ \t]*)(.?)/.exec(source.lineAt(line)) ?? [];
      if (content === '#' && blanks.length > column) found = line;
      else if (content !== '') break;
    }
    return found;
  }

  /** What stands between brackets; the closing one stays in sight. */
  #brackets(node: TreeNode, depth: number): void {
    const { source } = this.#file;
    const { start, end } = rangeOf(node);
    const [from, to] = [source.positionAt(start + 1), source.positionAt(Math.max(end - 1, start))];
    if (to.line <= from.line) return;
    const isAlone = source.lineAt(to.line).slice(0, to.character).trim() === '';
    const range = { startLine: from.line, endLine: to.line - (this.#lineFoldingOnly && isAlone ? 1 : 0), depth };
    if (range.endLine <= range.startLine) return;
    const characters = { startCharacter: from.character, endCharacter: to.character };
    this.#fold(this.#lineFoldingOnly ? range : { ...range, ...characters });
  }

  /** Comments in lines of their own, one below the other; and what stands between `# region` and `# endregion`. */
  #comments({ comments }: YamlDocument): void {
    const { source } = this.#file;
    const regions: number[] = [];
    let [first, last] = [-2, -2];
    const finish = (): void => {
      if (last > first) this.#fold({ startLine: first, endLine: last, kind: FoldingRangeKind.Comment, depth: 1 });
      [first, last] = [-2, -2];
    };
    for (const { range, text } of comments) {
      const { line, character } = source.positionAt(range.start);
      if (source.lineAt(line).slice(0, character).trim().replace('\ufeff', '') !== '') continue;
      const [, mark] = /^\s*(region|endregion)\b/.exec(text) ?? [];
      if (mark !== undefined || line !== last + 1) finish();
      if (mark === 'region') regions.push(line);
      else if (mark === 'endregion') {
        const begun = regions.pop();
        if (begun !== undefined)
          this.#fold({ startLine: begun, endLine: line, kind: FoldingRangeKind.Region, depth: 1 });
      } else {
        if (first < 0) first = line;
        last = line;
      }
    }
    finish();
  }

  #document({ range: { start, end } }: YamlDocument): void {
    const { source } = this.#file;
    let [first, last] = [this.#lineOf(start), this.#lineOf(Math.max(end - 1, start))];
    while (first < last && isBlank(source.lineAt(first))) first += 1;
    while (last > first && isBlank(source.lineAt(last))) last -= 1;
    if (last > first) this.#fold({ startLine: first, endLine: last, depth: 0 });
  }

  #fold(fold: Fold): void {
    if (!this.#byLine.has(fold.startLine)) this.#byLine.set(fold.startLine, fold);
  }

  #lineOf(offset: number): number {
    return this.#file.source.positionAt(offset).line;
  }
}

function isBlank(line: string): boolean {
  return line.trim() === '' || line === '\ufeff';
}
