/** Parts of the program that come with the first question are asked for at each, and imported once. */
import { expect, test } from 'vitest';
import * as parts from '../../server/src/workspace/programParts.ts';

test.each(Object.entries(parts))('%s is imported once', async (_name, load) => {
  const first = load();
  expect(load()).toBe(first);
  expect(Object.keys(await first)).not.toEqual([]);
});
