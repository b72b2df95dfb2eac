import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextWith } from '../../bench/documents/known.ts';
import { type Clauses, clausesOf, isLess } from '../../bench/resolver/encode/clauses.ts';
import { clingoProgram, valuesOfAtoms } from '../../bench/resolver/encode/clingo.ts';
import { requirementsOf, valuesOfTerms } from '../../bench/resolver/encode/logicSolver.ts';
import { valuesOfModel, z3Script } from '../../bench/resolver/encode/z3.ts';
import { generate, KINDS } from '../../bench/resolver/generate.ts';
import { judge, standingOf, told } from '../../bench/resolver/judge.ts';
import { randomOf } from '../../bench/resolver/random.ts';
import { drawnStack } from '../../bench/resolver/stacks.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import type { Cost, Problem } from '../../server/src/resolve/engine/problem.ts';
import { solve } from '../../server/src/resolve/engine/solve.ts';
import { leastCost } from '../resolve/engine/bruteForce.ts';
import { smallProblem } from '../resolve/engine/draw.ts';
import { bundledCatalog } from '../support/compiled.ts';

/** The second value of the first goes with nothing; the first two of the second are alike, of which the first is cheaper. */
const PROBLEM: Problem = {
  variables: [
    {
      costs: [
        [1, 0],
        [0, 0],
        [1, 2],
      ],
    },
    {
      costs: [
        [1, 0],
        [1, 1],
        [0, 1],
        [1, 5],
      ],
    },
    {
      costs: [
        [0, 3],
        [1, 0],
      ],
    },
  ],
  constraints: [
    { one: 0, two: 1, classesOfTwo: [0, 0, 1, 1], allows: (a, b) => (a === 0 ? b === 0 : a === 2) },
    { one: 1, two: 2, allows: (a, b) => a !== 2 || b === 1 },
  ],
};

describe('a problem in the languages of others', () => {
  const clauses = clausesOf(PROBLEM);

  test('clingo: aspif', () => {
    expect(clingoProgram(clauses)).toBe(`asp 1 0 0
1 1 3 1 2 3 0 0
1 0 0 0 3 -1 -2 -3
1 0 0 1 2 3 1 1 2 1 3 1
1 1 3 4 5 6 0 0
1 0 0 0 3 -4 -5 -6
1 0 0 1 2 3 4 1 5 1 6 1
1 1 2 7 8 0 0
1 0 0 0 2 -7 -8
1 0 0 1 2 2 7 1 8 1
1 0 1 9 0 1 1
1 0 1 9 0 1 3
1 0 1 10 0 1 5
1 0 1 10 0 1 6
1 0 1 11 0 1 4
1 0 1 11 0 1 6
1 0 0 0 2 1 10
1 0 0 0 1 2
1 0 0 0 2 5 7
2 2 3 9 1 11 1 8 1
2 1 4 3 2 5 1 6 5 7 3
4 6 v(0,0) 1 1
4 6 v(0,1) 1 2
4 6 v(0,2) 1 3
4 6 v(1,0) 1 4
4 6 v(1,2) 1 5
4 6 v(1,3) 1 6
4 6 v(2,0) 1 7
4 6 v(2,1) 1 8
0
`);
    expect(valuesOfAtoms(['v(0,2)', 'v(1,3)', 'g(0)'], 3)).toEqual([2, 3, -1]);
  });

  test('Z3: SMT-LIB', () => {
    expect(z3Script(clauses)).toBe(`(declare-const v0_0 Bool)
(declare-const v0_1 Bool)
(declare-const v0_2 Bool)
(declare-const v1_0 Bool)
(declare-const v1_2 Bool)
(declare-const v1_3 Bool)
(declare-const v2_0 Bool)
(declare-const v2_1 Bool)
(declare-const g0 Bool)
(declare-const g1 Bool)
(declare-const g2 Bool)
(assert (or v0_0 v0_1 v0_2))
(assert ((_ at-most 1) v0_0 v0_1 v0_2))
(assert (or v1_0 v1_2 v1_3))
(assert ((_ at-most 1) v1_0 v1_2 v1_3))
(assert (or v2_0 v2_1))
(assert ((_ at-most 1) v2_0 v2_1))
(assert (= g0 (or v0_0 v0_2)))
(assert (= g1 (or v1_2 v1_3)))
(assert (= g2 (or v1_0 v1_3)))
(assert (or (not v0_0) (not g1)))
(assert (not v0_1))
(assert (or (not v1_2) (not v2_0)))
(assert-soft (not g0) :weight 1 :id level0)
(assert-soft (not g2) :weight 1 :id level0)
(assert-soft (not v2_1) :weight 1 :id level0)
(assert-soft (not v0_2) :weight 2 :id level1)
(assert-soft (not v1_2) :weight 1 :id level1)
(assert-soft (not v1_3) :weight 5 :id level1)
(assert-soft (not v2_0) :weight 3 :id level1)
`);
    expect(valuesOfModel('v0_1 -> false\nv0_2 -> true\ng0 -> true\nv1_3 -> true\n', 3)).toEqual([2, 3, -1]);
  });

  test('logic-solver: what is required', () => {
    expect(requirementsOf(clauses)).toEqual({
      exactlyOne: [
        ['v0_0', 'v0_1', 'v0_2'],
        ['v1_0', 'v1_2', 'v1_3'],
        ['v2_0', 'v2_1'],
      ],
      groups: [
        { name: 'g0', of: ['v0_0', 'v0_2'] },
        { name: 'g1', of: ['v1_2', 'v1_3'] },
        { name: 'g2', of: ['v1_0', 'v1_3'] },
      ],
      anyOf: [['-v0_0', '-g1'], ['-v0_1'], ['-v1_2', '-v2_0']],
      sums: [
        { terms: ['g0', 'g2', 'v2_1'], weights: [1, 1, 1] },
        { terms: ['v0_2', 'v1_2', 'v1_3', 'v2_0'], weights: [2, 1, 5, 3] },
      ],
    });
    expect(valuesOfTerms(['v0_2', 'g0', 'v1_3'], 3)).toEqual([2, 3, -1]);
  });
});

test('where few go together, what goes together is said, otherwise what does not', () => {
  const costs = [[0], [0], [0], [0]];
  const variables = [{ costs }, { costs }];
  const said = (allows: (a: number, b: number) => boolean) =>
    requirementsOf(clausesOf({ variables, constraints: [{ one: 0, two: 1, allows }] })).anyOf;
  expect(said((a, b) => a === b)).toEqual([
    ['-v0_0', 'v1_0'],
    ['-v0_1', 'v1_1'],
    ['-v0_2', 'v1_2'],
    ['-v0_3', 'v1_3'],
  ]);
  expect(said((a, b) => a === 0 || a !== b)).toEqual([
    ['-v0_1', '-v1_1'],
    ['-v0_2', '-v1_2'],
    ['-v0_3', '-v1_3'],
  ]);
  // All that is not the first is alike, so that one of it is left, and there is nothing to say.
  expect(said((a) => a === 0)).toEqual([['-v0_1']]);
  expect(said(() => true)).toEqual([]);
  expect(said(() => false)).toEqual([[]]);
});

/** The least cost by the clauses, every choice looked at. */
function leastByClauses({ values, clauses, levels, least }: Clauses): Cost | undefined {
  const choices = values.reduce<readonly (readonly number[])[]>(
    (all, own) => all.flatMap((choice) => own.map((value) => [...choice, value])),
    [[]],
  );
  return choices
    .filter((choice) =>
      clauses.every((clause) =>
        clause.some(({ group, isTrue }) => group.values.includes(choice[group.variable] ?? -1) === isTrue),
      ),
    )
    .map(
      (choice): Cost =>
        levels.map((prices, level) =>
          prices.reduce(
            (sum, { group, price }) => sum + (group.values.includes(choice[group.variable] ?? -1) ? price : 0),
            least[level] ?? 0,
          ),
        ),
    )
    .sort((a, b) => (isLess(a, b) ? -1 : 1))[0];
}

test('the clauses of a problem have its least cost', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      expect(leastByClauses(clausesOf(problem))).toEqual(leastCost(problem));
    }),
    { numRuns: 300 },
  );
});

describe('generated problems', () => {
  test('are the same each time', () => {
    const random = randomOf(1);
    expect([random.between(0, 999), random.between(0, 999), random.between(0, 999)]).toEqual([627, 2, 527]);
    const { variables, constraints } = generate({ kind: 'tight', components: 10, seed: 1 });
    expect(variables.map(({ costs }) => costs.length)).toEqual([22, 11, 67, 22, 7, 22, 74, 26, 44, 2]);
    expect(constraints.length).toBe(22);
    expect(variables[0]?.costs.slice(0, 3)).toEqual([
      [1, 1, 1, 2, 16, 0],
      [1, 1, 1, 2, 15, 0],
      [1, 1, 1, 2, 14, 0],
    ]);
  });

  test.each(KINDS)('%s: there are answers, or there are none', (kind) => {
    // Of the odd seeds of ranges nothing is known.
    const seeds = kind === 'ranges' ? [0, 2, 4, 6] : [0, 1, 2, 3];
    const answers = seeds.map((seed) => solve(generate({ kind, components: 12, seed }), { steps: 1e6 }).kind);
    expect(answers).toEqual(seeds.map(() => (kind === 'impossible' ? 'none' : 'solved')));
  });

  test('no component has more than 200 versions', () => {
    const { variables } = generate({ kind: 'usual', components: 300, seed: 0 });
    const counts = variables.map(({ costs }) => costs.length);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([2, 200]);
  });
});

describe('stacks of the catalog', () => {
  const catalog = bundledCatalog();

  test('are the same each time', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => drawnStack(catalog, 6, seed).split('\n'));
    expect(one).toEqual(again);
    expect(one?.slice(0, 4)).toEqual([
      'apiVersion: stackpin/v1',
      'kind: Stack',
      'metadata: {name: drawn-6-1}',
      'components:',
    ]);
    expect(one?.length).toBe(11);
    expect(other).not.toEqual(one);
  });

  test.each([0, 1, 2])('seed %i: all of it is known, and pairs do not go together', (seed) => {
    const { findings } = analyze(parseYaml(drawnStack(catalog, 60, seed)), contextWith(catalog));
    const codes = new Set(findings.map(({ code }) => code));
    expect(codes.has('unsupported')).toBe(true);
    expect([...codes].filter((code) => /unknown|invalid|yaml|schema|prerelease/.test(code))).toEqual([]);
  });
});

describe('answers', () => {
  test('are judged by the problem', () => {
    expect(judge(PROBLEM, { kind: 'solved', values: [2, 2, 1], proven: true })).toEqual({
      kind: 'solved',
      cost: [2, 3],
      proven: true,
    });
    const wrong = (values: readonly number[]) => told(judge(PROBLEM, { kind: 'solved', values, proven: true }));
    expect(wrong([0, 2, 1])).toBe('wrong: variables 0 and 1 do not go together');
    expect(wrong([0, -1, 1])).toBe('wrong: variable 1 has no value');
    expect(told(judge(PROBLEM, { kind: 'solved', values: [0, 0, 0], proven: false }))).toBe('[2, 3] (not proven)');
    expect(told({ kind: 'none' })).toBe('no answer exists');
    expect(told(undefined)).toBe('no answer in time');
  });

  test('stand to each other by the first part of their costs that differs', () => {
    const costs = (...cost: number[]) => ({ kind: 'solved', cost, proven: true }) as const;
    expect(standingOf(costs(1, 9), costs(2, 0))).toBe('better');
    expect(standingOf(costs(1, 9), costs(1, 8))).toBe('worse');
    expect(standingOf(costs(1, 9), costs(1, 9))).toBe('same');
    expect(standingOf({ kind: 'none' }, { kind: 'none' })).toBe('same');
    expect(standingOf({ kind: 'none' }, costs(1, 1))).toBe('worse');
    expect(standingOf(costs(1, 1), { kind: 'none' })).toBe('better');
    expect(standingOf(costs(1, 1), { kind: 'wrong', why: '' })).toBe('better');
    expect(standingOf({ kind: 'unknown' }, costs(1, 1))).toBe('worse');
    expect(standingOf(costs(1, 1), undefined)).toBe('open');
  });
});
