/** A document of the benchmark, its edits, and what has to be found in it. Each language has its own. */
import type { Diagnostic, Position, TextEdit } from 'vscode-languageserver-types';

/** How a document is edited: a character of a value, a whole line, or a quotation mark without a partner. */
export const KINDS = ['value', 'line', 'quote'] as const;
export type Kind = (typeof KINDS)[number];

/** Line numbers, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** An entry whose value can be edited. */
export interface Spot {
  /** The lines of the entry. */
  readonly entry: Lines;
  /** Where the value begins. */
  readonly value: Position;
  readonly length: number;
  /** What stands in place of its last character when it is wrong. */
  readonly wrong: string;
  /** Where something is told of it. */
  readonly hover: Position;
}

/** A place where one types on, and what has to be offered there. */
export interface Probe {
  /** Makes the place, and takes it away. */
  readonly begin: TextEdit;
  readonly end: TextEdit;
  /** Types one more character, and takes it back. */
  readonly more: TextEdit;
  readonly less: TextEdit;
  /** Where one asks before and after the character. */
  readonly before: Position;
  readonly after: Position;
  /** How the label begins that has to be among the answers. */
  readonly expected: string;
}

export interface BenchDocument {
  readonly lines: readonly string[];
  readonly spots: readonly Spot[];
  /** The last entry is wrong from the beginning: only who has looked at everything tells of it. */
  readonly sentinel: Lines;
  /** A line that is wrong, to be put before an entry. */
  readonly wrongLine: string;
  readonly name: Probe;
  readonly value: Probe;
}

/** An edit that makes something wrong, one that mends it, and what is right in between. */
export interface Toggle {
  readonly on: TextEdit;
  readonly off: TextEdit;
  readonly isOn: (diagnostics: readonly Diagnostic[]) => boolean;
}

/** Replaces a part of one line. */
export function within(line: number, from: number, to: number, newText: string): TextEdit {
  return { range: { start: { line, character: from }, end: { line, character: to } }, newText };
}

/** Puts whole lines before a line. */
export function insertion(line: number, ...texts: readonly string[]): TextEdit {
  return within(line, 0, 0, texts.map((text) => `${text}\n`).join(''));
}

/** Takes a whole line away. */
export function deletion(line: number): TextEdit {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
}

/** Applies an edit to lines. */
export function applyTo(lines: string[], { range: { start, end }, newText }: TextEdit): void {
  const before = (lines[start.line] ?? '').slice(0, start.character);
  const after = (lines[end.line] ?? '').slice(end.character);
  lines.splice(start.line, end.line - start.line + 1, ...`${before}${newText}${after}`.split('\n'));
}

function isIn({ range }: Diagnostic, { first, last }: Lines, moved = 0): boolean {
  const { line } = range.start;
  return line >= first + moved && line <= last + moved;
}

/** Whether these are right for the document without an edit: the sentinel's error, and no other. */
export function isClean({ sentinel }: BenchDocument, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length > 0 && diagnostics.every((one) => isIn(one, sentinel));
}

/** The edit of a kind at a spot. */
export function toggle(kind: Kind, document: BenchDocument, spot: Spot): Toggle {
  const { entry, value, length, wrong } = spot;
  const { sentinel } = document;
  /** Something is told of these lines, and of the sentinel. */
  const tells = (where: Lines, moved: number) => (diagnostics: readonly Diagnostic[]) =>
    diagnostics.some((one) => isIn(one, where)) && diagnostics.some((one) => isIn(one, sentinel, moved));
  switch (kind) {
    case 'value': {
      const end = value.character + length;
      const right = (document.lines[value.line] ?? '').slice(end - 1, end);
      return {
        on: within(value.line, end - 1, end, wrong),
        off: within(value.line, end - 1, end, right),
        isOn: tells(entry, 0),
      };
    }
    case 'line': {
      const inserted = { first: entry.first, last: entry.first };
      return {
        on: insertion(entry.first, document.wrongLine),
        off: deletion(entry.first),
        isOn: tells(inserted, 1),
      };
    }
    case 'quote':
      // Where it is told that the quotation mark has no partner differs from parser to parser.
      return {
        on: within(value.line, value.character, value.character, '"'),
        off: within(value.line, value.character, value.character + 1, ''),
        isOn: (diagnostics) => diagnostics.some((one) => !isIn(one, sentinel)),
      };
  }
}

/** A text is typed into a place, character by character. */
export function probe(begin: TextEdit, end: TextEdit, at: Position, typed: string, expected: string): Probe {
  const { line, character } = at;
  return {
    begin,
    end,
    more: within(line, character, character, typed),
    less: within(line, character, character + typed.length, ''),
    before: at,
    after: { line, character: character + typed.length },
    expected,
  };
}
