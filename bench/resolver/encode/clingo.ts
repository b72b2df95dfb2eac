/**
 * A problem in aspif, the form in which clingo's grounder hands a program to its solver: written directly, it spares clingo the
 * grounding, which takes it ten times as long as the rest. The format: Kaminski, Schaub, Wanko, "A Tutorial on Hybrid Answer
 * Set Solving with clingo", appendix (https://doi.org/10.1007/978-3-319-61033-7_6).
 */
import type { Clauses, Group } from './clauses.ts';

/** Kinds of statements. */
const RULE = 1;
const MINIMIZE = 2;
const OUTPUT = 4;
/** Kinds of heads and bodies of rules. */
const NO_CHOICE = 0;
const CHOICE = 1;
const ALL_OF = 0;
const AT_LEAST = 1;

/**
 * The program; the atom that is shown as `v(V,X)` is true where variable V takes value X. What is minimised first has the
 * highest priority.
 */
export function clingoProgram({ values, groups, clauses, levels }: Clauses): string {
  const atoms = new Map<string, number>();
  const atom = (name: string): number => {
    const number = atoms.get(name) ?? atoms.size + 1;
    atoms.set(name, number);
    return number;
  };
  const taken = (variable: number, value: number): number => atom(`v(${variable},${value})`);
  const numbers = new Map(groups.map((group, number) => [group, number]));
  const literal = (group: Group): number => {
    const number = numbers.get(group);
    return number === undefined ? taken(group.variable, group.values[0] ?? 0) : atom(`g(${number})`);
  };
  const rules = [
    ...values.flatMap((own, variable) => exactlyOne(own.map((value) => taken(variable, value)))),
    ...groups.flatMap((group) =>
      group.values.map((value) => [RULE, NO_CHOICE, 1, literal(group), ALL_OF, 1, taken(group.variable, value)]),
    ),
    // What must not be: that no literal of the clause holds.
    ...clauses.map((clause) => [
      ...[RULE, NO_CHOICE, 0, ALL_OF, clause.length],
      ...clause.map(({ group, isTrue }) => (isTrue ? -literal(group) : literal(group))),
    ]),
    ...levels.map((prices, level) => [
      ...[MINIMIZE, levels.length - level, prices.length],
      ...prices.flatMap(({ group, price }) => [literal(group), price]),
    ]),
  ];
  const shown = [...atoms].flatMap(([name, number]) =>
    name.startsWith('v') ? [[OUTPUT, name.length, name, 1, number]] : [],
  );
  return [['asp 1 0 0'], ...rules, ...shown, [0]].map((statement) => `${statement.join(' ')}\n`).join('');
}

/** Any of them may be true; it must not be that none is, nor that two are. */
function exactlyOne(atoms: readonly number[]): readonly (readonly number[])[] {
  return [
    [RULE, CHOICE, atoms.length, ...atoms, ALL_OF, 0],
    [RULE, NO_CHOICE, 0, ALL_OF, atoms.length, ...atoms.map((one) => -one)],
    [RULE, NO_CHOICE, 0, AT_LEAST, 2, atoms.length, ...atoms.flatMap((one) => [one, 1])],
  ];
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
