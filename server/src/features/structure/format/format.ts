/** Formatting: white space is set anew, and nothing else. What a document says is the same before and after. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { parseYaml } from '../../../manifest/parse.ts';
import type { OffsetRange, YamlDocument, YamlFile } from '../../../manifest/tree.ts';
import { toRange } from '../../document.ts';
import { blankLines, contentEnd, type DocumentPlace, fileEnd } from './blankLines.ts';
import { blockTree } from './blockTree.ts';
import { indentation } from './indentation.ts';
import { readLexed } from './lexed.ts';
import { type Change, type FormatRules, type LineRange, rulesOf } from './rules.ts';
import { isSameContent } from './sameContent.ts';
import { innerSpaces, trailingSpaces } from './spaces.ts';

/**
 * What formatting a file changes, one edit a place, in order of position. A document in which the YAML is wrong is left as it is, and so is one
 * that would not say the same afterwards.
 * @param options LSP's FormattingOptions
 * @param range lines that may change: all that the range touches; the whole file without one
 */
export function formatEdits(file: YamlFile, options: unknown, range?: Range): TextEdit[] {
  const { source, documents } = file;
  const rules = rulesOf(options);
  const lineBreak = source.slice(0, Math.min(source.length, 2000)).includes('\r\n') ? '\r\n' : '\n';
  return documents.flatMap((document, index) => {
    const firstLine = source.positionAt(document.range.start).line;
    const asked: LineRange = {
      first: range === undefined ? 0 : range.start.line - firstLine,
      last: range === undefined ? Number.POSITIVE_INFINITY : lastLineOf(range) - firstLine,
    };
    const place = { isFirst: index === 0, isLast: index === documents.length - 1 };
    return documentChanges(document, rules, asked, place, lineBreak).map(({ start, end, newText }): TextEdit => {
      const moved: OffsetRange = { start: start + document.range.start, end: end + document.range.start };
      return { range: toRange(source, moved), newText };
    });
  });
}

/** A range that ends at the beginning of a line has nothing of it. */
function lastLineOf({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** What is wrong with the text itself; a key that is written twice is not. */
export function isSound({ problems }: YamlDocument): boolean {
  return problems.every(({ kind }) => kind === 'duplicate-key');
}

function documentChanges(
  document: YamlDocument,
  rules: FormatRules,
  asked: LineRange,
  place: DocumentPlace,
  lineBreak: string,
): Change[] {
  if (!isSound(document) || asked.last < 0) return [];
  const text = document.source.slice(document.range.start, document.range.end);
  const lexed = readLexed(text);
  if (lexed === undefined || asked.first > lexed.lines.length) return [];
  const tree = blockTree(lexed);
  if (tree === undefined) return [];
  const indented = indentation(lexed, tree, rules.step, asked);
  const isEnd =
    place.isLast && asked.last >= lexed.lines.length - 1 && asked.first <= (lexed.parts.at(-1)?.lastLine ?? 0);
  const end = isEnd ? contentEnd(lexed) : Number.POSITIVE_INFINITY;
  const trailing = rules.trimTrailingWhitespace ? trailingSpaces(lexed, asked) : [];
  const changes = apart([
    ...indented.changes,
    ...innerSpaces(lexed, tree, indented, asked),
    ...trailing.filter(({ start }) => start < end),
    ...blankLines(lexed, place, asked),
    ...(isEnd ? fileEnd(lexed, rules, lineBreak) : []),
  ]);
  return changes.length === 0 || !saysTheSame(document, changed(text, changes)) ? [] : changes;
}

/** Changes in order of position; a blank line that goes need not be trimmed first. */
function apart(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Change[] = [];
  for (const change of sorted) {
    const before = kept.at(-1);
    if (before === undefined || change.start >= before.end) kept.push(change);
  }
  return kept;
}

function changed(text: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, newText } of changes) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** The last word: whatever the rules make of a text, what it says stays. */
function saysTheSame(before: YamlDocument, text: string): boolean {
  const [after, ...others] = parseYaml(text).documents;
  return after !== undefined && others.length === 0 && isSameContent(before, after);
}
