/**
 * Comments that accept findings: `# stackpin-ignore-next-line code[, code] until 2027-01-31: reason` above what they are
 * about, and `# stackpin-ignore code: reason` at the end of its line. Upper case, further spaces and a dash for the colon are read as well.
 */
import { lineStart } from './textRanges.ts';
import type { OffsetRange, YamlDocument } from './tree.ts';

/** A piece of a comment. */
export interface CommentPart {
  readonly text: string;
  readonly range: OffsetRange;
}

/**
 * What keeps a comment from being read.
 * - `keyword`: it begins like one of the two, and is neither.
 * - `place`: it is for the end of a line, and its line holds nothing else.
 * - `code`: no code follows.
 * - `until`: something other than one day follows the word.
 * - `reason`: no colon follows, or nothing follows it.
 */
export type CommentFault = 'keyword' | 'place' | 'code' | 'until' | 'reason';

export interface IgnoreComment {
  /** With the `#`. */
  readonly range: OffsetRange;
  /** What its first word is. */
  readonly keyword: CommentPart;
  /** What its first word has to be, as far as that shows. */
  readonly scope: 'next-line' | 'line';
  readonly codes: readonly CommentPart[];
  /** As written: it need not be a day that exists. */
  readonly until: CommentPart | undefined;
  readonly reason: string;
  readonly fault: CommentFault | undefined;
}

/** The first word of a comment, by its scope. */
export const KEYWORDS: { readonly [scope in IgnoreComment['scope']]: string } = {
  'next-line': 'stackpin-ignore-next-line',
  line: 'stackpin-ignore',
};

const FIRST_WORD = /^[ \t]*(?<keyword>stackpin[-_](?:ignore|disable)[\w-]*):?/i;
/** Whether a comment, given without its `#`, begins like one that accepts findings. */
export function isIgnoring(comment: string): boolean {
  return FIRST_WORD.test(comment);
}

/** A colon, or a dash between spaces: hyphens, en dash, em dash. Escaped, since built files are ASCII. */
const SEPARATOR = /:|[ \t](?:--?|[\u2013\u2014])[ \t]/;

/** The comments of a document that are meant to accept findings, those with a fault too; in order of position. */
export function ignoreComments(document: YamlDocument): IgnoreComment[] {
  if (document.ignoring.length === 0) return [];
  const { text } = document;
  return document.ignoring.flatMap((comment) => {
    const match = FIRST_WORD.exec(comment.text);
    const written = match?.groups?.keyword;
    if (match === null || written === undefined) return [];
    const start = comment.range.start + 1;
    const part = (from: number, length: number): CommentPart => ({
      text: comment.text.slice(from, from + length),
      range: { start: start + from, end: start + from + length },
    });
    const keyword = part(match[0].indexOf(written), written.length);
    const rest = comment.text.slice(match[0].length);
    const separator = SEPARATOR.exec(rest);
    const head = rest.slice(0, separator?.index);
    const words = [...head.matchAll(/[^\s,]+/g)].map((word) => part(match[0].length + word.index, word[0].length));
    const untilAt = words.findIndex((word) => word.text.toLowerCase() === 'until');
    const codes = untilAt < 0 ? words : words.slice(0, untilAt);
    const days = untilAt < 0 ? [] : words.slice(untilAt + 1);
    const reason = separator === null ? '' : rest.slice(separator.index + separator[0].length).trim();
    const isAlone = isFirstOfLine(text, comment.range.start);
    const scope = scopeOf(written);
    const fault = faultOf({
      keyword: scope === undefined,
      place: scope === 'line' && isAlone,
      code: codes.length === 0,
      until: untilAt >= 0 && (days.length !== 1 || !/^\d{4}-\d{2}-\d{2}$/.test(days[0]?.text ?? '')),
      reason: reason === '',
    });
    return [
      {
        range: comment.range,
        keyword,
        scope: fault === 'place' ? 'next-line' : (scope ?? (isAlone ? 'next-line' : 'line')),
        codes,
        until: days[0],
        reason,
        fault,
      },
    ];
  });
}

function scopeOf(keyword: string): IgnoreComment['scope'] | undefined {
  const known = keyword.toLowerCase().replaceAll('_', '-');
  if (known === KEYWORDS['next-line']) return 'next-line';
  return known === KEYWORDS.line || known === `${KEYWORDS.line}-line` ? 'line' : undefined;
}

/** The first that holds: what comes later may only follow from it. */
function faultOf(faults: { readonly [fault in CommentFault]: boolean }): CommentFault | undefined {
  return (['keyword', 'place', 'code', 'until', 'reason'] as const).find((fault) => faults[fault]);
}

/** Whether only white space, and the mark that begins a file, comes before an offset in its line. */
export function isFirstOfLine(text: string, offset: number): boolean {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}
