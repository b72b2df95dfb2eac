/** Long chains: problems in which several conflicts far from each other come together while they are settled. */
import fc from 'fast-check';
import type { Constraint, Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';
import { costOf, isLess } from './bruteForce.ts';

const VALUES = 3;
/** How far apart at most the variables of a constraint are. */
const REACH = 2;

const cost = fc.tuple(fc.constantFrom(0, 1, 1), fc.nat({ max: 3 }), fc.nat({ max: 3 }));
const table = fc.array(fc.nat({ max: 9 }), { minLength: VALUES * VALUES, maxLength: VALUES * VALUES });

/** 8 to 30 variables in a row. The first value of each costs nothing; those next to each other mostly go together. */
export const chain: fc.Arbitrary<Problem> = fc
  .record({
    links: fc.array(
      fc.record({ next: table, second: fc.option(table, { nil: undefined }), costs: fc.tuple(cost, cost) }),
      {
        minLength: 8,
        maxLength: 30,
      },
    ),
    density: fc.integer({ min: 5, max: 8 }),
  })
  .map(({ links, density }) => ({
    variables: links.map(({ costs }) => ({ costs: [[0, 0, 0], ...costs] })),
    constraints: links.flatMap(({ next, second }, one): Constraint[] =>
      [next, second].flatMap((goes, index) => {
        const two = one + index + 1;
        if (goes === undefined || two >= links.length) return [];
        return [{ one, two, allows: (a: number, b: number) => (goes[a * VALUES + b] ?? 0) < density }];
      }),
    ),
  }));

/** The least cost of a chain, going along it: for each two last values the least of all that comes before. */
export function leastAlong({ variables, constraints }: Problem): Cost | undefined {
  let heads = new Map<string, { readonly values: readonly number[]; readonly cost: Cost }>([
    ['', { values: [], cost: [0, 0, 0] }],
  ]);
  for (const place of variables.keys()) {
    const own = constraints.filter(({ one, two }) => Math.max(one, two) === place);
    const next: typeof heads = new Map();
    for (const { values: before } of heads.values()) {
      for (let value = 0; value < VALUES; value += 1) {
        const values = [...before, value];
        if (!own.every(({ one, two, allows }) => allows(values[one] ?? 0, values[two] ?? 0))) continue;
        const made = { values, cost: costOf({ variables, constraints }, values) };
        const key = values.slice(-REACH).join();
        const known = next.get(key);
        if (known === undefined || isLess(made.cost, known.cost)) next.set(key, made);
      }
    }
    heads = next;
  }
  let least: Cost | undefined;
  for (const { cost: one } of heads.values()) if (least === undefined || isLess(one, least)) least = one;
  return least;
}
