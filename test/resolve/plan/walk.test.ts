import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hindranceAmong, some } from '../../../server/src/resolve/plan/hindrance.ts';
import type { Journey } from '../../../server/src/resolve/plan/journey.ts';
import { orderWalk } from '../../../server/src/resolve/plan/order.ts';
import { roadsOf } from '../../../server/src/resolve/plan/roads.ts';
import { findWalk } from '../../../server/src/resolve/plan/walk.ts';
import { plainSearch, smallJourney, walked } from './draw.ts';

const LIMITS = { steps: 100_000 };
const SEED = { seed: 20261124 };

describe('against a search that looks at every state', () => {
  test('the fewest moves', () => {
    fc.assert(
      fc.property(smallJourney, (journey) => {
        const walk = findWalk(roadsOf(journey), LIMITS);
        const plain = plainSearch(journey);
        expect(walk.kind).toBe(plain === undefined ? 'none' : 'found');
        if (walk.kind !== 'found') return;
        expect(walk.moves.length).toBe(plain?.moves);
        walked(journey, walk.moves);
      }),
      { ...SEED, numRuns: 2_000 },
    );
  });

  test('the order with the least time on poor places', () => {
    fc.assert(
      fc.property(smallJourney, (journey) => {
        const roads = roadsOf(journey);
        const walk = findWalk(roads, LIMITS);
        if (walk.kind !== 'found') return;
        const ordered = orderWalk(roads, walk.moves, LIMITS);
        expect({ poor: ordered.poor, proven: ordered.proven, moves: ordered.moves.length }).toEqual({
          poor: plainSearch(journey)?.poor,
          proven: true,
          moves: walk.moves.length,
        });
        expect(walked(journey, ordered.moves)).toBe(ordered.poor);
      }),
      { ...SEED, numRuns: 2_000 },
    );
  });

  test('in haste: a journey where there is one, and none where there is none', () => {
    fc.assert(
      fc.property(smallJourney, (journey) => {
        const walk = findWalk(roadsOf(journey), LIMITS, 4);
        expect(walk.kind).toBe(plainSearch(journey) === undefined ? 'none' : 'found');
        if (walk.kind === 'found') walked(journey, walk.moves);
      }),
      { ...SEED, numRuns: 1_000 },
    );
  });

  test('the smallest set in the way', () => {
    let sets = 0;
    fc.assert(
      fc.property(smallJourney, (journey) => {
        if (plainSearch(journey) !== undefined) return;
        const found = hindranceAmong(roadsOf(journey), LIMITS);
        const smallest = subsets(journey.walkers.length)
          .filter((walkers) => plainSearch(onlySome(journey, walkers)) === undefined)
          .map((walkers) => walkers.length);
        expect({ size: found?.walkers.length, proven: found?.proven }).toEqual({
          size: Math.min(...smallest),
          proven: true,
        });
        expect(plainSearch(onlySome(journey, found?.walkers ?? []))).toBeUndefined();
        sets += 1;
      }),
      { ...SEED, numRuns: 2_000 },
    );
    expect(sets).toBeGreaterThan(100);
  });
});

describe('at the bound', () => {
  const walkers = Array.from({ length: 3 }, () => ({
    places: 3,
    next: [[1], [2], []],
    isPoor: [true, true, false],
  }));
  const journey: Journey = { walkers, ties: [] };
  const roads = roadsOf(journey);

  test('nothing is known', () => {
    expect(findWalk(roads, { steps: 1 })).toEqual({ kind: 'unknown' });
  });

  test('nothing is known when somebody cancels', () => {
    expect(findWalk(roads, { steps: 100, isCancelled: () => true })).toEqual({ kind: 'unknown' });
  });

  test('an order is as good as taking moves forward makes it', () => {
    const late = [0, 1, 2, 0, 1, 2].map((walker, place) => ({ walker, to: place < 3 ? 1 : 2 }));
    expect(orderWalk(roads, late, { steps: 0 })).toEqual({
      moves: [
        { walker: 0, to: 1 },
        { walker: 0, to: 2 },
        { walker: 1, to: 1 },
        { walker: 1, to: 2 },
        { walker: 2, to: 1 },
        { walker: 2, to: 2 },
      ],
      poor: 12,
      proven: false,
    });
    expect(orderWalk(roads, late, LIMITS).proven).toBe(true);
  });
});

function subsets(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count - 1 }, (_, index) =>
    Array.from({ length: count }, (__, walker) => walker).filter((walker) => ((index + 1) >> walker) % 2 === 1),
  );
}

function onlySome({ walkers, ties }: Journey, chosen: readonly number[]): Journey {
  return {
    walkers: chosen.flatMap((walker) => walkers[walker] ?? []),
    ties: ties
      .filter(({ one, two }) => chosen.includes(one) && chosen.includes(two))
      .map((tie) => ({ ...tie, one: chosen.indexOf(tie.one), two: chosen.indexOf(tie.two) })),
  };
}

test('some walkers by themselves are as if the others were not there', () => {
  fc.assert(
    fc.property(smallJourney, (journey) => {
      const chosen = [0, 1];
      const walk = findWalk(some(roadsOf(journey), chosen), LIMITS);
      expect(walk.kind === 'found' ? walk.moves.length : undefined).toBe(plainSearch(onlySome(journey, chosen))?.moves);
    }),
    { ...SEED, numRuns: 300 },
  );
});
