/** Small problems of every kind, drawn at random. */
import fc from 'fast-check';
import type { Constraint, Problem, Variable } from '../../../server/src/resolve/engine/problem.ts';

interface Shape {
  readonly variables: readonly number[];
  readonly constraints: number;
  readonly density: number;
  readonly costs: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  variables: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
  constraints: fc.integer({ min: 0, max: 12 }),
  density: fc.integer({ min: 1, max: 9 }),
  // Few different costs make ties, many make an order.
  costs: fc.constantFrom(0, 1, 3, 20),
});

/** Problems of 2 to 6 variables with 1 to 5 values; constraints by value and by class, several over the same two as well. */
export const smallProblem: fc.Arbitrary<Problem> = shape.chain(({ variables, constraints, density, costs }) =>
  fc.record({
    variables: fc.tuple(...variables.map((values) => variable(values, costs))),
    constraints: fc.array(constraint(variables, density), { minLength: constraints, maxLength: constraints }),
  }),
);

function variable(values: number, most: number): fc.Arbitrary<Variable> {
  const cost = fc.array(fc.nat({ max: most }), { minLength: 3, maxLength: 3 });
  return fc.record({ costs: fc.array(cost, { minLength: values, maxLength: values }) });
}

function constraint(variables: readonly number[], density: number): fc.Arbitrary<Constraint> {
  const ends = fc.shuffledSubarray([...variables.keys()], { minLength: 2, maxLength: 2 });
  return ends.chain(([one = 0, two = 1]) =>
    fc
      .record({
        classesOfOne: classes(variables[one] ?? 1),
        classesOfTwo: classes(variables[two] ?? 1),
        table: fc.array(fc.nat({ max: 9 }), { minLength: 25, maxLength: 25 }),
      })
      .map(({ classesOfOne, classesOfTwo, table }) => ({
        one,
        two,
        classesOfOne,
        classesOfTwo,
        allows: (a: number, b: number) => (table[a * 5 + b] ?? 0) < density,
      })),
  );
}

function classes(values: number): fc.Arbitrary<number[] | undefined> {
  return fc.option(fc.array(fc.nat({ max: 2 }), { minLength: values, maxLength: values }), { nil: undefined });
}
