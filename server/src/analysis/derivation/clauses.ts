/** A derivation in one sentence, for a message. */
import { list } from '../texts.ts';
import type { Derivation, Proof } from './derivation.ts';

/** Statements that one sentence holds. */
const MOST_CLAUSES = 3;

/**
 * The statements that a derivation rests on, in its order: "Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work
 * with Cluster 1.4". Where they are many, the first of them and how many follow.
 */
export function derivationClauses({ pins, proof }: Derivation): string {
  const clauses = clausesOf(proof, pins, '');
  const rest = clauses.length - MOST_CLAUSES;
  if (rest <= 1 && clauses.length <= MOST_CLAUSES) return joined(clauses);
  const shown = clauses.slice(0, MOST_CLAUSES);
  return `${shown.join(', ')}, and ${rest} more ${rest === 1 ? 'step' : 'steps'}`;
}

function joined(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join(', ')}, and ${last}`;
}

function clausesOf({ steps, end }: Proof, pins: Derivation['pins'], assumed: string): string[] {
  const said = new Set<string>();
  const clauses: string[] = [];
  for (const { grounds } of steps) {
    const statements = grounds
      .map(({ statement, carried }) => list([statement, ...carried]))
      .filter((one) => !said.has(one));
    for (const one of statements) said.add(one);
    if (statements.length > 0) clauses.push(statements.join(', '));
  }
  const [first, ...others] = clauses;
  const own = first === undefined ? [] : [assumed === '' ? first : `${assumed} ${first}`, ...others];
  if (end.kind === 'nothing-left') return own;
  const name = pins[end.pin]?.component ?? '';
  const cases = end.cases.flatMap(({ group, proof }, index) => {
    const outer = index === 0 && own.length === 0 && assumed !== '' ? `${assumed} ` : '';
    return clausesOf(proof, pins, `${outer}with ${name} ${group.words}`);
  });
  return [...own, ...cases];
}
