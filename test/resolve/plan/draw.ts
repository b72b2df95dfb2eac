/** Small journeys drawn at random, and what a plain search that looks at every state finds of them. */
import fc from 'fast-check';
import type { Journey, Move, Tie, Walker } from '../../../server/src/resolve/plan/journey.ts';

function walker(places: number): fc.Arbitrary<Walker> {
  const open = fc.array(fc.array(fc.boolean(), { minLength: places, maxLength: places }), {
    minLength: places,
    maxLength: places,
  });
  return fc.record({ open, isPoor: fc.array(fc.boolean(), { minLength: places, maxLength: places }) }).map(
    ({ open: rows, isPoor }): Walker => ({
      places,
      isPoor,
      // The next place can always be reached, or hardly anything could be done.
      next: rows.map((row, place) =>
        row.flatMap((isOpen, to) => (to === place + 1 || (isOpen && to > place) ? [to] : [])),
      ),
    }),
  );
}

function tie(places: readonly number[]): fc.Arbitrary<Tie> {
  const pair = fc.shuffledSubarray([...places.keys()], { minLength: 2, maxLength: 2 });
  return pair.chain(([one = 0, two = 1]) => {
    const [rows, columns] = [places[one] ?? 1, places[two] ?? 1];
    const cell = fc.integer({ min: 0, max: 9 }).map((drawn) => drawn < 7);
    const row = fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows }).map((drawn): Tie => {
      const isGood = drawn.map((cells, a) =>
        cells.map((isOpen, b) => isOpen || a + b === 0 || (a === rows - 1 && b === columns - 1)),
      );
      return { one, two, isGood };
    });
  });
}

/** Journeys of two to four walkers with two to five places, tied at random; some cannot be made. */
export const smallJourney: fc.Arbitrary<Journey> = fc
  .array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 4 })
  .chain((places) =>
    fc.record({
      walkers: fc.tuple(...places.map(walker)),
      ties: fc.uniqueArray(tie(places), {
        minLength: 1,
        maxLength: 6,
        selector: ({ one, two }) => [one, two].sort().join(),
      }),
    }),
  );

/** What looking at every state finds: the fewest moves, and the least sum of poor places among journeys of as few. */
export interface Found {
  readonly moves: number;
  readonly poor: number;
}

/** Looks at every state, layer by layer. */
export function plainSearch({ walkers, ties }: Journey): Found | undefined {
  const end = walkers.map(({ places }) => places - 1).join();
  let layer = new Map<string, number>([[walkers.map(() => 0).join(), 0]]);
  const seen = new Set(layer.keys());
  for (let moves = 0; layer.size > 0; moves += 1) {
    const poor = layer.get(end);
    if (poor !== undefined) return { moves, poor };
    const next = new Map<string, number>();
    for (const [key, sum] of layer) {
      const state = key.split(',').map(Number);
      const after = sum + walkers.filter(({ isPoor }, index) => isPoor[state[index] ?? 0] === true).length;
      for (const [index, { next: ways }] of walkers.entries()) {
        for (const to of ways[state[index] ?? 0] ?? []) {
          const moved = state.with(index, to);
          if (seen.has(moved.join()) || !isGood(ties, moved)) continue;
          next.set(moved.join(), Math.min(after, next.get(moved.join()) ?? Number.POSITIVE_INFINITY));
        }
      }
    }
    for (const key of next.keys()) seen.add(key);
    layer = next;
  }
  return undefined;
}

function isGood(ties: readonly Tie[], state: readonly number[]): boolean {
  return ties.every((one) => one.isGood[state[one.one] ?? 0]?.[state[one.two] ?? 0] === true);
}

/** Makes moves one by one; fails where one is not allowed, or the end is not reached. Gives the sum of poor places. */
export function walked({ walkers, ties }: Journey, moves: readonly Move[]): number {
  let state = walkers.map(() => 0);
  let poor = 0;
  for (const { walker: index, to } of moves) {
    poor += walkers.filter(({ isPoor }, one) => isPoor[state[one] ?? 0] === true).length;
    if (walkers[index]?.next[state[index] ?? 0]?.includes(to) !== true) throw new Error(`No way to ${to}.`);
    state = state.with(index, to);
    if (!isGood(ties, state)) throw new Error(`A bad state: ${state.join()}.`);
  }
  if (state.some((place, index) => place !== (walkers[index]?.places ?? 0) - 1)) throw new Error('Not at the end.');
  return poor;
}
