/** White space within lines: between what stands in them, and behind it. */
import type { BlockTree } from './blockTree.ts';
import type { Indentation } from './indentation.ts';
import type { Lexed, Part } from './lexed.ts';
import { type Change, type LineRange, within } from './rules.ts';
import { isBlank } from './whiteSpace.ts';

/** Finds white space between two parts of a line that is not as it should be. */
export function innerSpaces(
  { text, parts }: Lexed,
  { inline }: BlockTree,
  { moves }: Pick<Indentation, 'moves'>,
  range: LineRange,
): Change[] {
  const changes: Change[] = [];
  for (const [index, next] of parts.entries()) {
    const before = parts[index - 1];
    if (before === undefined || before.lastLine !== next.line || !within(range, next.line)) continue;
    const begun = inline.get(index);
    if (begun !== undefined && !moves(begun)) continue;
    const wanted = gapBetween(before, next);
    const gap = text.slice(before.end, next.start);
    if (wanted !== undefined && wanted !== gap) changes.push(smallest(before.end, gap, wanted));
  }
  return changes;
}

/** @returns undefined where the white space is left as it is */
function gapBetween(before: Part, next: Part): '' | ' ' | undefined {
  // In front of a comment people align; behind a marker, and in front of what may be nothing, there is nothing to gain.
  if (next.kind === 'comment' || before.kind === 'marker' || next.kind === 'block') return undefined;
  const [left, right] = [indicator(before), indicator(next)];
  if (right === ':')
    return left === undefined && before.kind === 'scalar' ? '' : left === ']' || left === '}' ? '' : undefined;
  if (left === ':') return right === ',' || right === ']' || right === '}' ? undefined : ' ';
  if (left === '[' || left === '{' || right === ']' || right === '}' || right === ',') return '';
  if (left === '-' || left === ',' || before.kind === 'property') return ' ';
  return undefined;
}

function indicator({ kind, text }: Part): string | undefined {
  return kind === 'indicator' ? text : undefined;
}

/** Finds white space at the ends of lines. */
export function trailingSpaces({ lines, parts, text }: Lexed, range: LineRange): Change[] {
  const changes: Change[] = [];
  const contentEnds = new Map<number, number>();
  for (const { lastLine, end } of parts) contentEnds.set(lastLine, end);
  for (const [number, line] of lines.entries()) {
    if (!within(range, number)) continue;
    const held = line.text;
    // Inside of a text it is the text's.
    if (held !== undefined && (held.kind === 'block' || held.lastLine !== number)) continue;
    const from = Math.max(contentEnds.get(number) ?? line.start, line.start);
    // A scalar that begins here and goes on.
    if (goesOn(lines[number + 1]?.text, number)) continue;
    if (from < line.end && isBlank(text.slice(from, line.end)))
      changes.push({ start: from, end: line.end, newText: '' });
  }
  return changes;
}

function goesOn(text: Part | undefined, line: number): boolean {
  return text !== undefined && text.kind !== 'block' && text.line <= line;
}

/** Replaces white space by other, leaving what both have in common. */
function smallest(start: number, gap: string, wanted: string): Change {
  if (gap.startsWith(wanted)) return { start: start + wanted.length, end: start + gap.length, newText: '' };
  return { start, end: start + gap.length, newText: wanted };
}
