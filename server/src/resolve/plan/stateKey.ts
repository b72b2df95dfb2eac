/** A state of a journey as a text to look it up by: one character a walker. */

export function keyOf(places: Uint16Array): string {
  let key = '';
  for (const place of places) key += String.fromCharCode(place);
  return key;
}

/** The key of the state after a move, from that of the state before. */
export function keyAfter(key: string, walker: number, to: number): string {
  return key.slice(0, walker) + String.fromCharCode(to) + key.slice(walker + 1);
}
