/** Serials count updates of the catalog: whole numbers that never go back. */
import type { IsoDate } from '../catalog/model.ts';

/**
 * The serial of a catalog by the day of its data: 2026-11-24 is 2026112400, and the next of the same day 2026112401. Days count on, so
 * that nobody has to remember the last number.
 * @param count how many of this day came before, up to 99
 */
export function serialOfDay(day: IsoDate, count = 0): number {
  return Number(day.replaceAll('-', '')) * 100 + count;
}
