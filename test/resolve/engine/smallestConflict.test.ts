import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestConflict } from '../../../server/src/resolve/engine/smallestConflict.ts';
import { canBeSatisfied, smallestConflictSize } from './bruteForce.ts';
import { smallProblem } from './draw.ts';

test('a conflict has as few variables as any, and there is none where all can be satisfied', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const size = smallestConflictSize(problem);
      const found = smallestConflict(problem, { steps: 100_000 });
      if (size === undefined) expect(found).toEqual({ kind: 'none' });
      else {
        expect(found).toMatchObject({ kind: 'conflict', proven: true });
        const variables = found.kind === 'conflict' ? found.variables : [];
        expect(variables.length).toBe(size);
        expect(canBeSatisfied(problem, variables)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});
