/** Every target with a fixed budget, and all that was ever found. `npm run fuzz` does the same at length. */
import { describe, expect, test } from 'vitest';
import { foundOf } from './found.ts';
import { failureOf, faultText, runTarget } from './run.ts';
import { TARGETS } from './targets.ts';

// Another one every time: what fails says how to repeat it.
const seed = Math.floor(Math.random() * 1_000_000_000);

describe.each(TARGETS)('$name: $about', (target) => {
  test('new inputs', async () => {
    const { figures, faults } = await runTarget(target, { seed, goesOn: (tried) => tried < target.inputs });
    expect(faults.map(faultText).join('\n\n')).toBe('');
    expect(figures['inputs tried']).toBe(target.inputs);
  });

  const found = foundOf(target.name);
  if (found.length > 0)
    test.each(found)('$name, found before', async ({ input }) => {
      const attempts = await target.begin();
      expect(await failureOf(attempts, input)).toBeUndefined();
      await attempts.end?.();
    });
});
