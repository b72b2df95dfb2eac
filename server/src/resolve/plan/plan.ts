/**
 * What an upgrade plan is: steps of one component each, from the versions that a stack pins to those of a target, so that
 * every state on the way is good. Values only; `planUpgrade` (planUpgrade.ts) makes one, `verifyPlan` (verify/) checks one.
 */
import type { LookedUpKnown } from '../../analysis/pairs.ts';
import type { Catalog, IsoDate } from '../../catalog/model.ts';
import type { Range } from '../../version/index.ts';

/** A version for each pin of a stack, by the key under `components`, in the order of the stack. */
export type Versions = ReadonlyMap<string, string>;

/** A pin as a plan may move it. */
export interface PlanPin {
  /** The key under `components`. */
  readonly instance: string;
  /** The catalog's id, or the name as written where no catalog has it. */
  readonly id: string;
  /** What the catalog says of it; undefined where it says nothing: then nobody speaks about it, and it may be moved at any time. */
  readonly known: LookedUpKnown | undefined;
  /** It has to stay where it is. */
  readonly isLocked: boolean;
  /** What it may be moved to: all of these hold; empty where nothing is said. */
  readonly allow: readonly Range[];
}

/** What a plan is asked for. */
export interface PlanRequest {
  readonly pins: readonly PlanPin[];
  readonly start: Versions;
  /** Pins that it does not name stay where they are. */
  readonly target: Versions;
}

/** What plans depend on besides the request. */
export interface PlanContext {
  readonly catalog: Catalog;
  /** The day as of which support and releases are judged. */
  readonly date: IsoDate;
}

/**
 * Something that is not good in a state: it was as bad at the start, it is a pin out of support, or it is a whole and its
 * part that are of different series while the upgrade runs.
 */
export interface PlanFinding {
  readonly code: 'incompatible' | 'unsupported' | 'conflicting-components' | 'end-of-life';
  /** One pin for `end-of-life`, otherwise two. */
  readonly instances: readonly string[];
  /** A sentence. */
  readonly message: string;
  readonly sources: readonly string[];
}

/** One component goes from one version to another. */
export interface PlanStep {
  readonly instance: string;
  /** Id of the component. */
  readonly component: string;
  readonly from: string;
  readonly to: string;
  /** Why this step, and why here: one or two sentences. */
  readonly why: string;
  /** What `why` rests on; addresses, each once. */
  readonly sources: readonly string[];
  /** All versions after the step. */
  readonly state: Versions;
  /** What is not good in that state. */
  readonly findings: readonly PlanFinding[];
}

/** One pin of a set that keeps a plan from being. */
export interface BlockingPin {
  readonly instance: string;
  readonly component: string;
  readonly from: string;
  readonly to: string;
  /** What stands in the way, as upstream (or the manifest) says it: one or two sentences. */
  readonly statement: string;
  readonly sources: readonly string[];
}

export interface Plan {
  readonly found: boolean;
  /**
   * Found: no plan has fewer steps. Not found: there is none. Otherwise the search stopped at its bound, or was told to:
   * then a plan is good but may have more steps than needed, and if none was found nothing is known.
   */
  readonly proven: boolean;
  readonly start: Versions;
  readonly target: Versions;
  /** Whether no pair of the start is incompatible, unsupported or in conflict. If one is, it stays no worse on the way. */
  readonly startIsGood: boolean;
  /** What is not good at the start. */
  readonly startFindings: readonly PlanFinding[];
  /** Empty where nothing has to move, and where no plan was found. */
  readonly steps: readonly PlanStep[];
  /** Sum over the start and the states between, of the pins that are out of support on the day: what the order makes least. */
  readonly outOfSupport: number;
  /** Whether no order of as few steps has less of it. */
  readonly outOfSupportProven: boolean;
  /** The smallest set of pins in the way that was found; empty where a plan was found, and where nothing is known. */
  readonly blockedBy: readonly BlockingPin[];
  /** Whether no smaller set of pins is in the way. */
  readonly blockedByProven: boolean;
}

/** What a target was made of. */
export type Targets =
  | {
      readonly kind: 'targets';
      readonly target: Versions;
      /** No smaller change (of `newest`: no newer versions) would do; false where the search stopped at its bound. */
      readonly proven: boolean;
      /** What a person should know of it: sentences. */
      readonly notes: readonly string[];
    }
  /** What was asked for makes no sense: one sentence for each mistake. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** No versions do what was asked for; these pins cannot go together. Empty where the search stopped before it knew. */
  | { readonly kind: 'blocked'; readonly blockedBy: readonly BlockingPin[]; readonly proven: boolean };
