/** A request for a plan as a journey: which versions are worth a stop, where one step leads, and what may stand together. */
import type { Offers } from '../stack/offered.ts';
import type { Grounds } from './grounds.ts';
import type { Journey, Tie, Walker } from './journey.ts';
import { refusalOf } from './ownRules.ts';
import { type Pairing, pairingOf } from './pairing.ts';
import { isSameVersion, type Mover, moverOf, ruleMarks } from './passable.ts';
import type { PlanContext, PlanPin, PlanRequest } from './plan.ts';

/** A pin with the versions that its places stand for. */
export interface Stretch {
  readonly pin: PlanPin;
  readonly versions: readonly string[];
  readonly isBack: boolean;
}

/** All pins of a stack on their way; those that stay have one place. */
export interface Terrain {
  readonly stretches: readonly Stretch[];
  readonly journey: Journey;
}

/** Makes the terrain of a request whose start and target are good. */
export function terrainOf(request: PlanRequest, context: PlanContext, offered: Offers, grounds: Grounds): Terrain {
  const movers = request.pins.map((pin) => wayOf(pin, request, offered));
  const isOut = (pin: PlanPin, text: string): boolean =>
    pin.known !== undefined && offered.about(pin.known.component, text)?.ended === true;
  const pairs = pairsOf(movers, grounds);
  const kept = movers.map((mover, index) => keptPlaces(mover, index, pairs, isOut));
  const stretches = movers.map(({ pin, versions, isBack }, index) => ({
    pin,
    isBack,
    versions: (kept[index] ?? []).flatMap((place) => versions[place] ?? []),
  }));
  const walkers = stretches.map(({ pin, versions }): Walker => {
    const component = pin.known?.component;
    return {
      places: versions.length,
      isPoor: versions.map((text) => isOut(pin, text)),
      next: versions.map((from, place) =>
        versions.flatMap((to, further) => {
          if (further <= place) return [];
          const refused = component && refusalOf(component, from, to, context.catalog, grounds.isPinned);
          return refused === undefined ? [further] : [];
        }),
      ),
    };
  });
  const ties = pairs.map(({ one, two, classesOfOne, classesOfTwo, isGood }): Tie => {
    const columns = (kept[two] ?? []).map((place) => classesOfTwo[place] ?? 0);
    const rows = (kept[one] ?? []).map((place) => isGood[classesOfOne[place] ?? 0]);
    return { one, two, isGood: rows.map((row) => columns.map((column) => row?.[column] === true)) };
  });
  return {
    stretches,
    journey: { walkers, ties: ties.filter(({ isGood }) => isGood.some((row) => row.includes(false))) },
  };
}

function wayOf(pin: PlanPin, { start, target }: PlanRequest, offered: Offers): Mover {
  const from = start.get(pin.instance) ?? '';
  const to = target.get(pin.instance) ?? from;
  if (isSameVersion(pin, from, to)) return { pin, versions: [from], isBack: false };
  return moverOf(pin, from, to, offered);
}

/** Two pins, of which one moves, that may not stand together at all versions. */
interface Pair extends Pairing {
  readonly one: number;
  readonly two: number;
}

function pairsOf(movers: readonly Mover[], grounds: Grounds): Pair[] {
  return movers.flatMap((first, one) =>
    movers.slice(one + 1).flatMap((second, offset): Pair[] => {
      if (first.versions.length === 1 && second.versions.length === 1) return [];
      const limits = grounds.limitsOn(first.pin, first.versions, second.pin, second.versions);
      const pairing = pairingOf(limits, first.versions.length, second.versions.length);
      return pairing === undefined ? [] : [{ one, two: one + 1 + offset, ...pairing }];
    }),
  );
}

/**
 * The places worth a stop: of neighbouring versions that all rules and all other pins treat alike, and that are in support
 * alike, the newest is as good as any other. The first and the last place stay.
 */
function keptPlaces(
  mover: Mover,
  index: number,
  pairs: readonly Pair[],
  isOut: (pin: PlanPin, text: string) => boolean,
): readonly number[] {
  const { pin, versions } = mover;
  if (versions.length <= 2) return [...versions.keys()];
  const marks = ruleMarks(mover);
  const sides = pairs.flatMap(({ one, two, classesOfOne, classesOfTwo, keysOfOne, keysOfTwo }) => {
    if (one === index) return [{ classes: classesOfOne, keys: keysOfOne }];
    return two === index ? [{ classes: classesOfTwo, keys: keysOfTwo }] : [];
  });
  const alike = versions.map((text, place) =>
    [marks[place], isOut(pin, text), ...sides.map(({ classes, keys }) => keys[classes[place] ?? 0])].join('\n'),
  );
  return runsOf(alike).flatMap(({ first, last }) => {
    const ends = [0, versions.length - 1].filter((end) => first <= end && end <= last);
    return ends.length > 0 ? ends : [mover.isBack ? first : last];
  });
}

/** Neighbouring equal texts, by their places. */
function runsOf(texts: readonly string[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const [place, text] of texts.entries()) {
    const run = runs[runs.length - 1];
    if (run !== undefined && text === texts[run.last]) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs;
}
