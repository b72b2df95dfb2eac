import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';
import { solve } from '../../../server/src/resolve/engine/solve.ts';
import { costOf, goTogether, leastCost } from './bruteForce.ts';
import { chain, leastAlong } from './chain.ts';
import { smallProblem } from './draw.ts';
import { generate } from './generate.ts';

/** What any answer to a problem has to be. @param least what was found another way; undefined where nothing goes together */
function expectLeast(problem: Problem, least: Cost | undefined): void {
  const found = solve(problem, { steps: 100_000 });
  if (least === undefined) expect(found).toEqual({ kind: 'none' });
  else {
    expect(found).toMatchObject({ kind: 'solved', cost: least, proven: true });
    const values = found.kind === 'solved' ? found.values : [];
    expect(goTogether(problem, values)).toBe(true);
    expect(costOf(problem, values)).toEqual(least);
  }
}

test('an answer costs as little as the least of all choices, and there is none only where there is none', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => expectLeast(problem, leastCost(problem))),
    { numRuns: 3000 },
  );
});

test('the same holds for lines of versions with ranges', () => {
  const kind = fc.record({
    variables: fc.integer({ min: 3, max: 8 }),
    values: fc.integer({ min: 2, max: 12 }),
    degree: fc.integer({ min: 1, max: 6 }),
    width: fc.constantFrom(0.1, 0.2, 0.4),
    drift: fc.constantFrom(0.1, 0.3, 1),
    isPlanted: fc.boolean(),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(kind.map(generate), (problem) => expectLeast(problem, leastCost(problem))),
    { numRuns: 400 },
  );
});

test('and for long chains, in which conflicts come together while they are settled', () => {
  fc.assert(
    fc.property(chain, (problem) => expectLeast(problem, leastAlong(problem))),
    { numRuns: 1000 },
  );
});

test('costs too great to be told as single numbers are never called least when they are not', () => {
  const factors = fc.constantFrom([1, 1, 1], [1, 1e6, 1e12], [1e12, 1e12, 1e12], [1, 1e15, 1e15], [1e15, 1, 1e15]);
  fc.assert(
    fc.property(smallProblem, factors, ({ variables, constraints }, factor) => {
      const grown = variables.map(({ costs }) => ({
        costs: costs.map((cost) => cost.map((part, index) => part * (factor[index] ?? 1))),
      }));
      const problem: Problem = { variables: grown, constraints };
      const least = leastCost(problem);
      const found = solve(problem, { steps: 100_000 });
      if (found.kind !== 'solved') expect([found, least]).toEqual([{ kind: 'none' }, undefined]);
      else {
        expect(goTogether(problem, found.values)).toBe(true);
        expect(costOf(problem, found.values)).toEqual(found.cost);
        if (found.proven) expect(found.cost).toEqual(least);
      }
    }),
    { numRuns: 500 },
  );
});
