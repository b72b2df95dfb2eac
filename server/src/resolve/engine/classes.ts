/** Classes of values, over one constraint after the other. */
import type { Constraint } from './problem.ts';

/** Keys below this are looked up in an array. */
const DIRECT = 1 << 14;

/** For each key when it was numbered last, and which number it got: so the arrays need not be cleared for every use. */
const rounds = new Int32Array(DIRECT);
const numbers = new Int32Array(DIRECT);
let round = 0;

/** Values in classes, which are numbered from 0 in the order of their first values. */
export interface Classes {
  /** Of each value its class. */
  readonly of: Int32Array;
  readonly count: number;
}

/** All values in one class. */
export function oneClass(length: number): Classes {
  return { of: new Int32Array(length), count: Math.min(length, 1) };
}

/**
 * Divides classes where a constraint tells their values apart.
 * @param variable one of the constraint's
 * @param values the values that are in the classes, numbered as in the problem
 */
export function divide(known: Classes, constraint: Constraint, variable: number, values: ArrayLike<number>): Classes {
  const classes = constraint.one === variable ? constraint.classesOfOne : constraint.classesOfTwo;
  const of = new Int32Array(known.of.length);
  let count = 0;
  let others: Map<number, number> | undefined;
  beginRound();
  for (let place = 0; place < of.length; place += 1) {
    const value = values[place] ?? 0;
    // Two different pairs never have the same key, as the second number is less than the count.
    const key = (classes?.[value] ?? value) * known.count + (known.of[place] ?? 0);
    let number: number | undefined;
    if (key >= 0 && key < DIRECT) {
      if (rounds[key] === round) number = numbers[key];
      else {
        rounds[key] = round;
        numbers[key] = count;
      }
    } else {
      others ??= new Map();
      number = others.get(key);
      if (number === undefined) others.set(key, count);
    }
    if (number === undefined) {
      number = count;
      count += 1;
    }
    of[place] = number;
  }
  return { of, count };
}

function beginRound(): void {
  round += 1;
  if (round < 0x7fffffff) return;
  rounds.fill(0);
  round = 1;
}
