/**
 * Why no versions of some pins go together: a proof in steps, each a statement with its source. Values only; who shows them,
 * and in what words, is decided elsewhere.
 */
import type { IsoDate } from '../../catalog/model.ts';

export interface Derivation {
  /** What the proof is about; steps name pins by their places here. */
  readonly pins: readonly DerivedPin[];
  readonly proof: Proof;
}

export interface DerivedPin {
  /** "Mesh 2.0 || 2.2": the component and the version as pinned. */
  readonly name: string;
  /** "Mesh". */
  readonly component: string;
  /** What it may be, newest first. */
  readonly versions: readonly string[];
}

/** Some versions of one component. */
export interface VersionGroup {
  /** Newest first. */
  readonly versions: readonly string[];
  /** "2.0", "1.30 to 1.34", "1.30 or 1.34.2": never a long list. */
  readonly words: string;
}

export interface Proof {
  /** In their order: each rests on what those before it leave. */
  readonly steps: readonly DerivationStep[];
  readonly end: ProofEnd;
}

/** None of these versions of a pin goes together with what is left of another one. */
export interface DerivationStep {
  readonly premise: number;
  /** What is left of the premise. */
  readonly given: VersionGroup;
  readonly target: number;
  /** What was left of the target before. */
  readonly before: VersionGroup;
  readonly ruledOut: VersionGroup;
  /** What is left of it now; undefined when that is nothing. */
  readonly left: VersionGroup | undefined;
  /** Together they exclude every version that is ruled out with every version that is given. */
  readonly grounds: readonly Ground[];
}

/** One statement of upstream's that excludes versions of the one with versions of the other. */
export interface Ground {
  /** Without a full stop: "Runner 3.1.0 needs Mesh before 2.2". */
  readonly statement: string;
  /** What upstream says besides. */
  readonly note: string | undefined;
  /** What makes it about these pins, where one of them carries what it is about: "k3s 1.34.2+k3s1 carries Kubernetes 1.34.2". */
  readonly carried: readonly string[];
  readonly source: string;
  /** The day on which it was read. */
  readonly checked: IsoDate;
  /** Which of the two it is made about first: by that component, or by what it carries. */
  readonly speaker: 'premise' | 'target';
  /** The versions of each that it speaks about. */
  readonly given: VersionGroup;
  readonly ruledOut: VersionGroup;
}

export type ProofEnd =
  /** The last step leaves nothing of it. */
  | { readonly kind: 'nothing-left'; readonly pin: number }
  /** Whichever version of it is taken, something is in the way. */
  | { readonly kind: 'cases'; readonly pin: number; readonly cases: readonly DerivedCase[] };

export interface DerivedCase {
  /** The pin is one of these. */
  readonly group: VersionGroup;
  readonly proof: Proof;
}

/** All steps of a proof, those of its cases after its own. */
export function stepsOf({ steps, end }: Proof): readonly DerivationStep[] {
  return end.kind === 'cases' ? [...steps, ...end.cases.flatMap(({ proof }) => stepsOf(proof))] : steps;
}
