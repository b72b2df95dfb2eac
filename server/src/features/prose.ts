/** Texts with links and emphasis, written once and shown as Markdown or as plain text. */
import { t } from '@vscode/l10n';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { ContentFormat } from './document.ts';

/** A piece of a line. A plain string is text: nothing in it is markup. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Item[] };

/** One entry of a list, with what belongs to it below its line. */
export interface Item {
  readonly spans: readonly Span[];
  readonly below: readonly Block[];
}

export function heading(level: 1 | 2, ...spans: readonly Span[]): Block {
  return { kind: 'heading', level, spans };
}

export function paragraph(...spans: readonly Span[]): Block {
  return { kind: 'paragraph', spans };
}

export function bullets(items: readonly (readonly Span[])[]): Block {
  return { kind: 'list', isNumbered: false, items: items.map((spans) => ({ spans, below: [] })) };
}

/**
 * A text with spans in the places of `{0}`, `{1}`...: a sentence stays one text, whatever the order of its parts is in other
 * languages.
 */
export function filled(text: string, ...spans: readonly (Span | readonly Span[])[]): Span[] {
  return text.split(/(\{\d+\})/).flatMap((part): readonly Span[] => {
    const place = /^\{(\d+)\}$/.exec(part)?.[1];
    const span = place === undefined ? part : spans[Number(place)];
    if (span === undefined || span === '') return [];
    return isSpans(span) ? span : [span];
  });
}

function isSpans(span: Span | readonly Span[]): span is readonly Span[] {
  return Array.isArray(span);
}

/** The same span after span, with commas between them. */
export function joined(spans: readonly Span[]): Span[] {
  const comma = t({ message: ', ', comment: 'between the names of a list' });
  return spans.flatMap((span, index) => (index === 0 ? [span] : [comma, span]));
}

/** Chinese full stops and a closing bracket, escaped as in words.ts. */
const WIDE_END = /[\u3002\uff01\uff1f\uff09]$/;

/** Sentences one behind the other, without those that are empty. What ends full-width needs no space behind it. */
export function inRow(...sentences: readonly (readonly Span[])[]): Span[] {
  const row: Span[] = [];
  for (const sentence of sentences) {
    const last = row.at(-1);
    const isWide = typeof last === 'string' && WIDE_END.test(last);
    if (last !== undefined && sentence.length > 0 && !isWide) row.push(' ');
    row.push(...sentence);
  }
  return row;
}

/** A list of steps. */
export function numbered(items: readonly Item[]): Block {
  return { kind: 'list', isNumbered: true, items };
}

/** Characters that Markdown, or HTML inside it, would take for markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/(?<!\s)\s*[\r\n]\s*/g, ' ');
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(address);
}

/** A code span whose fence is longer than any run of backticks within. An empty line would end it, and what follows would be markup. */
function codeSpan(written: string): string {
  const lines = written.split(/[\r\n]+/);
  const isKept = (line: string, index: number) => line !== '' || index === 0 || index === lines.length - 1;
  const text =
    lines.length === 1
      ? written
      : lines
          .map((line) => line.trim())
          .filter(isKept)
          .join(' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

function markdownSpan(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  if ('strong' in span) return `**${escaped(span.strong)}**`;
  if ('code' in span) return codeSpan(span.code);
  return isWebAddress(span.to)
    ? `[${escaped(span.link)}](<${span.to.replace(/[<>\\]/g, encodeURIComponent)}>)`
    : escaped(span.link);
}

function plainSpan(span: Span): string {
  if (typeof span === 'string') return span;
  if ('strong' in span) return span.strong;
  if ('code' in span) return span.code;
  // An address that shows what it is called by is enough by itself.
  return span.to.replace(/^https?:\/\/(?:www\.)?/, '').startsWith(span.link) ? span.to : `${span.link} (${span.to})`;
}

/** One line of Markdown. */
export function markdownLine(spans: readonly Span[]): string {
  return spans.map(markdownSpan).join('');
}

/** Writes blocks in the format that the client shows. */
export function render(blocks: readonly Block[], format: ContentFormat): MarkupContent {
  const span = format === 'markdown' ? markdownSpan : plainSpan;
  const line = (spans: readonly Span[]) => spans.map(span).join('');
  const write = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return format === 'markdown' ? `${'#'.repeat(block.level)} ${line(block.spans)}` : line(block.spans);
      case 'paragraph':
        return line(block.spans);
      case 'list':
        return block.items
          .map(({ spans, below }, at) => {
            const mark = block.isNumbered ? `${at + 1}. ` : '- ';
            const under = below.map((one) => `\n${indented(write(one), mark.length)}`).join('');
            return `${mark}${line(spans)}${under}`;
          })
          .join('\n');
    }
  };
  const kind = format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { kind, value: blocks.map(write).join('\n\n') };
}

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}
