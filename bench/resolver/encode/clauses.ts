/** A problem as clauses over variables that are true or false: what every engine beside ours is given, each in its own language. */
import type { Constraint, Cost, Problem } from '../../../server/src/resolve/engine/problem.ts';

/** What is true of a choice: a variable takes one of these values, which stand in rising order. */
export interface Group {
  readonly variable: number;
  readonly values: readonly number[];
}

export interface Clauses {
  /** Of each variable the values that may be taken: exactly one of them is. */
  readonly values: readonly (readonly number[])[];
  /** Groups of several values, in the order of their variables. All other groups below are of one value. */
  readonly groups: readonly Group[];
  /** Of each at least one holds. */
  readonly clauses: readonly (readonly Literal[])[];
  /** For each part of the cost, the first part first, what holding costs; all else costs nothing. */
  readonly levels: readonly (readonly Price[])[];
  /** What is to be added to each part of the cost. */
  readonly least: Cost;
}

export interface Literal {
  readonly group: Group;
  readonly isTrue: boolean;
}

export interface Price {
  readonly group: Group;
  readonly price: number;
}

/**
 * Makes clauses of a problem, as good ones as we know:
 *   - values of a class behave alike, and so do classes that go together with the same: clauses are about these groups;
 *   - of values that no constraint tells apart only the cheapest can be of a least answer, so that the others are left out;
 *   - for each group of the one variable there is a clause about the groups of the other that it goes together with, or
 *     clauses that rule out each that it does not, whichever is shorter;
 *   - the least that each variable costs whatever is chosen is added to the answer.
 */
export function clausesOf(problem: Problem): Clauses {
  const tables = problem.constraints.map((constraint) => tableOf(constraint, problem));
  const values = problem.variables.map((_, variable) => cheapest(problem, variable, tables));
  const groups = groupsOf(values);
  const isAll = ({ variable, values: own }: Group): boolean => own.length === values[variable]?.length;
  // One of all values is always taken.
  const clauses = tables
    .flatMap((table) => clausesOfTable(table, values, groups.of))
    .filter((clause) => !clause.some(({ group, isTrue }) => isTrue && isAll(group)))
    .map((clause) => clause.filter(({ group }) => !isAll(group)));
  const levels = levelsOf(problem, values, groups.of);
  return { values, groups: groups.all(), clauses, ...levels };
}

/** One side's classes, and which of the other's each goes together with: those that go with the same are one. */
interface Side {
  readonly variable: number;
  /** Of each value its class. */
  readonly classes: readonly number[];
  /** Of each class one value. */
  readonly example: readonly number[];
}

interface Table {
  readonly one: Side;
  readonly two: Side;
  allows(classOfOne: number, classOfTwo: number): boolean;
}

function tableOf(constraint: Constraint, { variables }: Problem): Table {
  const one = sideOf(constraint.one, constraint.classesOfOne, variables[constraint.one]?.costs.length ?? 0);
  const two = sideOf(constraint.two, constraint.classesOfTwo, variables[constraint.two]?.costs.length ?? 0);
  const own = (value: number, classes: ArrayLike<number> | undefined): number => classes?.[value] ?? value;
  const allowsValues = (a: number, b: number): boolean =>
    constraint.allows(own(a, constraint.classesOfOne), own(b, constraint.classesOfTwo));
  const merged = {
    one: merge(one, (a) => two.example.map((b) => allowsValues(a, b))),
    two: merge(two, (b) => one.example.map((a) => allowsValues(a, b))),
  };
  return {
    ...merged,
    allows: (a, b) => allowsValues(merged.one.example[a] ?? 0, merged.two.example[b] ?? 0),
  };
}

function sideOf(variable: number, classes: ArrayLike<number> | undefined, count: number): Side {
  return numbered(
    variable,
    Array.from({ length: count }, (_, value) => classes?.[value] ?? value),
  );
}

/** Numbers classes anew from 0, in the order of their first values. */
function numbered(variable: number, names: readonly (number | string)[]): Side {
  const numbers = new Map<number | string, number>();
  const example: number[] = [];
  const classes = names.map((name, value) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, example.length);
    return example.push(value) - 1;
  });
  return { variable, classes, example };
}

/** Classes with the same row become one. */
function merge({ variable, classes, example }: Side, rowOf: (example: number) => readonly boolean[]): Side {
  const rows = example.map((value) =>
    rowOf(value)
      .map((isAllowed) => (isAllowed ? 1 : 0))
      .join(''),
  );
  return numbered(
    variable,
    classes.map((one) => rows[one] ?? ''),
  );
}

/** Of the values that are of the same classes in all tables, the cheapest. */
function cheapest({ variables }: Problem, variable: number, tables: readonly Table[]): readonly number[] {
  const costs = variables[variable]?.costs ?? [];
  const sides = tables.flatMap(({ one, two }) => [one, two].filter((side) => side.variable === variable));
  const best = new Map<string, number>();
  for (const [value, cost] of costs.entries()) {
    const name = sides.map(({ classes }) => classes[value]).join();
    const other = best.get(name);
    if (other === undefined || isLess(cost, costs[other] ?? [])) best.set(name, value);
  }
  return [...best.values()].sort((a, b) => a - b);
}

/** Whether the first part that differs is less. */
export function isLess(one: Cost, two: Cost): boolean {
  const part = one.findIndex((value, index) => value !== two[index]);
  return part >= 0 && (one[part] ?? 0) < (two[part] ?? 0);
}

/** Gives one object for each group. */
function groupsOf(values: readonly (readonly number[])[]) {
  const known = new Map<string, Group>();
  return {
    of: (variable: number, members: readonly number[]): Group => {
      const name = `${variable}:${members.join()}`;
      const group = known.get(name) ?? { variable, values: members };
      known.set(name, group);
      return group;
    },
    /** Those of several values, but not of all. */
    all: (): readonly Group[] =>
      [...known.values()]
        .filter((group) => group.values.length > 1 && group.values.length < (values[group.variable]?.length ?? 0))
        .sort((a, b) => a.variable - b.variable),
  };
}

type GroupOf = (variable: number, members: readonly number[]) => Group;

function clausesOfTable({ one, two, allows }: Table, values: Clauses['values'], groupOf: GroupOf): Clauses['clauses'] {
  const groups = [one, two].map(({ variable, classes, example }) =>
    example.map((_, own) =>
      groupOf(
        variable,
        (values[variable] ?? []).filter((value) => classes[value] === own),
      ),
    ),
  );
  const [ofOne = [], ofTwo = []] = groups.map((all) =>
    all.map((group, own) => ({ group, own })).filter(({ group }) => group.values.length > 0),
  );
  return ofOne.flatMap((a) => {
    const together = ofTwo.filter((b) => allows(a.own, b.own));
    const apart = ofTwo.filter((b) => !allows(a.own, b.own));
    if (apart.length === 0) return [];
    const not = ({ group }: { readonly group: Group }): Literal => ({ group, isTrue: false });
    return together.length < apart.length
      ? [[not(a), ...together.map(({ group }) => ({ group, isTrue: true }))]]
      : apart.map((b) => [not(a), not(b)]);
  });
}

function levelsOf(problem: Problem, values: Clauses['values'], groupOf: GroupOf): Pick<Clauses, 'levels' | 'least'> {
  const parts = problem.variables[0]?.costs[0]?.length ?? 0;
  const least = Array.from({ length: parts }, () => 0);
  const levels = least.map((_, part) =>
    problem.variables.flatMap(({ costs }, variable): readonly Price[] => {
      const own = values[variable] ?? [];
      const priceOf = (value: number): number => costs[value]?.[part] ?? 0;
      const base = Math.min(...own.map(priceOf));
      least[part] = (least[part] ?? 0) + base;
      const prices = [...new Set(own.map((value) => priceOf(value) - base))].filter((price) => price > 0);
      return prices
        .sort((a, b) => a - b)
        .map((price) => ({
          price,
          group: groupOf(
            variable,
            own.filter((value) => priceOf(value) - base === price),
          ),
        }));
    }),
  );
  return { levels, least };
}
