/** Answers that are worked out once for an analysis. */
import type { Fixing } from './fixing.ts';

/**
 * Remembers the answers to a question about something.
 * @param answer what was cancelled meanwhile is worked out again
 */
export function rememberedOf<About, Answer>(
  answer: (about: About, made: Fixing) => Answer,
): (about: About, made: Fixing) => Answer {
  const known = new WeakMap<Fixing, Map<About, { readonly answer: Answer }>>();
  return (about, made) => {
    const answers = known.get(made) ?? new Map<About, { readonly answer: Answer }>();
    known.set(made, answers);
    const before = answers.get(about);
    if (before !== undefined) return before.answer;
    const fresh = answer(about, made);
    if (made.limits.isCancelled?.() !== true) answers.set(about, { answer: fresh });
    return fresh;
  };
}
