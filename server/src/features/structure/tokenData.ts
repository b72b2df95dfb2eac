/** Semantic tokens as numbers (LSP 3.17, textDocument/semanticTokens). */
import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import type { OffsetRange } from '../../manifest/tree.ts';
import { TOKEN_TYPES, type TokenType } from './legend.ts';

/** A token where it stands now. */
export interface PlacedToken extends OffsetRange {
  readonly type: TokenType;
  readonly deprecated: boolean;
}

/** Numbers that one token is: lines below the one before, characters behind it or the line's beginning, length, type, modifiers. */
const WIDTH = 5;

/**
 * Encodes tokens.
 * @param tokens in any order; of several at one place the first counts, and what goes on over lines is left out
 * @param range what is asked for; the whole file without one
 */
export function tokenData(tokens: readonly PlacedToken[], lines: LineIndex, range?: Range): number[] {
  const from = range === undefined ? 0 : lines.offsetAt(range.start);
  const to = range === undefined ? Number.POSITIVE_INFINITY : lines.offsetAt(range.end);
  const sorted = tokens.filter(({ start, end }) => start < to && end > from).sort((a, b) => a.start - b.start);
  const data: number[] = [];
  let [line, character, behind] = [0, 0, 0];
  // The line of the token before: most stand in the same one.
  let current = { line: 0, start: 0, end: -1 };
  for (const { type, start, end, deprecated } of sorted) {
    if (start < behind) continue;
    if (start > current.end) current = lineAround(lines, start);
    if (end > current.end) continue;
    const column = start - current.start;
    data.push(current.line - line, current.line === line ? column - character : column, end - start);
    data.push(TOKEN_TYPES.indexOf(type), deprecated ? 1 : 0);
    [line, character, behind] = [current.line, column, end];
  }
  return data;
}

function lineAround(lines: LineIndex, offset: number): { line: number; start: number; end: number } {
  const { line, character } = lines.positionAt(offset);
  const start = offset - character;
  return { line, start, end: start + lines.lineAt(line).length };
}

/** What turns one answer into the next: at most one edit, of whole tokens. */
export function tokensDelta(before: SemanticTokens, after: readonly number[], resultId: string): SemanticTokensDelta {
  const { data } = before;
  const least = Math.min(data.length, after.length);
  let start = 0;
  while (start < least && data[start] === after[start]) start += 1;
  start -= start % WIDTH;
  let same = 0;
  while (same < least - start && data.at(-1 - same) === after.at(-1 - same)) same += 1;
  same -= same % WIDTH;
  const deleteCount = data.length - start - same;
  const inserted = after.slice(start, after.length - same);
  if (deleteCount === 0 && inserted.length === 0) return { resultId, edits: [] };
  return { resultId, edits: [{ start, deleteCount, ...(inserted.length === 0 ? {} : { data: inserted }) }] };
}
