import { expect, test } from 'vitest';
import { CRASH_WINDOW, crashCount, MOST_CRASHES } from '../../client/src/crashCount.ts';

/** Whether the server is started again after each of the ends at these times. */
function restarts(times: readonly number[]): boolean[] {
  let at = 0;
  const crashes = crashCount(() => at);
  return times.map((time) => {
    at = time;
    return crashes.ended();
  });
}

test('ends that follow each other quickly: the fifth is the last', () => {
  expect(MOST_CRASHES).toBe(5);
  expect(restarts([0, 10, 20, 30, 40, 50])).toEqual([true, true, true, true, false, false]);
});

test('ends with days between them are no loop', () => {
  const day = 24 * 60 * 60 * 1000;
  expect(restarts([0, 1, 2, 3, 4, 5].map((days) => days * day))).toEqual(Array.from({ length: 6 }, () => true));
});

test('an end counts for three minutes', () => {
  expect(CRASH_WINDOW).toBe(180_000);
  expect(restarts([0, 1, 2, 3, 179_999])).toEqual([true, true, true, true, false]);
  expect(restarts([0, 1, 2, 3, 180_000])).toEqual([true, true, true, true, true]);
});
