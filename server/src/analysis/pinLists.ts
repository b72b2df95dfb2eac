/** The records of all pins of one mapping, kept from check to check: of a long list only what changed is gone through. */
import { type ChangedPart, changedPart, indexesAfter, withChanged } from '../manifest/changedPart.ts';
import type { PinEntry } from '../manifest/stack.ts';
import { type Counts, counts } from './counts.ts';
import { isSameReading, type PinRecord, type PinRecords } from './pinRecords.ts';
import { type AskedPolicy, isSamePolicy } from './policy.ts';

export interface PinList {
  readonly entries: readonly PinEntry[];
  /** Of each entry. */
  readonly records: readonly PinRecord[];
  /** The same object as long as the entries have the same names, in the same order, and the same of them remove something. */
  readonly shape: object;
  /** Names of what is there and cannot be judged, and of what that provides: at the check that the list was made for. */
  readonly unjudged: Counts;
  /** What the pins are called: at the check that the list was made for. */
  readonly names: Counts;
  /** Whether each has a name of its own and none removes anything. */
  readonly isPlain: boolean;
  /** Where something is removed. */
  readonly removing: readonly number[];
  /** Where something is found in an entry as written. */
  readonly remarked: readonly number[];
  /** Where there is something to check in a stack; see `worthALook`. */
  look: Look | undefined;
  /** The same of the list before, and what has changed since. */
  readonly before: { readonly look: Look; readonly part: ChangedPart } | undefined;
}

/**
 * Where there is something to check: most pins of a long list are known to no catalog, and nobody has to look at them at
 * each check.
 */
interface Look {
  /** Undefined of a list of a base: what is found in its pins alone is told there. */
  readonly policy: AskedPolicy | undefined;
  readonly indexes: readonly number[];
}

/**
 * Makes the list of some entries.
 * @param last the list of the same mapping at the last check
 */
export function pinList(entries: readonly PinEntry[], last: PinList | undefined, records: PinRecords): PinList {
  if (last?.entries === entries) return last;
  const before = last?.entries ?? [];
  const part = changedPart(before, entries, isSameReading);
  const { start, endBefore, endAfter } = part;
  const fresh = entries.slice(start, endAfter).map((entry) => records.of(entry));
  const unjudged = last?.unjudged ?? counts();
  for (const record of last?.records.slice(start, endBefore) ?? []) unjudged.remove(namesOfUnjudged(record));
  for (const record of fresh) unjudged.add(namesOfUnjudged(record));
  const names = last?.names ?? counts();
  names.remove(before.slice(start, endBefore).map(({ instance }) => instance));
  names.add(fresh.map(({ pin }) => pin.entry.instance));
  const removing = indexesAfter(
    last?.removing ?? [],
    part,
    where(fresh, start, ({ pin }) => pin.entry.removed),
  );
  return {
    entries,
    names,
    isPlain: names.size === entries.length && removing.length === 0,
    removing,
    records: withChanged(last?.records ?? [], part, fresh),
    shape: last !== undefined && isSameShape(before.slice(start, endBefore), fresh) ? last.shape : {},
    unjudged,
    remarked: indexesAfter(
      last?.remarked ?? [],
      part,
      where(fresh, start, (record) => records.written(record).length > 0),
    ),
    look: undefined,
    before: last?.look && { look: last.look, part },
  };
}

/**
 * Where pins are that are known, or in which something is found.
 * @param policy what the stack asks for; undefined of a list of a base
 */
export function worthALook(list: PinList, policy: AskedPolicy | undefined, pins: PinRecords): readonly number[] {
  if (list.look !== undefined && isSameAsked(list.look.policy, policy)) return list.look.indexes;
  const isWorth = (record: PinRecord): boolean =>
    record.pin.candidates.length > 0 || (policy !== undefined && pins.told(record, policy).length > 0);
  const { look, part } = list.before ?? {};
  const indexes =
    look !== undefined && part !== undefined && isSameAsked(look.policy, policy)
      ? indexesAfter(look.indexes, part, where(list.records.slice(part.start, part.endAfter), part.start, isWorth))
      : where(list.records, 0, isWorth);
  list.look = { policy, indexes };
  return indexes;
}

function isSameAsked(one: AskedPolicy | undefined, two: AskedPolicy | undefined): boolean {
  return one === two || (one !== undefined && two !== undefined && isSamePolicy(one, two));
}

/** Indexes of some records of a part that begins at an index. */
function where(part: readonly PinRecord[], start: number, isOne: (record: PinRecord) => boolean): number[] {
  return part.flatMap((record, index) => (isOne(record) ? [start + index] : []));
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
