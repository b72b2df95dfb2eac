import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../server/src/resolve/engine/problem.ts';
import { refute } from '../../../server/src/resolve/engine/refute.ts';
import { flawIn, goTogether } from './refutation.ts';

const ENOUGH = { steps: 1_000_000 };

/** A problem of variables with so many values; each pair that is named cannot be taken together. */
function problem(sizes: readonly number[], clashes: readonly (readonly [string, string])[]): Problem {
  const names = 'abcdefgh';
  const read = (text: string) => ({ variable: names.indexOf(text[0] ?? ''), value: Number(text.slice(1)) });
  const banned = clashes.map(([one, two]) => [read(one), read(two)] as const);
  return {
    variables: sizes.map((size) => ({ costs: Array.from({ length: size }, () => []) })),
    constraints: sizes.flatMap((_, one) =>
      sizes.slice(one + 1).map((__, index) => ({
        one,
        two: one + 1 + index,
        allows: (x: number, y: number) =>
          !banned.some(([p, q]) => {
            const [low, high] = p.variable < q.variable ? [p, q] : [q, p];
            return low.variable === one && low.value === x && high.variable === one + 1 + index && high.value === y;
          }),
      })),
    ),
  };
}

test('what one leaves another takes away', () => {
  // b0 goes with a0 only, b1 with c0 only.
  const three = problem(
    [1, 2, 1],
    [
      ['a0', 'b1'],
      ['c0', 'b0'],
    ],
  );
  expect(refute(three, ENOUGH)).toEqual({
    kind: 'refuted',
    refutation: {
      steps: [
        { by: 0, of: 1, out: [1] },
        { by: 1, of: 2, out: [0] },
      ],
      end: { kind: 'empty', variable: 2 },
    },
  });
});

test('a chain is followed to its end, and what does not matter is left out', () => {
  // a0 -> b0 -> c0 -> d is empty; the values b2, c2 and all of e play no part.
  const chain = problem(
    [1, 2, 2, 1, 3],
    [
      ['a0', 'b1'],
      ['b0', 'c1'],
      ['c0', 'd0'],
      ['a0', 'e2'],
      ['e1', 'd0'],
    ],
  );
  const answer = refute(chain, ENOUGH);
  expect(answer.kind === 'refuted' && answer.refutation.steps.map(({ by, of }) => `${by}>${of}`)).toEqual([
    '0>1',
    '1>2',
    '2>3',
  ]);
});

test('where no value is ruled out by itself, by cases', () => {
  // Two colours for three that all have to differ.
  const triangle = problem(
    [2, 2, 2],
    [
      ['a0', 'b0'],
      ['a1', 'b1'],
      ['b0', 'c0'],
      ['b1', 'c1'],
      ['a0', 'c0'],
      ['a1', 'c1'],
    ],
  );
  expect(refute(triangle, ENOUGH)).toEqual({
    kind: 'refuted',
    refutation: {
      steps: [],
      end: {
        kind: 'cases',
        variable: 0,
        cases: [0, 1].map((value) => ({
          values: [value],
          refutation: {
            steps: [
              { by: 0, of: 1, out: [value] },
              { by: 0, of: 2, out: [value] },
              { by: 1, of: 2, out: [1 - value] },
            ],
            end: { kind: 'empty', variable: 2 },
          },
        })),
      },
    },
  });
});

test('values that every constraint treats alike are one', () => {
  let asked = 0;
  const classes = Array.from({ length: 400 }, (_, value) => (value < 200 ? 0 : 1));
  const long: Problem = {
    variables: [400, 400, 1].map((size) => ({ costs: Array.from({ length: size }, () => []) })),
    constraints: [
      {
        one: 0,
        two: 1,
        classesOfOne: classes,
        classesOfTwo: classes,
        allows: (x, y) => {
          asked += 1;
          return x === y;
        },
      },
      { one: 0, two: 2, classesOfOne: classes, allows: (x) => x === 0 },
      { one: 1, two: 2, classesOfOne: classes, allows: (x) => x === 1 },
    ],
  };
  const answer = refute(long, ENOUGH);
  expect(asked).toBeLessThanOrEqual(4 + 2 + 2);
  expect(answer.kind === 'refuted' && flawIn(long, answer.refutation)).toBeUndefined();
});

test('says that there is an answer, or that it stopped', () => {
  expect(refute(problem([2, 2], [['a0', 'b0']]), ENOUGH)).toEqual({ kind: 'possible' });
  const three = problem(
    [1, 2, 1],
    [
      ['a0', 'b1'],
      ['c0', 'b0'],
    ],
  );
  expect(refute(three, { steps: 2 })).toEqual({ kind: 'unknown' });
  expect(refute(three, { ...ENOUGH, isCancelled: () => true })).toEqual({ kind: 'unknown' });
});

/** Up to five variables of up to five values, of which many pairs do not go together. */
const small = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      density: fc.integer({ min: 20, max: 90 }),
      draws: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 300, maxLength: 300 }),
    }),
  )
  .map(({ sizes, density, draws }): Problem => {
    let next = 0;
    const constraints = sizes.flatMap((size, one) =>
      sizes.slice(one + 1).map((other, index) => {
        const table = Array.from({ length: size * other }, () => (draws[next++ % draws.length] ?? 0) >= density);
        return { one, two: one + 1 + index, allows: (x: number, y: number) => table[x * other + y] === true };
      }),
    );
    return { variables: sizes.map((size) => ({ costs: Array.from({ length: size }, () => []) })), constraints };
  });

function isPossible(one: Problem, chosen: readonly number[] = []): boolean {
  const variable = one.variables[chosen.length];
  if (variable === undefined) return true;
  return [...variable.costs.keys()].some(
    (value) =>
      chosen.every((before, index) => goTogether(one, index, before, chosen.length, value)) &&
      isPossible(one, [...chosen, value]),
  );
}

test('every proof holds, and there is one whenever nothing goes together', () => {
  fc.assert(
    fc.property(small, (one) => {
      const answer = refute(one, ENOUGH);
      expect(answer.kind).toBe(isPossible(one) ? 'possible' : 'refuted');
      if (answer.kind === 'refuted') expect(flawIn(one, answer.refutation)).toBeUndefined();
    }),
    { numRuns: 3_000 },
  );
});
