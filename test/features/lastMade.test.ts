import { expect, test } from 'vitest';
import { lastMade } from '../../server/src/features/lastMade.ts';

test('what was made last is given again for the very same things, and for no others', () => {
  const last = lastMade<object>();
  const [one, two] = [{}, {}];
  const made = last([one, two], () => ({}));
  expect(last([one, two], () => ({}))).toBe(made);
  expect(last([one], () => ({}))).not.toBe(made);
  // Only the last is kept.
  expect(last([one, two], () => ({}))).not.toBe(made);
});

test('what was given up is made when it is asked for again, and takes the place of nothing', () => {
  const last = lastMade<object>();
  const made = last(['a'], () => ({}));
  expect(last(['b'], () => undefined)).toBeUndefined();
  expect(last(['a'], () => ({}))).toBe(made);
  expect(last(['b'], () => ({}))).toEqual({});
});
