/** What is asked of the planner, and all that is told of the answer: values for the pages, the reports and the server. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import type { IsoDate } from '../../catalog/model.ts';
import type { Deadlines, SafeStart } from '../deadlines.ts';
import type { Plan, Versions } from './plan.ts';
import type { UntestedPair } from './untested.ts';

/** Where an upgrade is to lead. */
export type Wish =
  /** Nowhere: only the deadlines of the stack as it is are wanted. */
  | { readonly kind: 'none' }
  /** Some pins to these versions, lines or ranges, by the key under `components` or the id of the component. */
  | { readonly kind: 'set'; readonly versions: Versions }
  /** What another stack pins; `name` is what people call it. */
  | { readonly kind: 'stack'; readonly stack: EffectiveStack; readonly name: string }
  /** The newest versions that go together. */
  | { readonly kind: 'newest' }
  /** Versions that are all in support until that day. */
  | { readonly kind: 'supported-until'; readonly day: IsoDate }
  /** Versions that are all in support on the first day on which the stack as it is loses some. */
  | { readonly kind: 'stay-supported' };

/** The stack that a plan is about. */
export interface PlannedStack {
  readonly name: string | null;
  /** Position of its document in the YAML stream, from 0. */
  readonly document: number;
  readonly environment: string | null;
}

/** How much time there is. */
export interface Timing {
  readonly daysPerStep: number;
  readonly start: SafeStart;
}

export interface PlanReport {
  readonly stack: PlannedStack;
  readonly wish: Wish;
  readonly asOf: IsoDate;
  readonly plan: Plan;
  /** What a person should know of the target: sentences. */
  readonly notes: readonly string[];
  /** What upstream has not tested of the target; empty where there is no plan. */
  readonly untested: readonly UntestedPair[];
  /** What the independent checker says against the plan; undefined where there is none to be checked. */
  readonly faults: readonly string[] | undefined;
  /** Of the stack at the start of the plan. */
  readonly deadlines: Deadlines;
  /** Undefined where nobody said how long a step takes, or no plan was found. */
  readonly timing: Timing | undefined;
}
