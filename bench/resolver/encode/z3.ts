/** A problem in SMT-LIB 2 with the extensions for optimisation that Z3 has: https://microsoft.github.io/z3guide/docs/optimization/intro */
import type { Clauses, Group } from './clauses.ts';

/**
 * What is to hold and to be minimised; `vV_X` is true where variable V takes value X. Groups of soft assertions are minimised
 * one after the other, in the order in which they come up, as that is what Z3 does by itself.
 */
export function z3Script({ values, groups, clauses, levels }: Clauses): string {
  const numbers = new Map(groups.map((group, number) => [group, number]));
  const name = (group: Group): string => {
    const number = numbers.get(group);
    return number === undefined ? `v${group.variable}_${group.values[0]}` : `g${number}`;
  };
  const lines = [
    ...values.flatMap((own, variable) => own.map((value) => `(declare-const v${variable}_${value} Bool)`)),
    ...groups.map((_, number) => `(declare-const g${number} Bool)`),
    ...values.flatMap((own, variable) => exactlyOne(own.map((value) => `v${variable}_${value}`))),
    ...groups.map(
      ({ variable, values: own }, number) =>
        `(assert (= g${number} ${any(own.map((value) => `v${variable}_${value}`))}))`,
    ),
    ...clauses.map(
      (clause) => `(assert ${any(clause.map(({ group, isTrue }) => (isTrue ? name(group) : `(not ${name(group)})`)))})`,
    ),
    ...levels.flatMap((prices, level) =>
      prices.map(({ group, price }) => `(assert-soft (not ${name(group)}) :weight ${price} :id level${level})`),
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function any(literals: readonly string[]): string {
  if (literals.length === 0) return 'false';
  return literals.length === 1 ? (literals[0] ?? '') : `(or ${literals.join(' ')})`;
}

function exactlyOne(names: readonly string[]): readonly string[] {
  const least = `(assert ${any(names)})`;
  return names.length < 2 ? [least] : [least, `(assert ((_ at-most 1) ${names.join(' ')}))`];
}

/** The values that a model says, by variable. */
export function valuesOfModel(model: string, count: number): readonly number[] {
  const values = Array.from({ length: count }, () => -1);
  for (const [, variable, value] of model.matchAll(/^v(\d+)_(\d+) -> true$/gm)) {
    values[Number(variable)] = Number(value);
  }
  return values;
}
