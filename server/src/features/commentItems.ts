/** Completion in comments that accept findings: `# stackpin-ignore-next-line code until 2027-01-31: reason`. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { type Finding, UNACKNOWLEDGEABLE } from '../analysis/finding.ts';
import { addDays } from '../catalog/dates.ts';
import { isFirstOfLine, KEYWORDS } from '../manifest/ignoreComments.ts';
import { isLineEnd, lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type Comment, type OffsetRange, rangeOf } from '../manifest/tree.ts';
import { codeItems, dayItems } from './acknowledgeItems.ts';
import type { Asked } from './completionQuestion.ts';
import { toRange } from './document.ts';
import type { TextSlot } from './slot.ts';
import { placeholder, snippetText } from './snippets.ts';

/** What an error is accepted for where nobody says it, in days. */
const USUAL_PERIOD = 90;

/** What can be written in a comment: nothing, unless it begins like one that accepts findings. */
export function commentItems(comment: Comment, asked: Asked): CompletionItem[] {
  const { document, offset, context } = asked;
  const { text } = document;
  const typed = text.slice(comment.range.start + 1, offset);
  const isAlone = isFirstOfLine(text, comment.range.start);
  const [, first] = /^[ \t]*([a-z-]+)$/i.exec(typed) ?? [];
  const keyword = KEYWORDS[isAlone ? 'next-line' : 'line'];
  const findings = (): Finding[] => findingsAbout(comment, isAlone, asked);
  if (first !== undefined && keyword.startsWith(first.toLowerCase()))
    return [keywordItem(keyword, findings(), first, asked)];
  const [whole] = /^[ \t]*stackpin-ignore(?:-next-line)?[ \t]+/i.exec(typed) ?? [];
  if (whole === undefined) return [];
  const behind = typed.slice(whole.length);
  // The reason is free text.
  if (/:|[ \t](?:--?|[\u2013\u2014])[ \t]/.test(behind)) return [];
  const slot = wordSlot(asked, comment, behind);
  const words = behind.slice(0, behind.length - slot.typed.length);
  if (/(?:^|[\s,])until[ \t]+$/i.test(words)) return dayItems(context.date, slot);
  if (/(?:^|[\s,])until\b/i.test(words)) return [];
  // Behind a code a comma makes room for another one.
  if (/[^\s,][ \t]+$/.test(words)) return [untilItem(addDays(context.date, USUAL_PERIOD), slot)];
  return codeItems(findings(), slot, new Set(words.split(/[\s,]+/)));
}

/** The word that the cursor is in, as far as it goes without a comma or a colon. */
function wordSlot({ checked, document, offset }: Asked, comment: Comment, behind: string): TextSlot {
  const [word = ''] = /(?<![^\s,])[^\s,]*$/.exec(behind) ?? [];
  const [rest = ''] = /^[^\s,:]*/.exec(document.text.slice(offset, comment.range.end)) ?? [];
  const range = toRange(checked.lines, { start: offset - word.length, end: offset + rest.length });
  const same = (value: string) => value;
  return { range, typed: word, rest, lead: '', written: same, bare: same };
}

/** The first word. For a client that takes snippets, with what has to follow it. */
function keywordItem(keyword: string, findings: readonly Finding[], typed: string, asked: Asked): CompletionItem {
  const { checked, offset, context, document, traits } = asked;
  const [rest = ''] = /^[\w-]*/.exec(document.text.slice(offset, lineEnd(document.text, offset))) ?? [];
  const range = toRange(checked.lines, { start: offset - typed.length, end: offset + rest.length });
  const item: CompletionItem = {
    label: keyword,
    kind: CompletionItemKind.Keyword,
    detail: t('accept findings, with a reason'),
    filterText: keyword,
    textEdit: { range, newText: `${keyword} ` },
  };
  const isFollowed = document.text.slice(offset + rest.length, lineEnd(document.text, offset)).trim() !== '';
  if (!traits.snippets || isFollowed) return item;
  const accepted = findings.filter(({ code }) => !UNACKNOWLEDGEABLE.has(code));
  const codes = [...new Set(accepted.map(({ code }) => code))];
  const isError = accepted.some(({ severity }) => severity === 'error');
  const until = isError ? ` until ${placeholder(2, addDays(context.date, USUAL_PERIOD))}` : '';
  const code = placeholder(1, codes.length === 0 ? 'code' : codes.join(', '));
  item.textEdit = {
    range,
    newText: `${snippetText(keyword)} ${code}${until}: ${placeholder(isError ? 3 : 2, t('reason'))}`,
  };
  item.insertTextFormat = InsertTextFormat.Snippet;
  return item;
}

function untilItem(day: string, { range }: TextSlot): CompletionItem {
  return {
    label: `until ${day}`,
    kind: CompletionItemKind.Keyword,
    detail: t('the last day on which it is accepted'),
    filterText: 'until',
    textEdit: { range, newText: `until ${day}` },
  };
}

/** The findings that a comment would be about: at its own line, or in the pin that begins in the next line that holds anything. */
function findingsAbout(comment: Comment, isAlone: boolean, asked: Asked): Finding[] {
  const { checked, document } = asked;
  const { text } = document;
  const line = isAlone ? nextContent(text, lineEnd(text, comment.range.start)) : lineOf(text, comment.range.start);
  if (line === undefined) return [];
  const manifest = checked.analysis.manifests.find((one) => one.document === document);
  const pins = [manifest?.components ?? [], ...(manifest?.environments.map(({ components }) => components) ?? [])];
  const entry = isAlone
    ? pins.flat().find(({ key }) => rangeOf(key).start >= line.start && rangeOf(key).start < line.end)
    : undefined;
  const end = entry === undefined ? line.end : Math.max(line.end, rangeOf(entry.entry).end);
  return checked.analysis.findings.filter(({ range }) => range.start >= line.start && range.start < end);
}

function lineOf(text: string, offset: number): OffsetRange {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

/** The next line behind an offset that holds more than a comment. */
function nextContent(text: string, offset: number): OffsetRange | undefined {
  let at = offset;
  while (at < text.length) {
    while (at < text.length && isLineEnd(text.charAt(at))) at += 1;
    const line = lineOf(text, at);
    if (!/^[ \t]*(?:#|$)/.test(text.slice(line.start, line.end))) return line;
    at = line.end + 1;
  }
  return undefined;
}
