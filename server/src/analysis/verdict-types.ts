/**
 * What is said about a pair of versions. `judgePair` (verdict.ts) makes it; hover, completion and the fixes read it.
 */
import type { CompatibilityRule, Component } from '../catalog/model.ts';
import type { Version } from '../version/types.ts';
import type { ResolvedPin } from './analysis.ts';
import type { Evidence } from './finding.ts';

/**
 * From best to worst. `unknown`: nobody speaks, or what is known does not decide. `compatible`: a statement covers the
 * pair. The others are the codes of the same name.
 */
export type Verdict = 'compatible' | 'unknown' | 'untested' | 'unsupported' | 'incompatible';

/** One side of a pair. */
export interface Subject {
  readonly component: Component;
  readonly version: Version;
  /** How a message names it: "Istio 1.28.1". */
  readonly label: string;
  /** Set when a distribution brings it: how a message names that: "k3s 1.34.2+k3s1". */
  readonly via?: string;
}

/** A statement that applies to a pair: its own `when` covers the version of the side that makes it. */
export interface AppliedStatement {
  readonly rule: CompatibilityRule;
  /** The side that makes it. */
  readonly own: Subject;
  readonly other: Subject;
}

export interface PairVerdict {
  readonly verdict: Verdict;
  /** In words, naming both versions, without a full stop: "Istio supports Kubernetes 1.30 to 1.34, and 1.36.4 is newer". Empty for `unknown`. */
  readonly reason: string;
  /** The statements that decided. */
  readonly evidence: readonly Evidence[];
  /** The same, with the sides that they are about. */
  readonly deciding: readonly AppliedStatement[];
}

/** How one version of a pin stands to another pin of its stack. */
export interface NeighbourVerdict extends PairVerdict {
  readonly other: ResolvedPin;
}
