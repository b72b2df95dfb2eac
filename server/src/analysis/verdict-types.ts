/**
 * What is said about a pair of versions. `judgePair` (verdict.ts) makes it; hover, completion and the fixes read it.
 */
import type { ResolvedPin } from './analysis.ts';
import type { Evidence } from './finding.ts';

/**
 * From best to worst. `unknown`: nobody speaks, or what is known does not decide. `compatible`: a statement covers the
 * pair. The others are the codes of the same name.
 */
export type Verdict = 'compatible' | 'unknown' | 'untested' | 'unsupported' | 'incompatible';

export interface PairVerdict {
  readonly verdict: Verdict;
  /** In words, naming both versions, without a full stop: "Istio supports Kubernetes 1.30 to 1.34, and 1.36.4 is newer". Empty for `unknown`. */
  readonly reason: string;
  /** The statements that decided. */
  readonly evidence: readonly Evidence[];
}

/** How one version of a pin stands to another pin of its stack. */
export interface NeighbourVerdict extends PairVerdict {
  readonly other: ResolvedPin;
}
