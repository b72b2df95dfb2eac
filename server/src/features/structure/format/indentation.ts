/** How far each line of a document is indented. */
import type { BlockTree, Collection, Placement } from './blockTree.ts';
import type { Lexed, Line, Part } from './lexed.ts';
import { type Change, type LineRange, within } from './rules.ts';

/** A dash and a space: what an item of a list is indented by. */
const ITEM = 2;

export interface Indentation {
  /** Whether a collection is put where it belongs; one that reaches out of the range stays where it is. */
  moves(collection: Collection): boolean;
  /** White space at the beginnings of lines that is not as it should be. */
  readonly changes: readonly Change[];
}

/**
 * Finds how lines are to be indented.
 * @param step columns of one level
 * @param range lines that may change
 */
export function indentation(lexed: Lexed, tree: BlockTree, step: number, range: LineRange): Indentation {
  const columns = new Map<Collection, number>();
  const columnOf = (collection: Collection): number => columns.get(collection) ?? collection.column;
  const moves = ({ first, last }: Collection): boolean => within(range, first) && within(range, last);
  /** Where the content of a collection stands: what an entry or an item holds. */
  const inside = (collection: Collection | undefined): number => {
    if (collection === undefined) return 0;
    return columnOf(collection) + (collection.kind === 'list' ? ITEM : step);
  };
  for (const collection of tree.collections) {
    if (moves(collection)) columns.set(collection, inside(collection.parent));
  }
  const shiftOf = (line: number): number => {
    const owner = tree.owners.get(line);
    return owner === undefined ? 0 : columnOf(owner) - owner.column;
  };
  const wanted = (placement: Placement): number => {
    const { within: collection, as, brackets } = placement;
    if (as === 'entry') return collection === undefined ? 0 : columnOf(collection);
    if (as === 'value') return inside(collection);
    const opening = brackets && tree.placements.get(brackets.opened);
    const base = opening?.as === 'value' ? wanted(opening) : baseOf(collection);
    return base + (brackets?.levels ?? 0) * step;
  };
  const baseOf = (collection: Collection | undefined): number => {
    if (collection === undefined) return 0;
    return columnOf(collection) + (collection.kind === 'list' ? ITEM : 0);
  };

  const changes: Change[] = [];
  for (const [number, line] of lexed.lines.entries()) {
    if (!within(range, number)) continue;
    if (line.text !== undefined) {
      const shift = shiftOf(line.text.line);
      const change = shift === 0 ? undefined : shifted(lexed.text, line, line.text, shift);
      if (change !== undefined) changes.push(change);
      continue;
    }
    const placement = tree.placements.get(number);
    const part = line.first === undefined ? undefined : lexed.parts[line.first];
    if (placement === undefined || part === undefined) continue;
    const written = part.start - line.start;
    // A bracket in the column of its key is usual; one that is deeper is what YAML asks for (1.2.2, section 7.4), and stays so.
    const column = wanted(placement) + (isDeepBracket(placement, written, tree) ? step : 0);
    if (column > written) changes.push({ start: line.start, end: line.start, newText: ' '.repeat(column - written) });
    else if (column < written) changes.push({ start: line.start, end: line.start + written - column, newText: '' });
  }
  return { moves, changes };
}

/** Whether a line begins with a bracket that closes what opened behind a key, and stands deeper than that key. */
function isDeepBracket({ within: owner, brackets }: Placement, written: number, { placements }: BlockTree): boolean {
  if (brackets === undefined || brackets.levels > 0 || owner?.kind !== 'mapping') return false;
  return written > owner.column && placements.get(brackets.opened)?.as !== 'value';
}

/** Moves a line of a text with what the text stands in: what it says does not change. */
function shifted(text: string, { start, end }: Line, { kind, blank = 0 }: Part, by: number): Change | undefined {
  const spaces = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
  const isBlank = start + spaces === end;
  if (by < 0) {
    const less = Math.min(-by, spaces);
    return less === 0 ? undefined : { start, end: start + less, newText: '' };
  }
  // A blank line is content of a block where it is longer than the indentation, and then it has to stay so.
  if (isBlank && (kind !== 'block' || spaces <= Math.max(blank, 0))) return undefined;
  return { start, end: start, newText: ' '.repeat(by) };
}
