import { expect, test } from 'vitest';
import type { Problem } from '../../../server/src/resolve/engine/problem.ts';
import { smallestConflict } from '../../../server/src/resolve/engine/smallestConflict.ts';
import { solve } from '../../../server/src/resolve/engine/solve.ts';
import { goTogether } from './bruteForce.ts';
import { generate } from './generate.ts';
import { constraint, counted, moving } from './shapes.ts';

const limits = { steps: 5000 };
const atLeast = (one: number, two: number) => one >= two;
const equal = (one: number, two: number) => one === two;
const different = (one: number, two: number) => one !== two;

test('a chain that is pulled at one end moves whole', () => {
  const variables = [
    ...moving([0, 0, 0, 0], 4),
    {
      costs: [
        [9, 9],
        [9, 9],
        [9, 9],
        [0, 0],
      ],
    },
  ];
  const constraints = [0, 1, 2, 3].map((one) => constraint(one, one + 1, atLeast));
  expect(solve({ variables, constraints }, limits)).toEqual({
    kind: 'solved',
    values: [3, 3, 3, 3, 3],
    cost: [4, 12],
    proven: true,
  });
});

test('in a star the middle moves rather than all around it', () => {
  const variables = moving([0, 2, 2, 2, 2, 2], 4);
  const constraints = [1, 2, 3, 4, 5].map((other) => constraint(0, other, atLeast));
  expect(solve({ variables, constraints }, limits)).toEqual({
    kind: 'solved',
    values: [2, 2, 2, 2, 2, 2],
    cost: [1, 2],
    proven: true,
  });
});

test('of a cycle of five alike that have to differ from their neighbours three move', () => {
  const variables = moving([0, 0, 0, 0, 0], 3);
  const constraints = [0, 1, 2, 3, 4].map((one) => constraint(one, (one + 1) % 5, different));
  expect(solve({ variables, constraints }, limits)).toMatchObject({ kind: 'solved', cost: [3, 4], proven: true });
});

test('all of 500 versions need one that is missing', () => {
  const problem: Problem = {
    variables: [...moving([250], 500), ...moving([1], 3)],
    constraints: [constraint(0, 1, (_, two) => two === 3)],
  };
  expect(solve(problem, limits)).toEqual({ kind: 'none' });
  expect(smallestConflict(problem, limits)).toEqual({ kind: 'conflict', variables: [0, 1], proven: true });
});

test('only three that move together make it good', () => {
  const problem: Problem = {
    variables: [
      ...moving([0, 0, 0], 2),
      {
        costs: [
          [9, 9],
          [0, 0],
        ],
      },
    ],
    constraints: [constraint(0, 1, equal), constraint(1, 2, equal), constraint(0, 2, equal), constraint(2, 3, equal)],
  };
  expect(solve(problem, limits)).toEqual({ kind: 'solved', values: [1, 1, 1, 1], cost: [3, 3], proven: true });
});

test('two conflicts that have nothing to do with each other are both settled', () => {
  const problem: Problem = {
    variables: moving([0, 1, 0, 1], 2),
    constraints: [constraint(0, 1, equal), constraint(2, 3, equal)],
  };
  expect(solve(problem, limits)).toEqual({ kind: 'solved', values: [0, 0, 0, 0], cost: [2, 2], proven: true });
});

test('three of two colours that all differ are the smallest conflict, beside a larger one', () => {
  const five = [0, 1, 2, 3, 4].map((one) => constraint(one, (one + 1) % 5, different));
  const three = [constraint(5, 6, different), constraint(6, 7, different), constraint(5, 7, different)];
  const problem = { variables: moving([0, 0, 0, 0, 0, 0, 0, 0], 2), constraints: [...five, ...three] };
  expect(smallestConflict(problem, limits)).toEqual({ kind: 'conflict', variables: [5, 6, 7], proven: true });
  expect(smallestConflict({ variables: problem.variables, constraints: five }, limits)).toEqual({
    kind: 'conflict',
    variables: [0, 1, 2, 3, 4],
    proven: true,
  });
});

test('a variable without values is a conflict by itself', () => {
  const problem: Problem = { variables: [...moving([0], 2), { costs: [] }], constraints: [] };
  expect(solve(problem, limits)).toEqual({ kind: 'none' });
  expect(smallestConflict(problem, limits)).toEqual({ kind: 'conflict', variables: [1], proven: true });
});

test('nothing to choose is an answer', () => {
  expect(solve({ variables: [], constraints: [] }, limits)).toEqual({
    kind: 'solved',
    values: [],
    cost: [],
    proven: true,
  });
  expect(smallestConflict({ variables: [], constraints: [] }, limits)).toEqual({ kind: 'none' });
});

test('300 variables of 200 values are settled and proven within a thousand steps', () => {
  const problem = generate({
    variables: 300,
    values: 200,
    degree: 3,
    width: 0.5,
    drift: 0.1,
    isPlanted: true,
    seed: 1,
  });
  const found = solve(problem, { steps: 1000 });
  expect(found).toMatchObject({ kind: 'solved', proven: true });
  expect(goTogether(problem, found.kind === 'solved' ? found.values : [])).toBe(true);
});

test('where nothing is broken each constraint is asked once', () => {
  const { problem, asked } = counted({
    variables: moving(new Array<number>(300).fill(5), 200),
    constraints: Array.from({ length: 299 }, (_, one) => constraint(one, one + 1, equal)),
  });
  expect(solve(problem, limits)).toMatchObject({ kind: 'solved', cost: [0, 0], proven: true });
  expect(asked).toEqual(asked.map(() => 1));
});

test('beside a conflict that is settled where it is, nothing is asked again', () => {
  // 100 and 101 differ; the others go together whatever these are.
  const { problem, asked } = counted({
    variables: moving(
      Array.from({ length: 300 }, (_, index) => (index === 100 ? 6 : 5)),
      200,
    ),
    constraints: Array.from({ length: 299 }, (_, one) =>
      constraint(one, one + 1, one === 100 ? equal : (a, b) => Math.abs(a - b) < 50),
    ),
  });
  expect(solve(problem, limits)).toMatchObject({ kind: 'solved', cost: [1, 1], proven: true });
  const beside = asked.filter((_, index) => index < 99 || index > 101);
  expect(beside).toEqual(beside.map(() => 1));
  expect(Math.max(asked[99] ?? 0, asked[101] ?? 0)).toBeLessThan(5);
});

test('at the bound it has the best it saw, or does not know', () => {
  const problem = generate({ variables: 50, values: 60, degree: 4, width: 0.3, drift: 1, isPlanted: true, seed: 3 });
  expect(solve(problem, { steps: 0 })).toEqual({ kind: 'unknown' });
  expect(smallestConflict(problem, { steps: 0 })).toEqual({ kind: 'unknown' });
  const found = solve(problem, { steps: 300 });
  if (found.kind === 'solved') expect(goTogether(problem, found.values)).toBe(true);
  expect(found).not.toEqual({ kind: 'none' });
});

test('it ends when nobody wants the answer any more, and asks now and then', () => {
  const problem = generate({ variables: 80, values: 60, degree: 4, width: 0.3, drift: 1, isPlanted: true, seed: 3 });
  expect(solve(problem, { steps: 100_000, isCancelled: () => true })).toEqual({ kind: 'unknown' });
  let asked = 0;
  const isCancelled = () => {
    asked += 1;
    return asked > 2;
  };
  expect(solve(problem, { steps: 100_000, isCancelled })).not.toMatchObject({ proven: true });
  expect(asked).toBe(3);
});

test('the same problem has the same answer', () => {
  const problem = generate({ variables: 30, values: 40, degree: 3, width: 0.3, drift: 0.3, isPlanted: true, seed: 7 });
  expect(solve(problem, limits)).toEqual(solve(problem, limits));
});
