/** A derivation in one sentence, for a message. */
import { t } from '@vscode/l10n';
import { clauseRow, clauses } from '../../words.ts';
import { type Derivation, type Ground, stepsOf } from './derivation.ts';

/** Statements that one sentence holds. */
const MOST_STATED = 3;

/**
 * The statements that a derivation rests on, in its order: "Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work
 * with Cluster 1.4". Where they are many, the first of them and how many follow.
 */
export function derivationClauses({ proof }: Derivation): string {
  const grounds = stepsOf(proof).flatMap((step) => step.grounds);
  const statements = new Set(grounds.map(({ statement }) => statement));
  const shown = new Set([...statements].slice(0, MOST_STATED));
  const said = saidOf(grounds.filter(({ statement }) => shown.has(statement)));
  const rest = statements.size - shown.size;
  if (rest === 0) return clauses(said);
  return rest === 1
    ? t('{0}, and 1 more statement', clauseRow(said))
    : t('{0}, and {1} more statements', clauseRow(said), rest);
}

/** What statements say, each once, and behind the last that needs it what is carried. */
export function saidOf(grounds: readonly Ground[]): string[] {
  const said = new Set<string>();
  for (const { statement, carried } of grounds) {
    said.add(statement);
    for (const one of carried) {
      said.delete(one);
      said.add(one);
    }
  }
  return [...said];
}
