/** How many steps a walker needs at least: by itself, and beside each walker that it is tied to. Exact for each two alone. */
import type { Journey, Move, Tie, Walker } from './journey.ts';

/** No way leads there. */
export const NO_WAY = 0xffff;

/** A tie as one of its walkers sees it. Tables are indexed by `own * placesOfOther + other`. */
export interface View {
  readonly other: number;
  readonly placesOfOther: number;
  /** 1 where the two may stand. */
  readonly isGood: Uint8Array;
  /** The least steps of this walker to its end while the other may go as it likes, from where both stand. */
  readonly steps: Uint16Array;
  /** By the own place: from which place of the other on all its places are good beside it. */
  readonly freeFrom: Uint16Array;
}

/** A walker with all that is known of its way. */
export interface Road extends Walker {
  /** The least steps to its end from each place, if nobody else were there. */
  readonly alone: Uint16Array;
  readonly views: readonly View[];
}

/** Prepares a journey for searching. */
export function roadsOf({ walkers, ties }: Journey): readonly Road[] {
  const views: View[][] = walkers.map(() => []);
  for (const tie of ties) {
    const [one, two] = [walkers[tie.one], walkers[tie.two]];
    if (one === undefined || two === undefined) continue;
    const isGood = goodPlaces(tie, one, two);
    views[tie.one]?.push(viewOf(one, two, tie.two, isGood));
    views[tie.two]?.push(viewOf(two, one, tie.one, turned(isGood, one.places, two.places)));
  }
  return walkers.map((walker, index) => ({ ...walker, alone: stepsAlone(walker), views: views[index] ?? [] }));
}

function goodPlaces({ isGood }: Tie, one: Walker, two: Walker): Uint8Array {
  const good = new Uint8Array(one.places * two.places);
  for (let own = 0; own < one.places; own += 1) {
    for (let other = 0; other < two.places; other += 1) {
      good[own * two.places + other] = isGood[own]?.[other] === true ? 1 : 0;
    }
  }
  return good;
}

function turned(good: Uint8Array, ones: number, twos: number): Uint8Array {
  const made = new Uint8Array(good.length);
  for (let one = 0; one < ones; one += 1) {
    for (let two = 0; two < twos; two += 1) made[two * ones + one] = good[one * twos + two] ?? 0;
  }
  return made;
}

/** The least steps from each place to the last, by steps of the walker alone. */
export function stepsAlone({ places, next }: Walker): Uint16Array {
  const steps = new Uint16Array(places).fill(NO_WAY);
  steps[places - 1] = 0;
  for (let place = places - 2; place >= 0; place -= 1) {
    for (const to of next[place] ?? []) steps[place] = Math.min(steps[place] ?? NO_WAY, (steps[to] ?? NO_WAY) + 1);
    if ((steps[place] ?? 0) > NO_WAY) steps[place] = NO_WAY;
  }
  return steps;
}

function viewOf(own: Walker, other: Walker, index: number, isGood: Uint8Array): View {
  return {
    other: index,
    placesOfOther: other.places,
    isGood,
    steps: stepsBeside(own, other, isGood),
    freeFrom: freeFrom(own, other, isGood),
  };
}

/** Walkers only go forward, so every way onward from a pair of places is known before the pair itself is looked at. */
function stepsBeside(own: Walker, other: Walker, isGood: Uint8Array): Uint16Array {
  const width = other.places;
  const steps = new Uint16Array(own.places * width).fill(NO_WAY);
  steps[steps.length - 1] = 0;
  for (let place = own.places - 1; place >= 0; place -= 1) {
    const ways = own.next[place] ?? [];
    for (let beside = width - 1; beside >= 0; beside -= 1) {
      const at = place * width + beside;
      if (isGood[at] !== 1) continue;
      let least = steps[at] ?? NO_WAY;
      for (const to of other.next[beside] ?? []) least = Math.min(least, steps[place * width + to] ?? NO_WAY);
      for (const to of ways) least = Math.min(least, (steps[to * width + beside] ?? NO_WAY) + 1);
      steps[at] = Math.min(least, NO_WAY);
    }
  }
  return steps;
}

function freeFrom(own: Walker, other: Walker, isGood: Uint8Array): Uint16Array {
  return Uint16Array.from({ length: own.places }, (_, place) => {
    let from = other.places;
    while (from > 0 && isGood[place * other.places + from - 1] === 1) from -= 1;
    return from;
  });
}

/** The least steps of one walker to its end, as far as any one walker beside it tells. */
export function stepsLeft(road: Road, own: number, state: ArrayLike<number>): number {
  let least = road.alone[own] ?? NO_WAY;
  for (const { steps, placesOfOther, other } of road.views) {
    const beside = steps[own * placesOfOther + (state[other] ?? 0)] ?? NO_WAY;
    if (beside > least) least = beside;
  }
  return least;
}

/** Whether a walker may stand on a place beside all others where they stand. */
export function mayStand(road: Road, own: number, state: ArrayLike<number>): boolean {
  for (const { isGood, placesOfOther, other } of road.views) {
    if (isGood[own * placesOfOther + (state[other] ?? 0)] !== 1) return false;
  }
  return true;
}

/** The steps that all walkers need at least from a state; no way where one of them cannot reach its end. */
export function leftInAll(roads: readonly Road[], state: ArrayLike<number>): number {
  let sum = 0;
  for (const [index, road] of roads.entries()) sum += stepsLeft(road, state[index] ?? 0, state);
  return Math.min(sum, NO_WAY);
}

/**
 * By how much a move changes what is left.
 * @param state is as it was afterwards
 * @returns undefined where no way leads on from there
 */
export function changeOfLeft(roads: readonly Road[], state: Uint16Array, { walker, to }: Move): number | undefined {
  const road = roads[walker];
  if (road === undefined) return undefined;
  const from = state[walker] ?? 0;
  let change = -stepsLeft(road, from, state);
  for (const { other } of road.views) change -= leftFor(roads, other, state);
  state[walker] = to;
  let after = stepsLeft(road, to, state);
  let worst = after;
  for (const { other } of road.views) {
    const left = leftFor(roads, other, state);
    after += left;
    worst = Math.max(worst, left);
  }
  state[walker] = from;
  return worst >= NO_WAY ? undefined : change + after;
}

function leftFor(roads: readonly Road[], index: number, state: ArrayLike<number>): number {
  const road = roads[index];
  return road === undefined ? 0 : stepsLeft(road, state[index] ?? 0, state);
}
