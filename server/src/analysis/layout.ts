/** How the pins of a stack are laid over each other: which entry of which list wins, and what it takes the place of. */
import { type OrderedOverlay, orderedOverlay } from './orderedOverlay.ts';
import type { PinList } from './pinLists.ts';

/** One pin by its place. */
export interface Slot {
  /** Which of the lists, from the lowest on. */
  readonly list: number;
  readonly at: number;
  /** What it takes the place of. */
  readonly below: Slot | undefined;
}

/** A layout follows from the shapes of its lists: as long as these are the same, it is. */
export interface Layout {
  readonly shapes: readonly object[];
  readonly under: Layout | undefined;
  /** Whether it is the one list as it stands. */
  readonly isPlain: boolean;
  readonly slots: readonly Slot[];
  /** Where in the slots each entry of each list is; negative where it is not. */
  readonly positions: readonly Int32Array[];
  /** Positions of slots that take the place of others. */
  readonly overlaid: readonly number[];
  /** To lay more over it. */
  readonly byName: OrderedOverlay<Slot>;
}

/**
 * Lays lists over each other, the last on top.
 * @param under what they are laid over, of lists that come before them
 * @param last the layout of the same stack at the last check
 */
export function layout(lists: readonly PinList[], under: Layout | undefined, last: Layout | undefined): Layout {
  const isSame =
    last !== undefined &&
    last.under === under &&
    last.shapes.length === lists.length &&
    lists.every(({ shape }, index) => shape === last.shapes[index]);
  if (isSame) return last;
  const shapes = lists.map(({ shape }) => shape);
  const [only] = lists;
  if (under === undefined && only?.isPlain === true && lists.length === 1) return plainLayout(only, shapes, last);
  const byName = under === undefined ? orderedOverlay<Slot>() : under.byName.over();
  const first = under?.shapes.length ?? 0;
  for (const [index, { entries }] of lists.entries()) {
    for (const [at, { instance, removed }] of entries.entries()) {
      if (removed) byName.delete(instance);
      else byName.set(instance, { list: first + index, at, below: byName.get(instance) });
    }
  }
  const slots = byName.values();
  const lengths = [...(under?.positions ?? []), ...lists.map(({ entries }) => entries)].map(({ length }) => length);
  const positions = lengths.map((length) => new Int32Array(length).fill(NOWHERE));
  const overlaid: number[] = [];
  for (const [position, { list, at, below }] of slots.entries()) {
    const own = positions[list];
    if (own !== undefined) own[at] = position;
    if (below !== undefined) overlaid.push(position);
  }
  return { shapes, isPlain: false, under, slots, positions, overlaid, byName };
}

const NOWHERE = -1;

let places = new Int32Array();

/** 0, 1, 2 and so on; nobody may change them. */
function upTo(length: number): Int32Array {
  if (places.length < length) {
    places = new Int32Array(Math.max(length, 2 * places.length));
    for (let at = 0; at < places.length; at += 1) places[at] = at;
  }
  return places.subarray(0, length);
}

/** Of one list, in which nothing takes the place of anything: where a pin is depends on nothing else. */
function plainLayout(list: PinList, shapes: readonly object[], last: Layout | undefined): Layout {
  const { length } = list.entries;
  const known = last?.isPlain === true ? last.slots : [];
  const slots = known.slice(0, length);
  for (let at = slots.length; at < length; at += 1) slots.push({ list: 0, at, below: undefined });
  let byName: OrderedOverlay<Slot> | undefined;
  return {
    shapes,
    isPlain: true,
    under: undefined,
    slots,
    positions: [upTo(length)],
    overlaid: [],
    // Most stacks have no environments.
    get byName() {
      if (byName === undefined) {
        byName = orderedOverlay<Slot>();
        for (const slot of slots) {
          const { instance } = list.entries[slot.at] ?? {};
          if (instance !== undefined) byName.set(instance, slot);
        }
      }
      return byName;
    },
  };
}
