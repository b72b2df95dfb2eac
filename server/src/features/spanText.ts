/** Texts with spans in them, whose places a translation may change. */
import type { Span } from './prose.ts';

/** What stands in a text for a span: Unicode's private use, so that no text has it of its own. */
const [BEGIN, END] = ['\ue000', '\ue001'];

/** The place of a span in a text; what `t` is given for it. */
export function slot(place: number): string {
  return `${BEGIN}${place}${END}`;
}

/**
 * Puts spans into a text: `withSpans(t('Provided by {0}.', slot(0)), [{ code: 'acme' }])`.
 * @param text with a slot for each of the places
 * @param spans what stands at each place, in the order of the slots' numbers
 */
export function withSpans(text: string, ...spans: readonly (readonly Span[])[]): readonly Span[] {
  return text
    .split(/\ue000(\d+)\ue001/)
    .flatMap((part, index): readonly Span[] =>
      index % 2 === 1 ? (spans[Number(part)] ?? []) : part === '' ? [] : [part],
    );
}
