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

/** Makes an empty one. */
export function orderedOverlay<T extends object>(): OrderedOverlay<T> {
  return overlayOf<T>([], () => undefined);
}

/**
 * @param slots what there is, in order; undefined where something was taken out
 * @param placeBelow where a key stands in them
 */
function overlayOf<T extends object>(
  slots: (T | undefined)[],
  placeBelow: (key: string) => number | undefined,
): OrderedOverlay<T> {
  const places = new Map<string, number | undefined>();
  const placeOf = (key: string): number | undefined => (places.has(key) ? places.get(key) : placeBelow(key));
  return {
    get: (key) => {
      const place = placeOf(key);
      return place === undefined ? undefined : slots[place];
    },
    set: (key, value) => {
      const place = placeOf(key);
      if (place !== undefined) {
        slots[place] = value;
        return;
      }
      places.set(key, slots.length);
      slots.push(value);
    },
    delete: (key) => {
      const place = placeOf(key);
      if (place === undefined) return;
      slots[place] = undefined;
      places.set(key, undefined);
    },
    values: () => slots.filter((one) => one !== undefined),
    over: () => overlayOf([...slots], placeOf),
  };
}
