/** Maps that keep the order of their keys, as `Map` does, and begin as another one at the cost of what is different. */

export interface OrderedOverlay<T> {
  get(key: string): T | undefined;
  /** What takes the place of another keeps its place in the order. */
  set(key: string, value: T): void;
  delete(key: string): void;
  values(): readonly T[];
  /** Another one that begins as this one, which is not to be changed any more. */
  over(): OrderedOverlay<T>;
}

/** The place of a key that is not there, or was taken out. */
const NOWHERE = -1;

/** Makes an empty one. */
export function orderedOverlay<T extends object>(): OrderedOverlay<T> {
  return overlayOf<T>([], () => NOWHERE);
}

/**
 * @param slots what there is, in order; undefined where something was taken out
 * @param placeBelow where a key stands in them
 */
function overlayOf<T extends object>(slots: (T | undefined)[], placeBelow: (key: string) => number): OrderedOverlay<T> {
  const places = new Map<string, number>();
  const placeOf = (key: string): number => places.get(key) ?? placeBelow(key);
  return {
    get: (key) => slots[placeOf(key)],
    set: (key, value) => {
      const place = placeOf(key);
      if (place !== NOWHERE) {
        slots[place] = value;
        return;
      }
      places.set(key, slots.length);
      slots.push(value);
    },
    delete: (key) => {
      const place = placeOf(key);
      if (place === NOWHERE) return;
      slots[place] = undefined;
      places.set(key, NOWHERE);
    },
    values: () => slots.filter((one) => one !== undefined),
    over: () => overlayOf([...slots], placeOf),
  };
}
