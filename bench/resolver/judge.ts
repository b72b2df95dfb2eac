/** What an answer is worth, found out from the problem alone: no engine is believed. */
import type { Cost, Problem } from '../../server/src/resolve/engine/problem.ts';
import type { Answer } from './engines/engine.ts';

export type Judged =
  | { readonly kind: 'solved'; readonly cost: Cost; readonly proven: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  /** Not an answer: a value is missing, or two do not go together. */
  | { readonly kind: 'wrong'; readonly why: string };

export function judge(problem: Problem, answer: Answer): Judged {
  if (answer.kind !== 'solved') return answer;
  const { values, proven } = answer;
  const costs = problem.variables.map(({ costs: own }, variable) => own[values[variable] ?? -1]);
  const missing = costs.indexOf(undefined);
  if (missing >= 0) return { kind: 'wrong', why: `variable ${missing} has no value` };
  const broken = problem.constraints.find(({ one, two, classesOfOne, classesOfTwo, allows }) => {
    const [a = -1, b = -1] = [values[one], values[two]];
    return !allows(classesOfOne?.[a] ?? a, classesOfTwo?.[b] ?? b);
  });
  if (broken !== undefined)
    return { kind: 'wrong', why: `variables ${broken.one} and ${broken.two} do not go together` };
  const parts = costs[0]?.length ?? 0;
  const cost = Array.from({ length: parts }, (_, part) => costs.reduce((sum, own) => sum + (own?.[part] ?? 0), 0));
  return { kind: 'solved', cost, proven };
}

/** How our answer stands beside that of another engine. */
export type Standing =
  | 'same'
  /** Ours costs less, or there is an answer where the other says that there is none. */
  | 'better'
  | 'worse'
  /** One of the two has not come to an end. */
  | 'open';

/** @param other undefined where it did not end in time */
export function standingOf(own: Judged, other: Judged | undefined): Standing {
  if (own.kind === 'wrong') return 'worse';
  if (other === undefined || other.kind === 'unknown') return 'open';
  if (other.kind === 'wrong') return 'better';
  if (own.kind === 'unknown') return 'worse';
  if (own.kind === 'none' || other.kind === 'none') {
    return own.kind === other.kind ? 'same' : own.kind === 'solved' ? 'better' : 'worse';
  }
  const part = own.cost.findIndex((value, index) => value !== other.cost[index]);
  return part < 0 ? 'same' : (own.cost[part] ?? 0) < (other.cost[part] ?? 0) ? 'better' : 'worse';
}

/** An answer in a word, for the report. */
export function told(judged: Judged | undefined): string {
  if (judged === undefined) return 'no answer in time';
  if (judged.kind === 'wrong') return `wrong: ${judged.why}`;
  if (judged.kind !== 'solved') return judged.kind === 'none' ? 'no answer exists' : 'stopped without an answer';
  return `[${judged.cost.join(', ')}]${judged.proven ? '' : ' (not proven)'}`;
}
