/** A problem class by class: values of a variable that every constraint treats alike are one. */
import type { Constraint, Problem } from './problem.ts';

export interface ClassTable {
  /** Of each variable: of each class the values in it, ascending. Classes are in the order of their first values. */
  readonly classes: readonly (readonly (readonly number[])[])[];
  /** The variables that a constraint ties to each, ascending. */
  readonly neighbours: readonly (readonly number[])[];
  /** Whether values of two classes of two different variables go together. Worked out once. */
  fits(one: number, classOfOne: number, two: number, classOfTwo: number): boolean;
}

/** Puts the values of a problem into classes. What goes together is asked of the constraints when it is asked for here. */
export function classTable({ variables, constraints }: Problem): ClassTable {
  const own = variables.map((_, variable) =>
    constraints.filter(({ one, two }) => one === variable || two === variable),
  );
  const classes = variables.map(({ costs }, variable) => classesOf(costs.length, variable, own[variable] ?? []));
  const neighbours = own.map((list, variable) => {
    const others = new Set(list.map(({ one, two }) => (one === variable ? two : one)));
    return [...others].sort((a, b) => a - b);
  });
  const known = new Map<string, boolean>();
  const fits: ClassTable['fits'] = (one, classOfOne, two, classOfTwo) => {
    const [low, lowClass, high, highClass] =
      one < two ? [one, classOfOne, two, classOfTwo] : [two, classOfTwo, one, classOfOne];
    const key = `${low} ${lowClass} ${high} ${highClass}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const lowValue = classes[low]?.[lowClass]?.[0] ?? 0;
    const highValue = classes[high]?.[highClass]?.[0] ?? 0;
    const made = (own[low] ?? []).every((constraint) => isAllowed(constraint, low, lowValue, high, highValue));
    known.set(key, made);
    return made;
  };
  return { classes, neighbours, fits };
}

function isAllowed(constraint: Constraint, low: number, lowValue: number, high: number, highValue: number): boolean {
  const { one, two, classesOfOne, classesOfTwo } = constraint;
  if (one !== high && two !== high) return true;
  const [valueOfOne, valueOfTwo] = one === low ? [lowValue, highValue] : [highValue, lowValue];
  return constraint.allows(classIn(classesOfOne, valueOfOne), classIn(classesOfTwo, valueOfTwo));
}

function classIn(classes: ArrayLike<number> | undefined, value: number): number {
  return classes === undefined ? value : (classes[value] ?? value);
}

function classesOf(count: number, variable: number, constraints: readonly Constraint[]): number[][] {
  const lists = constraints.map(({ one, classesOfOne, classesOfTwo }) =>
    one === variable ? classesOfOne : classesOfTwo,
  );
  const byKey = new Map<string, number[]>();
  for (let value = 0; value < count; value += 1) {
    const key = lists.map((list) => classIn(list, value)).join();
    const alike = byKey.get(key);
    if (alike === undefined) byKey.set(key, [value]);
    else alike.push(value);
  }
  return [...byKey.values()];
}
