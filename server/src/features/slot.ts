/** Where a completion writes: the range it replaces, and how a text has to be written there. */
import type { Range } from 'vscode-languageserver-types';
import { scalarText } from '../analysis/yamlReading.ts';
import type { Text } from '../manifest/pieces.ts';
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
  /** The same for what means itself whatever it looks like: `true`, a day. No quotes are put around it. */
  bare(text: string): string;
}

/** The slot of a place. */
export function slotOf(text: Text, place: Place, offset: number): TextSlot {
  const { range, quote } = place;
  const lead = place.kind === 'value' && place.needsSpace ? ' ' : '';
  const closing =
    quote !== undefined && text.slice(range.end, Math.min(range.end + 1, text.length)) !== quote ? quote : '';
  // A comment needs a space before it.
  const trail = quote === undefined && text.slice(range.end, range.end + 1) === '#' ? ' ' : '';
  return {
    range: toRange(text, range),
    typed: text.slice(range.start, offset),
    rest: text.slice(offset, range.end),
    lead,
    written: (value) => (quote === undefined ? `${lead}${scalarText(value, undefined)}${trail}` : `${value}${closing}`),
    bare: (value) => (quote === undefined ? `${lead}${value}${trail}` : `${value}${closing}`),
  };
}
