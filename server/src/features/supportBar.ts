/** How much of the support of a release line is left, drawn in characters: it reads in any theme, and in plain text. */
import { daysBetween } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';

/** Characters of a bar. */
const WIDTH = 10;

/** When the support of a line began, and when it ends. */
export interface SupportSpan {
  readonly released: IsoDate | undefined;
  /** The last day of support that goes on. */
  readonly ends: IsoDate | undefined;
  readonly ended: boolean;
}

/**
 * Full on the day of the release, empty when support has ended and only then. Undefined where one of the two days is not known.
 */
export function supportBar({ released, ends, ended }: SupportSpan, date: IsoDate): string | undefined {
  if (ended) return barOf(0);
  if (released === undefined || ends === undefined) return undefined;
  const whole = daysBetween(released, ends);
  const left = daysBetween(date, ends);
  if (whole <= 0 || left < 0) return undefined;
  // As long as support goes on something is left of it.
  return barOf(Math.min(WIDTH, Math.max(1, Math.round((left / whole) * WIDTH))));
}

function barOf(full: number): string {
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}
