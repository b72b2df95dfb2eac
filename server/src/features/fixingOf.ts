/** What fixes are made with, kept with the checked document: a second question about it costs what is new in it. */
import type { Analysis } from '../analysis/analysis.ts';
import { type Fixing, fixing } from '../resolve/fix/fixing.ts';
import type { CheckedDocument } from './document.ts';

interface Kept {
  readonly made: Fixing;
  /** Of the question that is being answered. */
  isCancelled: () => boolean;
}

const kept = new WeakMap<Analysis, Kept>();

/**
 * The same object each time for the same analysis.
 * @param isCancelled asked by the searches that are made for this question
 */
export function fixingOf({ analysis }: Pick<CheckedDocument, 'analysis'>, isCancelled = () => false): Fixing {
  const known = kept.get(analysis) ?? make(analysis);
  kept.set(analysis, known);
  known.isCancelled = isCancelled;
  return known.made;
}

function make(analysis: Analysis): Kept {
  const one: Kept = { made: fixing(analysis, () => one.isCancelled()), isCancelled: () => false };
  return one;
}
