/** Which pins a selection is about. */
import type { PinEntry } from '../../manifest/stack.ts';
import { type EntryNode, type OffsetRange, rangeOf } from '../../manifest/tree.ts';
import { type PinMapping, pinMappings } from '../../rewrite/pinMappings.ts';
import { touches } from '../pinAt.ts';
import type { ActionPlace } from './offer.ts';

export interface PinPlace {
  readonly pin: PinEntry;
  readonly mapping: PinMapping;
}

/** The pin that the selection begins in. */
export function pinPlaceAt({ manifest, range: { start } }: ActionPlace): PinPlace | undefined {
  for (const mapping of pinMappings(manifest)) {
    if (!touches(rangeOf(mapping.node), start)) continue;
    const pin = mapping.pins.find(({ entry }) => touches(rangeOf(entry), start));
    return pin && { pin, mapping };
  }
  return undefined;
}

/** The pins of the file's own components that a selection touches. */
export function pinsIn({ manifest, range }: ActionPlace): readonly PinPlace[] {
  const [mapping] = pinMappings(manifest);
  if (mapping === undefined || mapping.environment !== null) return [];
  const isSelected = ({ start, end }: OffsetRange) =>
    range.start === range.end ? touches({ start, end }, range.start) : start < range.end && range.start < end;
  return mapping.pins.flatMap((pin) => (isSelected(rangeOf(pin.entry)) ? [{ pin, mapping }] : []));
}

/** Whether the selection begins on the key of an entry. */
export function isOnKey({ range: { start } }: ActionPlace, entry: EntryNode | undefined): boolean {
  return entry !== undefined && touches(rangeOf(entry.key), start);
}
