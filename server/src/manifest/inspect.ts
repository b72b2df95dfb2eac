/** One walk over the concrete syntax of a document: mends it, and finds what is open without an end. */
import type { CST } from 'yaml';
import { isClosedQuote } from './lexemes.ts';
import { type Mended, mendEntry, reclaimEntries } from './mend.ts';

export type Unclosed =
  /** A quoted scalar without its closing quote; `end` is behind its last character. */
  | { readonly reason: 'MISSING_QUOTE'; readonly offset: number; readonly end: number; readonly quote: string }
  /** A flow collection that is not closed before the indentation or the text ends. */
  | { readonly reason: 'MISSING_BRACKET'; readonly offset: number; readonly open: string }
  /** A flow collection closed by the bracket of the other kind. */
  | { readonly reason: 'WRONG_BRACKET'; readonly offset: number; readonly open: string; readonly close: string };

export interface Inspection {
  readonly mended: readonly Mended[];
  readonly unclosed: readonly Unclosed[];
  /** Where the line of an entry or a list item begins to hold something: the places at which a tab would be indentation. */
  readonly lineStarts: readonly number[];
}

/** Inspects and mends one document in place. Its depth is bounded by what `readTokens` lets through. */
export function inspect(document: CST.Document): Inspection {
  const mended: Mended[] = [];
  const unclosed: Unclosed[] = [];
  const lineStarts: number[] = [];
  const visit = (token: CST.Token | null | undefined): void => {
    switch (token?.type) {
      case 'block-map':
        reclaimEntries(token);
        for (const item of token.items) {
          const mend = mendEntry(item);
          if (mend !== undefined) mended.push(mend);
          const { start, key, sep, value } = item;
          const first = start.find(isContent) ?? key ?? sep?.[0];
          if (first !== undefined) lineStarts.push(first.offset);
          visit(key);
          visit(value);
        }
        break;
      case 'block-seq':
        for (const { start, value } of token.items) {
          const first = start.find(isContent) ?? value;
          if (first !== undefined) lineStarts.push(first.offset);
          visit(value);
        }
        break;
      case 'flow-collection': {
        const problem = bracketProblem(token);
        if (problem !== undefined) unclosed.push(problem);
        for (const { key, value } of token.items) {
          visit(key);
          visit(value);
        }
        break;
      }
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        if (!isClosedQuote(token.source)) {
          const { offset, source } = token;
          unclosed.push({
            reason: 'MISSING_QUOTE',
            offset,
            end: offset + source.trimEnd().length,
            quote: source.charAt(0),
          });
        }
        break;
      default:
    }
  };
  visit(document.value);
  return { mended, unclosed, lineStarts };
}

function isContent({ type }: CST.SourceToken): boolean {
  return type !== 'space' && type !== 'newline' && type !== 'comment';
}

function bracketProblem({ start, offset, end }: CST.FlowCollection): Unclosed | undefined {
  const open = start.source;
  const [close] = end;
  if (close?.source === (open === '{' ? '}' : ']')) return undefined;
  if (close?.source !== '}' && close?.source !== ']') return { reason: 'MISSING_BRACKET', offset, open };
  return { reason: 'WRONG_BRACKET', offset: close.offset, open, close: close.source };
}
