/** What the fixes of one analysis are made with: what one of them finds out holds for the others. */
import type { Analysis, AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { Limits } from '../engine/problem.ts';
import { type Workshop, workshop } from '../stack/workshop.ts';
import { type Trials, trials } from './trial.ts';

export interface Fixing {
  readonly analysis: Analysis;
  readonly trials: Trials;
  readonly limits: Limits;
  /** The stacks of a document: the file's own, then one an environment. */
  stacksOf(document: number): readonly EffectiveStack[];
  contextOf(document: number): AnalysisContext;
  workshopOf(document: number): Workshop;
}

/** Steps of one search: some hundredths of a second. */
const MOST_STEPS = 20_000;

/**
 * Makes an empty one.
 * @param isCancelled asked by long searches: they end with the best they have seen
 */
export function fixing(analysis: Analysis, isCancelled?: () => boolean): Fixing {
  const workshops = new Map<AnalysisContext, Workshop>();
  const context = (document: number) => contextOf(analysis.context, document);
  return {
    analysis,
    trials: trials(analysis),
    limits: { steps: MOST_STEPS, isCancelled },
    stacksOf: (document) => analysis.stacks.filter((stack) => stack.document === document),
    contextOf: context,
    workshopOf: (document) => {
      const own = context(document);
      const known = workshops.get(own) ?? workshop(own);
      workshops.set(own, known);
      return known;
    },
  };
}
