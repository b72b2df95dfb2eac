/** What the fixes of one analysis are made with: what one of them finds out holds for the others. */
import type { Analysis, AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { Limits } from '../engine/problem.ts';
import { type Workshop, workshop } from '../stack/workshop.ts';
import { type Readers, readers } from './readers.ts';
import { type Targets, targetsOf } from './targets.ts';
import { type Trials, trials } from './trial.ts';

export interface Fixing {
  readonly analysis: Analysis;
  readonly trials: Trials;
  readonly limits: Limits;
  /**
   * Changes of several pins for one finding that are still looked for: each is a search of its own, and of a hundred such
   * findings people change all at once.
   */
  readonly several: { left: number };
  /** The stacks of a document: the file's own, then one an environment. */
  stacksOf(document: number): readonly EffectiveStack[];
  contextOf(document: number): AnalysisContext;
  workshopOf(document: number): Workshop;
  /** Who reads a text of a document. */
  readersOf(document: number): Readers;
  /** What is to be mended in a document. */
  targetsOf(document: number): Targets;
  /** What is found in a document and not accepted. */
  findingsOf(document: number): readonly Finding[];
}

/** Findings of one file for which a change of several pins is looked for. */
const MOST_SEVERAL = 25;

/** Steps of one search: some hundredths of a second. */
const MOST_STEPS = 20_000;

/**
 * Makes an empty one.
 * @param isCancelled asked by long searches: they end with the best they have seen
 */
export function fixing(analysis: Analysis, isCancelled?: () => boolean): Fixing {
  const workshops = new Map<AnalysisContext, Workshop>();
  const context = (document: number) => contextOf(analysis.context, document);
  const perDocument = <T>(make: (document: number) => T): ((document: number) => T) => {
    const known = new Map<number, T>();
    return (document) => {
      const made = known.get(document) ?? make(document);
      known.set(document, made);
      return made;
    };
  };
  const stacksOf = perDocument((document) => analysis.stacks.filter((stack) => stack.document === document));
  const readersOf = perDocument((document) => readers(stacksOf(document)));
  const findingsOf = perDocument((document) => findingsIn(analysis, document, analysis.findings));
  const workshopOf = (document: number): Workshop => {
    const own = context(document);
    const known = workshops.get(own) ?? workshop(own);
    workshops.set(own, known);
    return known;
  };
  return {
    analysis,
    trials: trials({ analysis, stacksOf, workshopOf, readersOf }),
    limits: { steps: MOST_STEPS, isCancelled },
    several: { left: MOST_SEVERAL },
    stacksOf,
    contextOf: context,
    workshopOf,
    readersOf,
    findingsOf,
    targetsOf: perDocument((document) =>
      targetsOf(
        { findings: findingsOf(document), acknowledged: findingsIn(analysis, document, analysis.acknowledged) },
        stacksOf(document),
        analysis.context,
      ),
    ),
  };
}

/** Those of a document, of findings of the whole file. */
function findingsIn({ manifests }: Analysis, document: number, findings: readonly Finding[]): readonly Finding[] {
  if (manifests.length < 2) return findings;
  const range = manifests.find((one) => one.document.index === document)?.document.range;
  const next = manifests.find((one) => one.document.index > document)?.document.range.start ?? Number.POSITIVE_INFINITY;
  return range === undefined ? [] : findings.filter(({ range: { start } }) => start >= range.start && start < next);
}
