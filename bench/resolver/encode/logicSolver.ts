/** A problem as what is required of logic-solver: https://github.com/meteor/logic-solver */
import type { Clauses, Group } from './clauses.ts';

/** Terms are names; a minus before one says that it is not true. `vV_X` is true where variable V takes value X. */
export interface Requirements {
  readonly exactlyOne: readonly (readonly string[])[];
  /** Names for: one of these is true. */
  readonly groups: readonly { readonly name: string; readonly of: readonly string[] }[];
  readonly anyOf: readonly (readonly string[])[];
  /** To be minimised one after the other. */
  readonly sums: readonly { readonly terms: readonly string[]; readonly weights: readonly number[] }[];
}

/** What is required, and the sums. */
export function requirementsOf({ values, groups, clauses, levels }: Clauses): Requirements {
  const numbers = new Map(groups.map((group, number) => [group, number]));
  const term = (variable: number, value: number): string => `v${variable}_${value}`;
  const name = (group: Group): string => {
    const number = numbers.get(group);
    return number === undefined ? term(group.variable, group.values[0] ?? 0) : `g${number}`;
  };
  return {
    exactlyOne: values.map((own, variable) => own.map((value) => term(variable, value))),
    groups: groups.map(({ variable, values: own }, number) => ({
      name: `g${number}`,
      of: own.map((value) => term(variable, value)),
    })),
    anyOf: clauses.map((clause) => clause.map(({ group, isTrue }) => `${isTrue ? '' : '-'}${name(group)}`)),
    sums: levels.map((prices) => ({
      terms: prices.map(({ group }) => name(group)),
      weights: prices.map(({ price }) => price),
    })),
  };
}

/** The values that a solution says, by variable. */
export function valuesOfTerms(terms: readonly string[], count: number): readonly number[] {
  const values = Array.from({ length: count }, () => -1);
  for (const name of terms) {
    const [, variable, value] = /^v(\d+)_(\d+)$/.exec(name) ?? [];
    if (variable !== undefined) values[Number(variable)] = Number(value);
  }
  return values;
}
