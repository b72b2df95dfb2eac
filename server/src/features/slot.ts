/** Where a completion writes: the range it replaces, and how a text has to be written there. */
import type { Range } from 'vscode-languageserver-types';
import { scalarText } from '../analysis/yamlReading.ts';
import type { LineIndex } from '../manifest/lines.ts';
import type { Place } from '../manifest/places.ts';
import { toRange } from './document.ts';

export interface TextSlot {
  /** What is replaced; without the quotes around it. */
  readonly range: Range;
  /** What is written from the start of the range to the cursor. */
  readonly typed: string;
  /** What is written from the cursor to the end of the range. */
  readonly rest: string;
  /** The space that is missing behind the colon, or nothing. */
  readonly lead: string;
  /** A text as a YAML scalar for this slot: with the space, the quotes or the closing quote that are missing. */
  written(text: string): string;
}

/** The slot of a place. */
export function slotOf(text: string, lines: LineIndex, place: Place, offset: number): TextSlot {
  const { range, quote } = place;
  const lead = place.kind === 'value' && place.needsSpace ? ' ' : '';
  const closing = quote !== undefined && text[range.end] !== quote ? quote : '';
  return {
    range: toRange(lines, range),
    typed: text.slice(range.start, offset),
    rest: text.slice(offset, range.end),
    lead,
    written: (value) => (quote === undefined ? `${lead}${scalarText(value, undefined)}` : `${value}${closing}`),
  };
}
