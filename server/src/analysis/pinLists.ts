/** The records of all pins of one mapping, kept from check to check: of a long list only what changed is gone through. */
import type { PinEntry } from '../manifest/stack.ts';
import { changedPart } from './changedPart.ts';
import { type Counts, counts } from './counts.ts';
import { isSameReading, type PinRecord, type PinRecords } from './pinRecords.ts';

export interface PinList {
  readonly entries: readonly PinEntry[];
  /** Of each entry. */
  readonly records: readonly PinRecord[];
  /** The same object as long as the entries have the same names, in the same order, and the same of them remove something. */
  readonly shape: object;
  /** Names of what is there and cannot be judged, and of what that provides: at the check that the list was made for. */
  readonly unjudged: Counts;
}

/**
 * Makes the list of some entries.
 * @param last the list of the same mapping at the last check
 */
export function pinList(entries: readonly PinEntry[], last: PinList | undefined, records: PinRecords): PinList {
  if (last?.entries === entries) return last;
  const before = last?.entries ?? [];
  const { start, endBefore, endAfter } = changedPart(before, entries, isSameReading);
  const fresh = entries.slice(start, endAfter).map((entry) => records.of(entry));
  const unjudged = last?.unjudged ?? counts();
  for (const record of last?.records.slice(start, endBefore) ?? []) unjudged.remove(namesOfUnjudged(record));
  for (const record of fresh) unjudged.add(namesOfUnjudged(record));
  const known = last?.records ?? [];
  return {
    entries,
    records: [...known.slice(0, start), ...fresh, ...known.slice(endBefore)],
    shape: last !== undefined && isSameShape(before.slice(start, endBefore), fresh) ? last.shape : {},
    unjudged,
  };
}

/** What a pin brings into a stack, where there is nothing to judge. */
export function namesOfUnjudged({ pin: { entry, component, candidates } }: PinRecord): readonly string[] {
  if (entry.removed || candidates.length > 0) return NOTHING;
  return [entry.component, ...(component?.provides ?? [])];
}

const NOTHING: readonly string[] = [];

function isSameShape(before: readonly PinEntry[], after: readonly PinRecord[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ instance, removed }, index) => {
      const entry = after[index]?.pin.entry;
      return entry?.instance === instance && entry.removed === removed;
    })
  );
}
