/** What an explanation is made of: sentences in their order, each with who says so. How they look is decided where they are shown. */
import type { Finding } from '../../analysis/finding.ts';
import type { IsoDate } from '../../catalog/model.ts';

/** A page that says something, and the day on which it was read. */
export interface CitedSource {
  readonly source: string;
  readonly checked: IsoDate;
}

/** One step. */
export interface ExplainedStep {
  /** In whole sentences. */
  readonly text: string;
  /** Who says so; empty for what follows from the steps before, or stands in the manifest. */
  readonly sources: readonly CitedSource[];
  /** Where a step is by cases, these are all there are. */
  readonly cases: readonly ExplainedCase[];
}

export interface ExplainedCase {
  /** "If Mesh is 2.0:". */
  readonly title: string;
  readonly steps: readonly ExplainedStep[];
}

/** Why a finding is made. */
export interface Explanation {
  readonly finding: Finding;
  /** The pins that it is about, as they are pinned: "Mesh 2.0 || 2.2". In the order of the file, bases first. */
  readonly pins: readonly string[];
  /** In their order; none for what its message says in full. */
  readonly steps: readonly ExplainedStep[];
}

/** How many steps there are, with those of all cases. */
export function countSteps(steps: readonly ExplainedStep[]): number {
  return steps.reduce((sum, { cases }) => sum + 1 + cases.reduce((inner, one) => inner + countSteps(one.steps), 0), 0);
}
