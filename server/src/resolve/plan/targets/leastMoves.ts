/** What pins may be moved to where only as much is to change as has to. */
import { atVersion } from '../../../analysis/pairs.ts';
import { type Offers, priceOf } from '../../stack/offered.ts';
import { isAllowed, isSameVersion } from '../passable.ts';
import type { PlanPin } from '../plan.ts';
import type { Offer } from './choose.ts';

/** Parts of a price (stack/offered.ts). */
const PARTS = 6;

/**
 * The versions that a pin may be moved to from where it stands, and that itself.
 * @param suits which versions, with the start, may be chosen; all where this is absent
 */
export function leastMoves(pin: PlanPin, from: string, offered: Offers, suits?: (text: string) => boolean): Offer {
  const { known } = pin;
  if (known === undefined) return { pin, versions: [from], costs: [free()] };
  const isFit = (text: string) => suits === undefined || suits(text);
  const goes = pin.isLocked
    ? []
    : offered
        .versionsOf(known.component)
        .filter((text) => !isSameVersion(pin, text, from) && isAllowed(pin, text) && isFit(text));
  const versions = isFit(from) ? [from, ...goes] : goes;
  const standing = atVersion(known, from);
  return { pin, versions, costs: versions.map((text) => priceOf(standing, text, text === from, offered)) };
}

/**
 * The versions of a range or a line, of which the newest that fits is wanted.
 * @param versions those that the person asks for
 */
export function wantedVersions(pin: PlanPin, from: string, versions: readonly string[], offered: Offers): Offer {
  const { known } = pin;
  if (known === undefined) return { pin, versions, costs: versions.map(() => free()) };
  const standing = atVersion(known, from);
  return {
    pin,
    versions,
    costs: versions.map((text, place) => {
      const [, , ended = 0] = priceOf(standing, text, false, offered);
      return [0, 0, ended, 0, 0, place];
    }),
  };
}

function free(): number[] {
  return new Array<number>(PARTS).fill(0);
}
