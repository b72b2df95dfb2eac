/** A problem in the language of clingo, an answer set solver: https://potassco.org/clingo/ */
import type { Clauses, Group } from './clauses.ts';

/**
 * The program; `v(V,X)` is true where variable V takes value X. What clingo minimises first has the highest priority.
 */
export function clingoProgram({ values, groups, clauses, levels }: Clauses): string {
  const numbers = new Map(groups.map((group, number) => [group, number]));
  const atom = (group: Group): string => {
    const number = numbers.get(group);
    return number === undefined ? `v(${group.variable},${group.values[0]})` : `g(${number})`;
  };
  const lines = [
    ...values.map((own, variable) => `1 { v(${variable},(${own.join(';')})) } 1.`),
    ...groups.map((group, number) => `g(${number}) :- v(${group.variable},(${group.values.join(';')})).`),
    ...clauses.map(
      (clause) => `:- ${clause.map(({ group, isTrue }) => `${isTrue ? 'not ' : ''}${atom(group)}`).join(', ')}.`,
    ),
    ...levels.flatMap((prices, level) =>
      prices.map(({ group, price }) => `:~ ${atom(group)}. [${price}@${levels.length - level},${group.variable}]`),
    ),
    '#show v/2.',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The values that an answer set says, by variable. */
export function valuesOfAtoms(atoms: readonly string[], count: number): readonly number[] {
  const values = Array.from({ length: count }, () => -1);
  for (const atom of atoms) {
    const [, variable, value] = /^v\((\d+),(\d+)\)$/.exec(atom) ?? [];
    if (variable !== undefined) values[Number(variable)] = Number(value);
  }
  return values;
}
