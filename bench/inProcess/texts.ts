/** The texts that a document has one after the other while it is edited: made beforehand, so that making them costs nobody. */
import type { TextEdit } from 'vscode-languageserver-types';
import { applyTo, type BenchDocument, type Spot, toggle } from '../documents/document.ts';

export interface EditedText {
  readonly text: string;
  /** What made it of the one before, and where. */
  readonly edit: TextEdit;
  readonly offset: number;
}

/** Where the edits are: all over the document, or always in its last known component. */
export type Where = 'all' | 'end';

const STEP = 0.382;

/** So many values are made wrong, and right again. */
export function editedTexts(document: BenchDocument, pairs: number, where: Where): readonly EditedText[] {
  const { spots } = document;
  const lines = [...document.lines];
  return Array.from({ length: pairs }, (_, pair) => spots[spotOf(pair + 1, spots.length, where)]).flatMap((spot) =>
    spot === undefined ? [] : pairAt(document, spot, lines),
  );
}

function spotOf(pair: number, spots: number, where: Where): number {
  return where === 'end' ? spots - 1 : Math.floor(pair * STEP * spots) % spots;
}

function pairAt(document: BenchDocument, spot: Spot, lines: string[]): readonly EditedText[] {
  const { on, off } = toggle('value', document, spot);
  return [on, off].map((edit) => {
    applyTo(lines, edit);
    const { line, character } = edit.range.start;
    const offset = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, character);
    return { text: lines.join('\n'), edit, offset };
  });
}
