import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from '../../../server/src/resolve/engine/solve.ts';
import { costOf, goTogether, leastCost } from './bruteForce.ts';
import { smallProblem } from './draw.ts';

test('an answer costs as little as the least of all choices, and there is none only where there is none', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const least = leastCost(problem);
      const found = solve(problem, { steps: 100_000 });
      if (least === undefined) expect(found).toEqual({ kind: 'none' });
      else {
        expect(found).toMatchObject({ kind: 'solved', cost: least, proven: true });
        const values = found.kind === 'solved' ? found.values : [];
        expect(goTogether(problem, values)).toBe(true);
        expect(costOf(problem, values)).toEqual(least);
      }
    }),
    { numRuns: 3000 },
  );
});
