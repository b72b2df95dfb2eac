/** What a new line changes: the line that was left is tidied, and the new one begins where its key or item will stand. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { YamlFile } from '../../../manifest/tree.ts';
import { toRange } from '../../document.ts';
import { type BlockTree, blockTree } from './blockTree.ts';
import { isSound } from './format.ts';
import { type Lexed, readLexed } from './lexed.ts';
import { rulesOf } from './rules.ts';
import { innerSpaces, trailingSpaces } from './spaces.ts';
import { isBlank } from './whiteSpace.ts';

/**
 * Edits after a line break was typed; none where the YAML around it is wrong, and in texts, comments and brackets, which go on as they are.
 * @param position where the cursor is now
 * @param options LSP's FormattingOptions
 */
export function newLineEdits({ source, documents }: YamlFile, position: Position, options: unknown): TextEdit[] {
  // Asked of a text that is not the one that is there.
  if (position.line >= source.lineCount) return [];
  const left = source.offsetAt({ line: position.line - 1, character: 0 });
  const document = documents.find(({ range }) => range.start <= left && left < range.end);
  if (document === undefined || position.line < 1 || !isSound(document)) return [];
  const lexed = readLexed(source.slice(document.range.start, document.range.end));
  const tree = lexed && blockTree(lexed);
  if (lexed === undefined || tree === undefined) return [];
  const rules = rulesOf(options);
  const line = position.line - 1 - source.positionAt(document.range.start).line;
  const only = { first: line, last: line };
  const changes = [
    ...innerSpaces(lexed, tree, { moves: () => false }, only),
    ...(rules.trimTrailingWhitespace ? trailingSpaces(lexed, only) : []),
  ].sort((a, b) => a.start - b.start);
  const edits = changes.map(({ start, end, newText }): TextEdit => {
    const range = { start: start + document.range.start, end: end + document.range.start };
    return { range: toRange(source, range), newText };
  });
  const written = source.lineAt(position.line);
  const column = isBlank(written) ? columnBelow(lexed, tree, line, rules.step) : undefined;
  const wanted = ' '.repeat(column ?? 0);
  if (column === undefined || wanted === written) return edits;
  const { line: at } = position;
  const range = { start: { line: at, character: 0 }, end: { line: at, character: written.length } };
  return [...edits, { range, newText: wanted }];
}

/** Where what is written below a line will most likely stand. */
function columnBelow({ lines, parts }: Lexed, tree: BlockTree, number: number, step: number): number | undefined {
  const [line, below] = [lines[number], lines[number + 1]];
  const owner = tree.owners.get(number);
  if (line?.first === undefined || below?.text !== undefined || owner === undefined) return undefined;
  if (tree.placements.get(number)?.as === 'flow' || parts[line.first]?.kind === 'comment') return undefined;
  const last = parts.findLast((part) => part.line <= number && part.kind !== 'comment');
  if (last === undefined || last.lastLine !== number || isOpenAt(parts.slice(line.first), number)) return undefined;
  if (last.kind === 'header') return owner.column + step;
  const isOpen = last.text === ':' || last.kind === 'property';
  if (!isOpen) return last.text === '-' ? undefined : owner.column;
  const next = lines.findIndex(
    ({ first }, index) => index > number && first !== undefined && parts[first]?.kind !== 'comment',
  );
  const held = tree.placements.get(next)?.within;
  return held !== undefined && held.parent === owner ? held.column : owner.column + step;
}

/** Whether a bracket is open at the end of a line that begins outside of brackets. */
function isOpenAt(parts: Lexed['parts'], line: number): boolean {
  let level = 0;
  for (const { kind, text, line: at } of parts) {
    if (at !== line) break;
    if (kind !== 'indicator') continue;
    if ('[{'.includes(text)) level += 1;
    else if (']}'.includes(text)) level -= 1;
  }
  return level > 0;
}
