/** The texts that a document has one after the other while it is edited: made beforehand, so that making them costs nobody. */
import type { TextEdit } from 'vscode-languageserver-types';
import { applyTo, type BenchDocument, type Spot, toggle } from '../documents/document.ts';

export interface EditedText {
  /** Empty where nobody reads it. */
  readonly text: string;
  /** What made it of the one before, and where. */
  readonly edit: TextEdit;
  readonly offset: number;
}

/** Where the edits are: all over the document, or always in its last known component. */
export type Where = 'all' | 'end';

const STEP = 0.382;

/**
 * So many values are made wrong, and right again.
 * @param isWhole whether texts are wanted, or the edits alone: many long texts keep the garbage collector busy
 */
export function editedTexts(
  document: BenchDocument,
  pairs: number,
  where: Where,
  isWhole: boolean,
): readonly EditedText[] {
  const { spots } = document;
  const lines = [...document.lines];
  return Array.from({ length: pairs }, (_, pair) => spots[spotOf(pair + 1, spots.length, where)]).flatMap((spot) =>
    spot === undefined ? [] : pairAt(document, spot, lines, isWhole),
  );
}

function spotOf(pair: number, spots: number, where: Where): number {
  return where === 'end' ? spots - 1 : Math.floor(pair * STEP * spots) % spots;
}

function pairAt(document: BenchDocument, spot: Spot, lines: string[], isWhole: boolean): readonly EditedText[] {
  const { on, off } = toggle('value', document, spot);
  return [on, off].map((edit) => {
    applyTo(lines, edit);
    const { line, character } = edit.range.start;
    const offset = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, character);
    return { text: isWhole ? lines.join('\n') : '', edit, offset };
  });
}
